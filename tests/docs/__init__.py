"""The pages in docs/ that are written from the code, and the proof that they say what the code does."""
