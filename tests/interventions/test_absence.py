"""Nobody came: rebooked or forfeited, told to the practitioner when it repeats, never a dead end."""

from collections.abc import Callable

import pytest

from interventions.agenda import agenda
from interventions.case import Case
from interventions.days.london import last_day, london_date
from interventions.facts import TaskOpened
from interventions.meetings.absence import all_missed, in_a_row
from interventions.messages import CallOff, Forfeit, Message, Record
from interventions.promises.dose import ledgers, owed
from interventions.stage import stage
from interventions.vocabulary import Attended, NoSessionReason, Role, Stage
from tests.builders import a_case_at, facts_of, left_until, refusal, session_gaps, told
from tests.interventions.lives import after_its_time, all_forfeited, forfeited, planned
from tests.interventions.lives import then_booked as booked
from tests.sayings import WORKER, a_booking, a_record, nobody_came


def not_held(why: NoSessionReason) -> Record:
    """They came, and no session took place."""
    return a_record(held=False, no_session_reason=why)


def forfeit(slot: str = "session-1") -> Forfeit:
    return Forfeit(by=WORKER, slot=slot, reason="no longer wanted")


def call_off(slot: str = "session-1") -> CallOff:
    return CallOff(by=WORKER, slot=slot, reason="the room is flooded")


def missed(said: Record | None = None) -> Case:
    """session-1 of three is on the record, and did not take place."""
    return after_its_time(planned(3), said or nobody_came())


ABSENT = nobody_came()
EXCUSED = nobody_came(no_session_reason=NoSessionReason.ACCEPTABLE)
UNWILLING = not_held(NoSessionReason.UNACCEPTABLE)
UNABLE = not_held(NoSessionReason.ACCEPTABLE)
SPOILT = not_held(NoSessionReason.LOGISTICS)
HELD = a_record()

REFUSED = [
    pytest.param(
        lambda: planned(3), forfeit(), None, "not-missed", "slot", id="a date that is still to come"
    ),
    pytest.param(lambda: missed(HELD), forfeit(), None, "not-missed", "slot", id="a session that was held"),
    pytest.param(missed, forfeit("session-9"), None, "not-missed", "slot", id="a session nobody booked"),
    pytest.param(missed, forfeit("assessment"), None, "not-missed", "slot", id="the assessment"),
    pytest.param(
        lambda: told(planned(3), call_off()), forfeit(), None, "not-missed", "slot", id="only called off"
    ),
    pytest.param(
        lambda: missed(SPOILT), forfeit(), None, "providers-fault", "slot", id="the provider spoilt it"
    ),
    pytest.param(
        lambda: forfeited(missed(), "session-1"),
        a_booking("2026-06-18T10:00", slot="session-1"),
        None,
        "forfeited",
        "slot",
        id="a forfeited session, booked again",
    ),
    pytest.param(missed, call_off(), None, "nothing-booked", "slot", id="calling off what was missed"),
    pytest.param(missed, call_off("session-9"), None, "nothing-booked", "slot", id="calling off nothing"),
    pytest.param(
        lambda: planned(3), call_off(), "2026-06-10T10:00", "record-it-first", "slot", id="its time has come"
    ),
]


@pytest.mark.parametrize(("case", "message", "when", "rule", "field"), REFUSED)
def test_it_is_refused(
    case: Callable[[], Case], message: Message, when: str | None, rule: str, field: str
) -> None:
    no = refusal(case(), message, when)
    assert (no.rule, no.field) == (rule, field)


@pytest.mark.parametrize(
    ("said", "delivered", "still", "decision"),
    [
        pytest.param(ABSENT, 0, 3, True, id="did not attend"),
        pytest.param(EXCUSED, 0, 3, True, id="did not attend, with good reason"),
        pytest.param(UNABLE, 0, 3, True, id="came, and could not"),
        pytest.param(UNWILLING, 0, 3, True, id="came, and would not"),
        pytest.param(SPOILT, 0, 3, True, id="came, and the provider had no room"),
        pytest.param(HELD, 1, 2, False, id="came, and it was held"),
        pytest.param(
            a_record(attended=Attended.LATE, late_reason="the bus"), 1, 2, False, id="came late, and was seen"
        ),
    ],
)
def test_only_a_session_that_was_held_counts_towards_the_dose(
    said: Record, delivered: int, still: int, decision: bool
) -> None:
    case = missed(said)
    (account,) = ledgers(case)
    assert (account.delivered, account.owed) == (delivered, still)
    assert ("rebook/session-1/1" in case.tasks) is decision


@pytest.mark.parametrize(
    ("before", "said", "told_today"),
    [
        pytest.param((ABSENT,), ABSENT, True, id="absent twice"),
        pytest.param((UNWILLING,), ABSENT, True, id="would not, and then absent"),
        pytest.param((ABSENT, ABSENT), ABSENT, True, id="and once more"),
        pytest.param((), ABSENT, False, id="absent once"),
        pytest.param((ABSENT,), EXCUSED, False, id="the second time with good reason"),
        pytest.param((ABSENT,), UNABLE, False, id="the second time they could not"),
        pytest.param((ABSENT,), SPOILT, False, id="the second time it was the provider's fault"),
        pytest.param((ABSENT, HELD), ABSENT, False, id="with a session held between"),
        pytest.param((ABSENT, EXCUSED), ABSENT, False, id="with an excuse between"),
    ],
)
def test_repeated_absence_is_told_to_the_practitioner_the_same_day(
    before: tuple[Record, ...], said: Record, told_today: bool
) -> None:
    case = planned(5)
    for earlier in before:
        case = booked(after_its_time(case, earlier))
    date = case.live[0]
    tasks = [fact.task for fact in facts_of(case, said, date.ends_at) if isinstance(fact, TaskOpened)]
    alerts = [task for task in tasks if task.id == f"absence/{date.key}"]
    assert bool(alerts) is told_today
    for alert in alerts:
        assert alert.owner is Role.PROBATION_PRACTITIONER
        assert last_day(alert.due) == london_date(date.starts_at)


