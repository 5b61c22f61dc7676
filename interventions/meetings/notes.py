"""Contacts between appointments: a call, a visit, a try that reached nobody, put on the record the same day.

Seeds, footer: same day updates following every contact. Every contact is more than every appointment: calls
count too (domain brief 7.6, A23). None of them is a session, moves the journey or counts towards the dose.
"""

from collections.abc import Iterator
from datetime import datetime

from interventions.case import Case, Noted
from interventions.errors import Refusal
from interventions.facts import AnyFact, ContactNoted
from interventions.fingerprint import fingerprint
from interventions.meetings.concerns import raise_concern
from interventions.messages import NoteContact


def note_contact(case: Case, message: NoteContact, now: datetime) -> Iterator[AnyFact]:
    """Write it down; a concern goes to the practitioner at once. The same contact again changes nothing.

    Raises:
        Refusal: `not-yet` for one still to come; `before-the-referral`.
    """
    told = [noted for noted in case.noted if _of_the_same_contact(noted, message)]
    if any(_in_the_same_words(noted, message) for noted in told):
        return
    if message.happened_at > now:
        raise Refusal("not-yet", "lies in the future: book it instead", field="happened_at")
    if message.happened_at < case.referral.sent_at:
        raise Refusal("before-the-referral", "lies before the referral was sent", field="happened_at")
    key = f"note/{len(case.noted) + 1}"
    yield ContactNoted(
        at=now,
        by=message.by,
        key=key,
        happened_at=message.happened_at,
        whom=message.whom,
        contact=message.contact,
        reached=message.reached,
        summary=message.summary,
        concerns=message.concerns,
        adds_to=told[0].key if told else "",
    )
    if message.concerns.strip() and fingerprint(message.concerns) not in {noted.concern for noted in told}:
        yield from raise_concern(case, key, now)


def _of_the_same_contact(noted: Noted, message: NoteContact) -> bool:
    said = ("happened_at", "whom", "contact")
    return all(getattr(noted, name) == getattr(message, name) for name in said)


def _in_the_same_words(noted: Noted, message: NoteContact) -> bool:
    """Whoever adds to what they wrote is heard again."""
    words = fingerprint(message.summary, message.concerns)
    return (noted.reached, noted.words) == (message.reached, words)
