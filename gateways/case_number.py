"""When two people's case numbers are the same number, however they were typed."""


def compared(crn: str) -> str:
    """A case number (CRN) as it is compared: without spaces around it, in capitals."""
    return crn.replace("\0", "").strip().upper()
