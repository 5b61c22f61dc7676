"""Why a database cannot be used, in our words: a driver's own may hold the address, a password or a row."""

# What drivers say, and what it comes to; the first that is found in their words.
REASONS = (
    ("connection refused", "nobody listens at that address"),
    ("failed to resolve host", "no such host"),
    ("password authentication failed", "user or password is wrong"),
    ("no password supplied", "no password is given"),
    ("no pg_hba.conf entry", "the server lets nobody in from here"),
    ("role ", "there is no such user"),
    ("too many clients", "the server has too many connections"),
    ("permission denied", "permission denied"),
    ("lock timeout", "somebody else kept its tables locked"),
    ("deadlock", "somebody else was in the way"),
    ("read-only transaction", "it can only be read"),
    ("timeout", "no answer in time"),
    ("database is locked", "another program has locked it"),
    ("file is not a database", "the file is not a database"),
    ("unable to open database file", "the file cannot be opened"),
    ("disk is full", "the disk is full"),
    ("no space left on device", "the disk is full"),
    ("readonly database", "it can only be read"),
)


def why(error: BaseException) -> str:
    """The reason, as far as the words of the driver let it be known; else the error's name."""
    said = str(getattr(error, "orig", None) or error).lower()
    return next((ours for theirs, ours in REASONS if theirs in said), type(error).__name__)
