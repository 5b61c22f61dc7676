"""The durable shell: Temporal remembers, waits and retries; the core decides."""
