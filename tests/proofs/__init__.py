"""Long proofs, run by name: `make prove NAME=...`. Each counts its cases and its violations."""
