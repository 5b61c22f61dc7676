"""What a participant's text does: stops texts, starts them, confirms, asks to be rung, or waits to be read.

Nothing they wrote is shown: it is in the register, and a task says that it is there to be read. The same text
twice changes nothing. Urgent words are answered with where help is, at any hour, and told at once.
"""

import re
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from interventions.case import Case
from interventions.days.london import LONDON, day_ends, london_date
from interventions.facts import AnyFact, AppointmentConfirmed, ReplyReceived, TextsResumed, TextsStopped
from interventions.meetings.appointment import Appointment
from interventions.messages import TextReply
from interventions.task import TaskKind
from interventions.vocabulary import Channel, ReplyKind, Role, TextsOff
from interventions.words.called_off import untold
from interventions.words.contacting import ask, by_text
from interventions.words.correspondence import EmergencyText
from interventions.words.reminders import reminded
from interventions.words.where_to_read import read_it

AT_ONCE = timedelta(hours=1)
AN_HOUR = timedelta(hours=1)
# Where help is stays worth knowing for some hours; then somebody has rung.
HELP_IS_NEWS_FOR = timedelta(hours=4)
ANSWER = "emergency/"

READ_IT = "A text came in: {} and answer it"
RING_BACK = "The participant asks to be rung about the appointment"
WHOSE = "A text came from a number that others use too: ask the participant whether it was theirs"
URGENT = "A text came in that sounds urgent: {} and act at once"
AGREE = "The participant wants no texts: agree how to keep in touch"
SOMEBODY_ELSE = "Somebody else answers this number: report it, and find the right one"


def text_reply(case: Case, message: TextReply, now: datetime) -> Iterator[AnyFact]:
    """Keep the text, and do what it asks for. Heard already: nothing."""
    if message.reply in case.replies:
        return
    yield ReplyReceived(
        at=now,
        reply=message.reply,
        received_at=message.received_at,
        number=message.number,
        kind=message.kind,
        words="" if message.shared else message.words,
        shared=message.shared,
    )
    yield from DOES[message.kind](case, message, now)


def stop_texts(case: Case, number: str, why: TextsOff, now: datetime) -> Iterator[AnyFact]:
    """No text goes to this number any more, and somebody agrees another way with the participant."""
    if number in case.texts_off:
        return
    yield TextsStopped(at=now, number=number, why=why)
    if why is not TextsOff.NUMBER_BAD:
        yield from ask(
            case,
            f"keep-in-touch/{case.sequence + 1}",
            "contact",
            Role.CASEWORKER,
            AGREE,
            about="texts",
            at=now,
        )


def _stop(case: Case, message: TextReply, now: datetime) -> Iterator[AnyFact]:
    if _said_otherwise_since(case, message):
        return
    yield from stop_texts(case, message.number, TextsOff.STOPPED, now)


def _start(case: Case, message: TextReply, now: datetime) -> Iterator[AnyFact]:
    """They want texts again; only whoever wrongly got them has to be taken off by hand."""
    if _said_otherwise_since(case, message):
        return
    if case.texts_off.get(message.number, TextsOff.WRONG_PERSON) is not TextsOff.WRONG_PERSON:
        yield TextsResumed(at=now, number=message.number)


def _said_otherwise_since(case: Case, message: TextReply) -> bool:
    """Whether a later word from that number was heard first: after an outage texts come in any order."""
    last = case.texts_chosen.get(message.number)
    return case.terms.policy.follows(2) and last is not None and message.received_at < last


def _confirm(case: Case, message: TextReply, now: datetime) -> Iterator[AnyFact]:
    """The next appointment they were reminded of is confirmed; a second yes changes nothing."""
    dates = [date for date in case.live if date.starts_at > now and reminded(case, date)]
    if message.shared or not dates or untold(case, now):
        yield from _read(case, message, now)
    elif waiting := awaits_confirmation(case, now):
        yield AppointmentConfirmed(at=now, slot=waiting.slot, version=waiting.version, reply=message.reply)


