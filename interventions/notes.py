"""Contacts between appointments: a call, a visit, a try that reached nobody, put on the record the same day.

Seeds, footer: same day updates following every contact. Every contact is more than every appointment: calls
count too (domain brief 7.6, A23). None of them is a session, moves the journey or counts towards the dose.
"""

from collections.abc import Iterator
from datetime import datetime

from interventions.case import Case, Noted
from interventions.concerns import raise_concern
from interventions.errors import Refusal
from interventions.facts import AnyFact, ContactNoted
from interventions.fingerprint import fingerprint
from interventions.messages import NoteContact


def note_contact(case: Case, message: NoteContact, now: datetime) -> Iterator[AnyFact]:
    """Write it down; a concern goes to the practitioner at once. The same contact again changes nothing.

    Raises:
        Refusal: `not-yet` for one still to come; `before-the-referral`.
    """
    if any(_same(noted, message) for noted in case.noted):
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
    )
    if message.concerns.strip():
        yield from raise_concern(case, key, now)


def _same(noted: Noted, message: NoteContact) -> bool:
    """Said in the same words: whoever adds to what they wrote is heard again."""
    said = ("happened_at", "whom", "contact", "reached")
    alike = all(getattr(noted, name) == getattr(message, name) for name in said)
    return alike and noted.words == fingerprint(message.summary, message.concerns)
