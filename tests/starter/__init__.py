"""Every way in, as seen by those who come in by it."""