def awaits_confirmation(case: Case, now: datetime) -> Appointment | None:
    """The next appointment the participant was reminded of and has not confirmed, or None."""
    dates = [date for date in case.live if date.starts_at > now and reminded(case, date)]
    return next((date for date in dates if date.key not in case.confirmed), None)


def _change(case: Case, message: TextReply, now: datetime) -> Iterator[AnyFact]:
    if message.shared:
        yield from _read(case, message, now)
        return
    due = _today(case, now)
    yield from _asked(case, "call-back", Role.CASEWORKER, RING_BACK, now, due=due)


def _read(case: Case, message: TextReply, now: datetime) -> Iterator[AnyFact]:
    """One task at a time: whoever reads the register reads all that came."""
    task, what = ("shared-reply", WHOSE) if message.shared else ("reply", READ_IT.format(read_it(case)))
    if not any(known.id.startswith(f"{task}/") for known in case.open_tasks):
        yield from _asked(case, task, Role.CASEWORKER, what, now)


def _urgent(case: Case, message: TextReply, now: datetime) -> Iterator[AnyFact]:
    at_once = now + AT_ONCE
    for task, owner in (("urgent", Role.CASEWORKER), ("urgent-practitioner", Role.PROBATION_PRACTITIONER)):
        yield from _asked(case, task, owner, URGENT.format(read_it(case)), now, due=at_once, urgent=True)
    if message.answers and _may_answer(case, message, now):
        help_by = now + HELP_IS_NEWS_FOR
        key = f"{ANSWER}{re.sub('[^a-z0-9]', '-', message.reply.lower())}"
        yield from by_text(case, key, EmergencyText(), at=now, useless_after=help_by, at_any_hour=True)


def _may_answer(case: Case, message: TextReply, now: datetime) -> bool:
    """Only the number on the sheet, where texts are safe, and never in a loop (reliability brief R22)."""
    contact = case.referral.participant.contact
    safe = contact.reach_by(Channel.TEXT) == "yes" and contact.mobile == message.number
    sent = [word for word in case.words.values() if word.key.startswith(ANSWER) and word.at > now - AN_HOUR]
    few = len(sent) < case.terms.policy.automatic_answers_an_hour
    return safe and few and not case.suppressed and message.number not in case.texts_off


def _wrong_person(case: Case, message: TextReply, now: datetime) -> Iterator[AnyFact]:
    if case.texts_off.get(message.number) is not TextsOff.WRONG_PERSON:
        yield TextsStopped(at=now, number=message.number, why=TextsOff.WRONG_PERSON)
        yield from _asked(case, "wrong-number", Role.CASEWORKER, SOMEBODY_ELSE, now, due=_today(case, now))


def _asked(
    case: Case,
    task: str,
    owner: Role,
    what: str,
    now: datetime,
    *,
    due: datetime | None = None,
    urgent: bool = False,
) -> Iterator[AnyFact]:
    number = case.replies_heard + 1
    kind: TaskKind = "urgent" if urgent else "contact"
    yield from ask(case, f"{task}/{number}", kind, owner, what, about=f"reply/{number}", at=now, due=due)


def _today(case: Case, now: datetime) -> datetime:
    """The end of the London day; of the next working day for what comes in the evening or on a day off."""
    day, calendar = london_date(now), case.terms.calendar
    late = now.astimezone(LONDON).time() >= case.terms.policy.send_until
    if late or not calendar.is_working(day):
        day = calendar.count_on(day, 1).due
    return day_ends(day)


DOES: dict[ReplyKind, Callable[[Case, TextReply, datetime], Iterator[AnyFact]]] = {
    ReplyKind.STOP: _stop,
    ReplyKind.START: _start,
    ReplyKind.CONFIRM: _confirm,
    ReplyKind.CHANGE: _change,
    ReplyKind.URGENT: _urgent,
    ReplyKind.WRONG_PERSON: _wrong_person,
    ReplyKind.OTHER: _read,
}
