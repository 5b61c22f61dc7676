"""How figures are said in a report: numbers where they are few, percentages where they are many."""

from datetime import date, datetime

from interventions.days.london import london_date
from interventions.figures.share import Share

KINDS = {
    "allocation": "Allocation to a caseworker",
    "assessment": "Assessment held",
    "action-plan": "Action plan submitted",
    "approval": "Decision on each plan",
    "update": "Record made the same day",
    "report": "End-of-service report",
}
ATTENDANCE = {
    "held": "Took place",
    "absent_unaccepted": "Did not attend, no accepted reason",
    "absent_accepted": "Did not attend, accepted reason",
    "absent_provider": "Did not attend, provider's doing",
    "no_session_unaccepted": "Came, participant would not",
    "no_session_accepted": "Came, participant could not",
    "no_session_provider": "Came, provider's doing",
}
RECORDING = {
    "recorded_same_day": "Same day",
    "recorded_next_day": "Next day",
    "recorded_within_week": "2-7 days",
    "recorded_later": "Over 7 days",
    "never_recorded": "No record",
}
PATHWAYS = {
    "lifestyle-and-associates": "Lifestyle and associates",
    "family-and-significant-others": "Family and significant others",
}
COMPLEXITIES = ("low", "medium", "high")


def of_all(share: Share) -> str:
    """A share in words: "3 of 4", and from ten on "31 of 40 (78%)"."""
    if not share.of:
        return "none due yet"
    if share.percent is None:
        return f"{share.yes} of {share.of}"
    return f"{share.yes} of {share.of} ({percent(share.yes, share.of)})"


def percent(part: int, whole: int) -> str:
    """In whole per cent; what is not quite all is never 100, what is not quite none never 0."""
    rounded = round(100 * part / whole)
    if rounded == 100 and part < whole:
        return "over 99%"
    return "under 1%" if rounded == 0 and part else f"{rounded}%"


def month_in_words(month: str) -> str:
    """ "2026-04" as "Apr 2026"."""
    return f"{date.fromisoformat(f'{month}-01'):%b %Y}"


def after_month(known_until: datetime | None) -> str:
    """What comes after the last known month: "after Mar 2027"."""
    return f"after {london_date(known_until):%b %Y}" if known_until else "later"


def in_words(code: str) -> str:
    """A code as people say it: "did-not-attend" as "did not attend"."""
    return code.replace("-", " ").replace("_", " ")


def amount(total: float, over: int) -> str:
    """An average to one decimal, without a nought behind the point."""
    return f"{total / over:.1f}".removesuffix(".0")
