"""Saying something in writing, and asking a person to do what the service cannot.

Nobody is contacted on a channel that is not known to be safe: nothing is sent, and a person is asked
instead (domain brief 0.9, 8 consent).
"""

from collections.abc import Iterator
from datetime import datetime, time

from interventions.case import Case
from interventions.days.london import london_date
from interventions.facts import AnyFact, TaskOpened, WordRequested, WordWithheld
from interventions.people import addressed
from interventions.task import Task, TaskKind
from interventions.vocabulary import Channel, Role
from interventions.words.correspondence import Errand, Paper, PostLetter, ProduceDocument, Saying, SendText


def ask(
    case: Case,
    task_id: str,
    kind: TaskKind,
    owner: Role,
    what: str,
    *,
    about: str,
    at: datetime,
    today: bool = False,
    due: datetime | None = None,
    anew: bool = False,
) -> Iterator[AnyFact]:
    """Ask a person, once: not again while it is open, nor once somebody has said how it was done.

    `anew` says that what it is asked for has happened again: then only an open task is not asked for twice,
    unless it says something else now (another day, say).
    It is due in the policy's working days for a task, by the end of the London day if it is for `today`, or
    at the instant given.
    """
    if case.suppressed and kind in ("contact", "sending"):
        return  # nobody is to be reached any more
    known = case.tasks.get(task_id)
    if known and _stands(known, what, anew=anew):
        return
    days = 0 if today else case.terms.policy.task_working_days
    due = due or case.terms.day_ends(at, days)
    task = Task(
        id=task_id,
        kind=kind,
        owner=owner,
        what=what,
        about=about,
        opened_at=at,
        due=due,
        **addressed(case, owner),
    )
    yield TaskOpened(at=at, task=task)


def _stands(known: Task, what: str, *, anew: bool) -> bool:
    """Whether a task was asked for already, and that is enough."""
    if known.closed_at is None:
        return not anew or known.what == what
    return bool(known.closed_by) and not anew


def ask_again(case: Case, closed_at: datetime, at: datetime) -> Iterator[AnyFact]:
    """Ask again what was tidied away at an instant that was taken back; what nobody needs goes by itself."""
    due = case.terms.day_ends(at, case.terms.policy.task_working_days)
    for task in case.tasks.values():
        if task.closed_at == closed_at and not task.closed_by:
            again = task.model_copy(update={"opened_at": at, "due": due, "closed_at": None})
            again = again.model_copy(update=addressed(case, task.owner))
            yield TaskOpened(at=at, task=again)


def by_text(
    case: Case, key: str, saying: Saying, *, at: datetime, useless_after: datetime, at_any_hour: bool = False
) -> Iterator[AnyFact]:
    """Text the participant where that is safe; otherwise ask the caseworker to tell them.

    At any hour only where the participant has just written to us.
    """
    contact = case.referral.participant.contact
    if case.suppressed:
        yield WordWithheld(at=at, key=key, channel=Channel.TEXT, why="suppressed")
        return
    reach = contact.reach_by(Channel.TEXT)
    if reach != "yes" or contact.mobile is None:
        yield from _withhold(case, key, Channel.TEXT, reach, at)
        return
    if off := case.texts_off.get(contact.mobile):
        yield from _withhold(case, key, Channel.TEXT, off, at)
        return
    policy = case.terms.policy
    errand = SendText(
        key=key,
        to=contact.mobile,
        language=contact.language,
        saying=saying,
        useless_after=useless_after,
        recipient_version=contact.version,
        send_from=time.min if at_any_hour else policy.send_from,
        send_until=time.max if at_any_hour else policy.send_until,
    )
    yield WordRequested(at=at, errand=errand)


def by_letter(case: Case, key: str, paper: Paper, *, at: datetime) -> Iterator[AnyFact]:
    """Post to the participant where that is safe; otherwise file it and ask for it to be handed over."""
    participant, contact = case.referral.participant, case.referral.participant.contact
    if case.suppressed:
        yield WordWithheld(at=at, key=key, channel=Channel.LETTER, why="suppressed")
        return
    reach = contact.reach_by(Channel.LETTER)
    errand: Errand
    if reach != "yes" or contact.address is None:
        yield from _withhold(case, key, Channel.LETTER, reach, at)
        yield from on_file(case, f"{key}/by-hand", paper, at=at)
        return
    errand = PostLetter(
        key=key,
        to=f"{participant.first_name} {participant.last_name}",
        address=contact.address,
        language=contact.language,
        letter_format=contact.letter_format,
        paper=paper,
        written_on=london_date(at),
    )
    yield WordRequested(at=at, errand=errand)


def on_file(case: Case, key: str, paper: Paper, *, at: datetime) -> Iterator[AnyFact]:
    """Produce a document for the file."""
    contact = case.referral.participant.contact
    errand = ProduceDocument(
        key=key,
        language=contact.language,
        letter_format=contact.letter_format,
        paper=paper,
        written_on=london_date(at),
    )
    yield WordRequested(at=at, errand=errand)


INSTEAD = {
    Channel.TEXT: "Reminder not texted: find a safe way to tell the participant",
    Channel.LETTER: "Letter not posted: hand over the copy on file, or find a safe way",
}


def _withhold(case: Case, key: str, channel: Channel, reach: str, at: datetime) -> Iterator[AnyFact]:
    yield WordWithheld(at=at, key=key, channel=channel, why=reach)
    what = f"{INSTEAD[channel]} ({reach.replace('-', ' ')})"
    yield from ask(case, f"reach/{key}", "contact", Role.CASEWORKER, what, about=key, at=at)
