"""What stands behind the ports: one contract for each, kept by the fake and by the real one."""
