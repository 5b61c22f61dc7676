"""What holds after every step of every journey, however people behave."""

from collections.abc import Iterable
from datetime import datetime
from itertools import pairwise

from interventions.agenda import agenda, clocks
from interventions.case import Case
from interventions.clocks import Clock
from interventions.conversation import catch_up, hear, hear_outside
from interventions.errors import Refusal
from interventions.evolve import evolve, evolve_all
from interventions.facts import (
    AnyFact,
    AppointmentBooked,
    ClockBreached,
    ClockWarned,
    TaskClosed,
    TaskOpened,
    TaskOverdue,
    WordRequested,
)
from interventions.meetings.appointment import ASSESSMENT
from interventions.messages import SIGNALS, Message, UndoAmendment
from interventions.promises.dose import ledgers
from interventions.stage import stage
from interventions.views.status import attributes, status
from interventions.vocabulary import Channel, ClockState, Stage, Unit
from interventions.words.correspondence import PostLetter, SendText

# The dearest looks are taken at every fourth fact.
LOOK_EVERY = 4


def everything_holds(before: Case, facts: Iterable[AnyFact], after: Case) -> None:
    """The step from one case to the next broke nothing."""
    facts = tuple(facts)
    if any(isinstance(fact, WordRequested) for fact in facts):
        nobody_is_written_to_against_the_sheet(before, facts)
    if any(isinstance(fact, AppointmentBooked) and fact.opened for fact in facts):
        what_was_opened_was_opened_by_words(before, facts)
    assert after.sequence == before.sequence + len(facts) == len(after.journal)
    nothing_is_missed_in_silence(before, facts)
    one_live_date_a_slot(after)
    the_ledger_adds_up(after)
    every_clock_has_one_state_and_explains_itself(after)
    nothing_stays_due(after)
    what_is_due_has_its_reason(after)
    what_was_kept_is_there_or_was_let_in(after)
    assert after.suppressed or not before.suppressed, "a death was taken back"
    if after.sequence % LOOK_EVERY == 0:
        what_is_next_happens(after)
        assert status(after).stage == attributes(after).stage == stage(after)


def nobody_is_written_to_against_the_sheet(case: Case, facts: Iterable[AnyFact]) -> None:
    """Each word was asked for on a channel recorded safe at that very moment, and never after a death."""
    for fact in facts:
        if isinstance(fact, WordRequested) and isinstance(fact.errand, SendText | PostLetter):
            channel = Channel.TEXT if isinstance(fact.errand, SendText) else Channel.LETTER
            assert case.referral.participant.contact.reach_by(channel) == "yes", "written to unsafely"
            assert not case.suppressed, "written to after a death"
        case = evolve(case, fact)


def what_was_opened_was_opened_by_words(case: Case, facts: Iterable[AnyFact]) -> None:
    """No rule gives way unasked, and none to the reason for which a date moves; each is named once."""
    for fact in facts:
        if isinstance(fact, AppointmentBooked) and fact.opened:
            stood = fact.appointment.slot in {date.slot for date in case.live}
            assert fact.all_the_same or (fact.reason and not stood), "opened, and nobody says why"
            assert len(set(fact.opened)) == len(fact.opened), "one rule opened twice"
        case = evolve(case, fact)


def nothing_is_missed_in_silence(case: Case, facts: Iterable[AnyFact]) -> None:
    """A breach is a task, and so is a warning, unless the breach came with it."""
    asked = {task.id for task in case.open_tasks}
    silent: set[str] = set()
    for fact in facts:
        match fact:
            case ClockWarned():
                silent |= {f"warned/{fact.clock}"} - asked
            case ClockBreached():
                silent.discard(f"warned/{fact.clock}")
                silent |= {f"breached/{fact.clock}"} - asked
            case TaskOpened():
                asked.add(fact.task.id)
                silent.discard(fact.task.id)
            case TaskClosed():
                asked.discard(fact.task)
    assert silent == set(), "nobody was asked"


def one_live_date_a_slot(case: Case) -> None:
    for slot in case.slots.values():
        versions = [appointment.version for appointment in slot.appointments]
        assert versions == list(range(1, len(versions) + 1))
        recorded = [contact.version for contact in slot.contacts]
        assert len(recorded) == len(set(recorded)), "one date recorded twice"
        assert not set(recorded) & set(slot.called_off), "called off and recorded"
        assert sum(contact.held for contact in slot.contacts) <= 1
        assert not (slot.forfeited and (slot.held or slot.live)), "forfeited, and not over"
    assert len({date.slot for date in case.live}) == len(case.live)
    dates = case.live
    assert not [one for one, two in pairwise(dates) if two.overlaps(one.starts_at, one.minutes)]
    assert not (case.pause and [date for date in dates if date.starts_at > case.last_at]), "a date in a pause"
    assert not (case.withdrawal and [date for date in dates if date.starts_at > case.withdrawal.at])


