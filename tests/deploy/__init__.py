"""The deployment, checked without an engine: what it names exists, and what it promises is set."""
