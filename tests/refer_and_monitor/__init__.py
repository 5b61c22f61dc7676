"""R&M's stand-in, and our gateway upon it."""
