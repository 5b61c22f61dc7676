"""A stand-in for R&M: real HTTP, everything in memory, and the real one's manners where they matter."""
