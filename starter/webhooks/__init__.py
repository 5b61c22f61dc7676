"""The door for what carriers tell us: receipts of our texts, and texts that participants send."""
