"""The only code that knows a vendor: Jinja2, SQLAlchemy, the outbox on disk."""
