"""When two people's case numbers are the same number, however they were typed."""

from hashlib import sha256

# A case number has seven characters. PostgreSQL keeps no key of a few thousand, and whatever was typed
# must never keep a fact out of the register.
LONGEST = 64


def compared(crn: str) -> str:
    """A case number (CRN) as it is compared: in capitals, trimmed; a very long one by its hash."""
    number = crn.replace("\0", "").strip().upper()
    return number if len(number) <= LONGEST else sha256(number.encode()).hexdigest()
