"""What we do to the world: thin sentences over the ports, each safe to run twice."""