def the_ledger_adds_up(case: Case) -> None:
    counted = [contact for contact in case.contacts if contact.held and contact.counts]
    counted = [contact for contact in counted if contact.slot != ASSESSMENT]
    accounts = ledgers(case)
    assert sum(account.minutes for account in accounts) == sum(contact.minutes for contact in counted)
    assert sum(account.sessions_held for account in accounts) == len(counted)
    assert sum(account.forfeited for account in accounts) == sum(slot.forfeited for slot in case.sessions)
    for account in accounts:
        by_minutes = account.unit is Unit.MINUTES
        assert account.delivered == (account.minutes if by_minutes else account.sessions_held)
        met = account.delivered >= account.planned
        assert account.owed >= 0
        assert account.owed == 0 if met else account.owed > 0 or account.forfeited > 0


def every_clock_has_one_state_and_explains_itself(case: Case) -> None:
    promises = clocks(case)
    assert len({clock.name for clock in promises}) == len(promises), "two clocks of one name"
    for clock in promises:
        assert clock.rule in clock.explanation
        assert "due by the end of" in clock.explanation
        assert in_its_state(case, clock), f"{clock.name} is {clock.state}"


def in_its_state(case: Case, clock: Clock) -> bool:
    met, now = clock.met_at, case.last_at
    match clock.state:
        case ClockState.MET:
            return met is not None and met < clock.due
        case ClockState.MET_LATE:
            return met is not None and met >= clock.due
        case ClockState.STOPPED:
            return bool(met is None and not clock.mark.breached and (case.pause or case.withdrawal))
        case ClockState.BREACHED:
            return met is None and clock.due <= now
        case _:
            overtaken = now < clock.due or stage(case) is Stage.CLOSED
            return clock.open and not clock.mark.breached and overtaken


def nothing_stays_due(case: Case) -> None:
    """What fell due is done."""
    items = agenda(case)
    assert [item.key for item in items if item.at <= case.last_at] == []
    assert len({item.key for item in items}) == len(items)


def _on_its_way(case: Case, word: str) -> bool:
    return word in case.words and case.words[word].state == "accepted"


def what_is_due_has_its_reason(case: Case) -> None:
    """Nothing falls due for a date that moved, a clock that was met or stopped, a task that was closed."""
    dates = {f"reminder/{date.key}" for date in case.live if not case.suppressed}
    still = {clock.name for clock in clocks(case) if clock.open and not clock.mark.breached}
    tasks = {task.id for task in case.open_tasks}
    kept = {f"{kept.number:06}" for kept in case.kept}
    for item in agenda(case):
        kind, _, about = item.key.partition("/")
        reason = {
            "reminder": any(f"{item.key}/".startswith(f"{date}/") for date in dates),
            "appointment-letter": f"reminder/{about}" in dates,
            "receipt": _on_its_way(case, about.partition("/check-")[0]),
            "waiting": about in case.words and case.words[about].state == "requested",
            "duplicates": not case.looked,
            "warn": about in still,
            "breach": about in still,
            "overdue": about in tasks,
            "last": about in tasks and stage(case) is Stage.CLOSED,
            "tidy": about in tasks,
            "kept": about in kept,
            "review": case.pause is not None,
            "close": case.withdrawal is not None and case.ending is None,
            "closure": case.withdrawal is None,
            "three-way-offer": case.three_way is None,
            "monitoring": any(item.key == each.key not in case.outbox for each in case.monitoring.untold),
            "chase": about in tasks,
        }
        assert reason[kind], f"{item.key} is due, and its reason is gone"


def what_was_kept_is_there_or_was_let_in(case: Case) -> None:
    facts = [line.fact for line in case.journal]
    assert facts.count("MessageKept") - facts.count("MessageLetIn") == len(case.kept)
    assert not (case.kept and stage(case) is Stage.CLOSED), "kept in a closed case"


def the_same_again_does_no_more(case: Case, message: Message, now: datetime) -> None:
    """Said twice, it is applied once; what the outside says in vain is put down each time."""
    if isinstance(message, UndoAmendment) and not message.amendment:
        return  # without a number it takes back one amendment after the other
    say = hear_outside if type(message) in SIGNALS.values() else hear
    try:
        again = say(case, message, now)
    except Refusal:
        return
    assert {fact.fact for fact in again} <= {"MessageSetAside"}, f"{type(message).__name__} heard anew"


def what_is_next_happens(case: Case) -> None:
    """What is next yields facts when its time comes, and is due no more."""
    for item in agenda(case)[:1]:
        facts = tuple(item.then(item.at))
        assert facts, f"{item.key} falls due, and nothing follows"
        left = [other.key for other in agenda(evolve_all(case, facts)) if other.at <= item.at]
        assert item.key not in left, f"{item.key} never leaves"


def once_closed_all_is_over(case: Case, now: datetime) -> None:
    """Nothing is due but what is still asked of people, nothing is awaited, no date stands."""
    if stage(case) is Stage.CLOSED:
        # What R&M must still be told is asked for after the end too, and any task for a while.
        kinds = {item.key.partition("/")[0] for item in agenda(case)}
        assert kinds <= {"chase", "overdue", "last"}
        about_tasks = TaskOverdue | TaskOpened | TaskClosed
        assert all(isinstance(fact, about_tasks) for fact in catch_up(case, now))
        assert case.live == ()
