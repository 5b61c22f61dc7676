"""How far the service's texts have come, in words for the card and the status: accepted is not delivered."""

from collections.abc import Iterator

from interventions.case import Case, Word
from interventions.days.london import spoken_moment
from interventions.meetings.appointment import Appointment
from interventions.message import Wire
from interventions.vocabulary import Channel, TextsOff
from interventions.words.receipts import matters
from interventions.words.reminders import words_about

WHY_OFF = {
    TextsOff.STOPPED: "the participant asked for none",
    TextsOff.OPTED_OUT: "the participant asked their carrier for none",
    TextsOff.NUMBER_BAD: "the number does not work",
    TextsOff.WRONG_PERSON: "the number is somebody else's",
}


class WordView(Wire):
    """One text, by its key, and how far it has come."""

    key: str
    progress: str


def progress(word: Word) -> str:
    """How far a text has come, with since when or why not, as an operator reads it."""
    match word.state:
        case "requested":
            return "on its way to the phone network"
        case "accepted" if not word.traced:
            return f"handed over {spoken_moment(word.since or word.at)}"
        case "accepted":
            return f"with the phone network since {spoken_moment(word.since or word.at)}"
        case "delivered":
            return "arrived"
        case "undelivered":
            return f"did not arrive ({word.code})" if word.code else "did not arrive"
        case "failed":
            return "could not be sent"
        case "withheld":
            return "not sent: no safe way"
        case _:
            return "not sent: too late to be of use"


def about(case: Case, appointment: Appointment) -> str:
    """What the participant was told of a date, and what they said to it; empty where nothing was."""
    parts = [f"text {progress(word)}" for word in words_about(case, appointment)]
    letter = case.words.get(f"appointment-letter/{appointment.key}")
    if letter and letter.state in ("requested", "accepted"):
        parts.append("letter posted")
    if appointment.key in case.confirmed:
        parts.append("confirmed by the participant")
    return "; ".join(parts)


def texts_that_matter(case: Case) -> tuple[WordView, ...]:
    """The texts about the dates that stand, and any other the carrier still has."""
    return tuple(WordView(key=word.key, progress=progress(word)) for word in _that_matter(case))


def _that_matter(case: Case) -> Iterator[Word]:
    standing = {word.key for date in case.live for word in words_about(case, date)}
    for word in case.words.values():
        if word.errand == "text" and (word.key in standing or matters(case, word.key)):
            yield word


def texts_off(case: Case) -> str:
    """Why no text goes to the participant's number, or nothing."""
    mobile = case.referral.participant.contact.mobile
    if mobile is None or case.referral.participant.contact.reach_by(Channel.TEXT) != "yes":
        return ""
    why = case.texts_off.get(mobile)
    return WHY_OFF[why] if why else ""