def test_how_many_absences_are_too_many_is_policy() -> None:
    case = booked(missed())
    patient = case.terms.policy.model_copy(update={"absences_in_a_row": 3})
    case = case.model_copy(update={"terms": case.terms.model_copy(update={"policy": patient})})
    case = after_its_time(case, ABSENT)
    assert in_a_row(case) == 2
    assert not [task for task in case.tasks if task.startswith("absence/")]


def test_a_missed_assessment_counts_among_the_absences() -> None:
    case = told(a_case_at(Stage.ASSESSMENT), a_booking("2026-06-03T10:00"))
    case = told(after_its_time(case, ABSENT), a_booking("2026-06-05T10:00"))
    case = after_its_time(case, ABSENT)
    assert [task.id for task in case.open_tasks if task.kind == "record"] == ["absence/assessment/2"]


def test_a_forfeited_session_is_no_longer_owed_and_was_never_delivered() -> None:
    case = forfeited(missed(), "session-1")
    (account,) = ledgers(case)
    assert (account.forfeited, account.delivered, account.sessions_held, account.owed) == (1, 0, 0, 2)
    assert facts_of(case, forfeit()) == ()
    assert booked(case).live[0].key == "session-2/1"


def test_booking_it_again_or_forfeiting_it_settles_the_decision() -> None:
    for settled in (booked(missed()), forfeited(missed(), "session-1")):
        assert settled.tasks["rebook/session-1/1"].closed_at == settled.last_at
    assert booked(missed()).live[0].key == "session-1/2"


def test_a_session_the_provider_spoilt_once_may_be_forfeited_after_a_real_absence() -> None:
    case = after_its_time(booked(missed(SPOILT)), ABSENT)
    assert forfeited(case, "session-1").slots["session-1"].forfeited


def test_a_date_called_off_is_still_owed_and_its_reminder_never_goes_out() -> None:
    case = planned(3)
    assert [item.key for item in agenda(case) if item.key.startswith("reminder/")] == ["reminder/session-1/1"]
    case = told(case, call_off())
    assert case.live == ()
    assert case.slots["session-1"].missed
    later = left_until(case, "2026-06-20T10:00")
    assert "reminder/session-1/1" not in later.words
    assert not [name for name in later.marks if name.startswith("update/")]
    again = booked(later)
    assert (again.live[0].key, owed(again)) == ("session-1/2", 3)


def test_a_called_off_date_opens_the_gap_that_has_its_own_deadline() -> None:
    case = told(planned(3), call_off())
    assert [gap.closed_at for gap in session_gaps(case)] == [None]
    assert "breached/next-session/1" in left_until(case, "2026-06-20T10:00").tasks


@pytest.mark.parametrize("sessions", [1, 2])
def test_when_every_session_was_missed_closure_is_proposed(sessions: int) -> None:
    case = all_forfeited(sessions)
    assert all_missed(case)
    (task,) = [task for task in case.open_tasks if task.kind == "closure"]
    assert (task.owner, stage(case)) == (Role.PROBATION_PRACTITIONER, Stage.FINAL_SESSION)


def test_it_is_proposed_once_and_settled_by_another_date() -> None:
    case = all_forfeited()
    asked = [line for line in left_until(case, "2026-09-01T10:00").journal if line.about == "closure/1"]
    assert [line.fact for line in asked] == ["TaskOpened", "TaskOverdue"]
    assert booked(case).tasks["closure/1"].closed_at


def test_a_dose_partly_held_is_not_proposed_for_closure() -> None:
    case = booked(missed(HELD))
    case = forfeited(after_its_time(case, ABSENT), "session-2")
    case = forfeited(after_its_time(booked(case), ABSENT), "session-3")
    assert owed(case) == 0
    assert not all_missed(case)
    assert [task for task in case.open_tasks if task.kind == "closure"] == []


def test_after_everything_was_forfeited_a_final_session_can_still_be_held() -> None:
    case = booked(all_forfeited())
    assert [date.final for date in case.live] == [True]
    case = after_its_time(case, a_record(reason="the first was forfeited"))
    assert (stage(case), case.final is not None) == (Stage.END_OF_SERVICE, True)


@pytest.mark.parametrize(
    ("said", "task", "owner"),
    [
        pytest.param(
            a_record(concerns="x"), "concern/session-1/1", Role.PROBATION_PRACTITIONER, id="a concern"
        ),
        pytest.param(
            a_record(conduct="poor"), "conduct/session-1/1", Role.PROBATION_PRACTITIONER, id="conduct"
        ),
    ],
)
def test_the_practitioner_hears_today(said: Record, task: str, owner: Role) -> None:
    case = missed(said)
    assert case.tasks[task].owner is owner
    assert last_day(case.tasks[task].due) == london_date(case.last_at)
    assert task not in missed(a_record(conduct="good")).tasks
