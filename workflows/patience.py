"""How patient we are, named once. An errand that fails for good becomes a task for a person."""

from dataclasses import dataclass
from datetime import timedelta

from temporalio.common import RetryPolicy


@dataclass(frozen=True)
class Patience:
    """How long one attempt may take, how long to go on trying, and how to space the attempts."""

    attempt: timedelta
    altogether: timedelta | None
    retries: RetryPolicy


# The register and the shelf are near and their work is short; when they are away, try for ever.
WRITING = Patience(
    attempt=timedelta(seconds=10),
    altogether=None,
    retries=RetryPolicy(initial_interval=timedelta(milliseconds=200), maximum_interval=timedelta(minutes=1)),
)

# Longer than a provider's bad day, shorter than a reminder is worth; HTTP time-outs lie below a minute.
TEXTING = Patience(
    attempt=timedelta(seconds=60),
    altogether=timedelta(hours=24),
    retries=RetryPolicy(initial_interval=timedelta(seconds=5), maximum_interval=timedelta(minutes=30)),
)

# Asking what became of a text is soon of no use: then a person makes sure.
ASKING = Patience(
    attempt=timedelta(seconds=60),
    altogether=timedelta(hours=2),
    retries=RetryPolicy(initial_interval=timedelta(seconds=5), maximum_interval=timedelta(minutes=10)),
)

PRINTING = Patience(
    attempt=timedelta(minutes=2),
    altogether=timedelta(days=3),
    retries=RetryPolicy(initial_interval=timedelta(seconds=5), maximum_interval=timedelta(minutes=30)),
)

# R&M is away for hours, or over a weekend of maintenance: what it must know waits, and is never given up.
TELLING = Patience(
    attempt=timedelta(seconds=90),
    altogether=None,
    retries=RetryPolicy(initial_interval=timedelta(seconds=5), maximum_interval=timedelta(minutes=5)),
)

# Asking the server what runs is quick; while it is away, nothing runs here either.
LISTING = Patience(
    attempt=timedelta(minutes=1),
    altogether=timedelta(hours=12),
    retries=RetryPolicy(initial_interval=timedelta(seconds=5), maximum_interval=timedelta(minutes=10)),
)

# The daily look: what could not be read by then is read by the next one.
LOOKING = Patience(
    attempt=timedelta(minutes=30),
    altogether=timedelta(hours=12),
    retries=RetryPolicy(initial_interval=timedelta(seconds=5), maximum_interval=timedelta(minutes=10)),
)
