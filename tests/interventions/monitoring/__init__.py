"""R&M in step, on the pure core."""
