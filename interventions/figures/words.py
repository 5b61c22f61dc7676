"""What was said in writing, in figures: reminders and letters, and how far they got.

Accepted is not delivered (domain brief 6, F12), so each has a measure of its own.
"""

from collections import Counter
from collections.abc import Sequence

from interventions.case import Case
from interventions.facts import AnyFact, WordRequested
from interventions.figures.measure import number
from interventions.figures.plan import REACHED
from interventions.message import Wire
from interventions.vocabulary import Language, LetterFormat
from interventions.words.correspondence import Errand, PostLetter, SendText

SENT = ("accepted", "delivered", "undelivered")


class WordFigures(Wire):
    """Reminders by text, and letters by what their reader can read."""

    reminders_sent: int = number("Reminders a carrier took, whatever became of them then.")
    reminders_delivered: int = number("Those the carrier says arrived.")
    reminders_undelivered: int = number("Those the carrier says did not arrive.")
    reminders_failed: int = number("Reminders no carrier would take.")
    reminders_lapsed: int = number("Reminders that came too late to be of use and were not sent.")
    reminders_withheld: int = number(
        "Reminders not sent: not known to be safe, leading nowhere, or suppressed for good."
    )
    letters_posted: int = number("Letters the carrier took.")
    letters_english: int = number("Those asked for in English.")
    letters_welsh: int = number("Those asked for in Welsh.")
    letters_standard: int = number("Those in standard print.")
    letters_large_print: int = number("Those in large print.")
    letters_easy_read: int = number("Those in easy read.")
    letters_failed: int = number("Letters no carrier would take.")
    letters_withheld: int = number(
        "Letters not posted: not known to be safe, leading nowhere, or suppressed for good."
    )


LANGUAGES = {Language.ENGLISH: "letters_english", Language.WELSH: "letters_welsh"}
FORMATS = {
    LetterFormat.STANDARD: "letters_standard",
    LetterFormat.LARGE_PRINT: "letters_large_print",
    LetterFormat.EASY_READ: "letters_easy_read",
}


def word_figures(case: Case, facts: Sequence[AnyFact]) -> WordFigures:
    """The figures of everything written to the participant."""
    counted: Counter[str] = Counter()
    errands = {fact.errand.key: fact.errand for fact in facts if isinstance(fact, WordRequested)}
    for key, word in case.words.items():
        counted.update(_under(key, word.errand, word.state, errands.get(key)))
    return WordFigures(**counted)


def _under(key: str, channel: str, state: str, errand: Errand | None) -> tuple[str, ...]:
    """The measures under which one word counts."""
    if key.startswith("reminder/") and channel == "text":
        how = f"reminders_{state}" if state not in ("requested", "accepted") else ""
        sent = isinstance(errand, SendText) and state in SENT
        return tuple(name for name in ("reminders_sent" if sent else "", how) if name)
    if channel != "letter":
        return ()
    if isinstance(errand, PostLetter) and state in REACHED:
        return ("letters_posted", LANGUAGES[errand.language], FORMATS[errand.letter_format])
    return (f"letters_{state}",) if state in ("failed", "withheld") else ()
