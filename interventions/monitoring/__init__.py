"""R&M in step: what it is told, what it shows, and where the two accounts differ."""
