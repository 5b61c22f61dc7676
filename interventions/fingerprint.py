"""Knowing the same words again without keeping them: what people wrote stays in the register."""

from hashlib import sha256


def fingerprint(*words: str) -> str:
    """Eight bytes, in hex; two texts of one case that differ are told apart by it."""
    return sha256("\0".join(words).encode()).hexdigest()[:16]
