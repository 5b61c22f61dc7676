"""Ends before their time: thirteen codes at every stage, R&M's own decisions, taken back, and death."""

from collections.abc import Callable

import pytest

from interventions.agenda import agenda, clocks
from interventions.case import Case
from interventions.days.london import last_day
from interventions.life.endings import closing_at, ending, report_owed
from interventions.messages import (
    Message,
    Record,
    Reinstate,
    SubmitPlan,
    SubmitReport,
)
from interventions.stage import stage
from interventions.views.status import awaiting, conclusion
from interventions.vocabulary import Attended, ClockState, Ending, NoSessionReason, Stage, WithdrawalCode
from tests.builders import a_case_at, a_plan, a_report, facts_of, left_until, refusal, told
from tests.interventions.lives import after, after_its_time, forfeited, planned, then_booked
from tests.sayings import (
    PRACTITIONER,
    WORKER,
    a_booking,
    a_record,
    a_withdrawal,
    nobody_came,
)

REINSTATE = Reinstate(by=PRACTITIONER, reason="the wrong person")
DIED = WithdrawalCode.DIED
ON_THE_WAY = [here for here in Stage if here not in (Stage.END_OF_SERVICE, Stage.CLOSED)]
NOT_HELD = a_record(held=False, no_session_reason=NoSessionReason.ACCEPTABLE)
LATE = a_record(attended=Attended.LATE, late_reason="the bus")
LONG_AFTER = "2027-06-01T10:00"


def withdrawn(case: Case, code: WithdrawalCode = WithdrawalCode.MOVED) -> Case:
    return told(case, a_withdrawal(code))


def delivered(*said: Record, of: int = 2) -> Case:
    """A plan of so many sessions in force; the first of them went as said."""
    case = planned(of)
    for record in said:
        case = case if case.live else then_booked(case)
        case = after_its_time(case, record)
    return case


def report(case: Case) -> SubmitReport:
    return SubmitReport(by=WORKER, report=a_report(case))


# R&M's own examples, named as in its tests (domain brief 2.3): (case, report owed, how it ends).
DECISIONS = [
    pytest.param(lambda: a_case_at(Stage.REFERRAL), False, Ending.CANCELLED, id="not assigned yet"),
    pytest.param(lambda: a_case_at(Stage.ASSESSMENT), False, Ending.CANCELLED, id="no assessment yet"),
    pytest.param(lambda: a_case_at(Stage.ACTION_PLAN), False, Ending.CANCELLED, id="no action plan"),
    pytest.param(delivered, False, Ending.CANCELLED, id="plan approved, no session attended yet"),
    pytest.param(lambda: delivered(nobody_came()), False, Ending.CANCELLED, id="first session not attended"),
    pytest.param(
        lambda: delivered(nobody_came(), of=1),
        False,
        Ending.CANCELLED,
        id="finished delivery, without a first substantive appointment",
    ),
    pytest.param(
        lambda: forfeited(delivered(nobody_came(), of=1), "session-1"),
        False,
        Ending.CANCELLED,
        id="every session forfeited",
    ),
    pytest.param(lambda: delivered(a_record()), True, Ending.ENDED_EARLY, id="one of two sessions attended"),
    pytest.param(lambda: delivered(LATE), True, Ending.ENDED_EARLY, id="one of two attended late"),
    pytest.param(
        lambda: delivered(NOT_HELD), True, Ending.ENDED_EARLY, id="attended, and the session did not happen"
    ),
    pytest.param(
        lambda: forfeited(delivered(a_record(), nobody_came()), "session-2"),
        True,
        Ending.COMPLETED,
        id="all on record, one attended, the last one not",
    ),
]


@pytest.mark.parametrize(("case", "owed", "how"), DECISIONS)
def test_how_it_ends_is_decided_as_in_rm(case: Callable[[], Case], owed: bool, how: Ending) -> None:
    ended = withdrawn(case())
    assert (report_owed(ended), ending(ended)) == (owed, how)
    closed = told(ended, report(ended)) if owed else left_until(ended, LONG_AFTER)
    assert (stage(closed), conclusion(closed).ending) == (Stage.CLOSED, how)
    assert (closed.report is not None) is owed


FINISHED = [
    pytest.param(lambda: delivered(a_record(), of=1), id="all held: final session"),
    pytest.param(lambda: a_case_at(Stage.END_OF_SERVICE), id="all held, report outstanding"),
]


@pytest.mark.parametrize("case", FINISHED)
def test_what_is_finished_is_completed_by_its_report_and_no_code_but_a_death_ends_it(
    case: Callable[[], Case],
) -> None:
    finished = case()
    others = [code for code in WithdrawalCode if code is not DIED]
    assert {refusal(finished, a_withdrawal(code)).rule for code in others} == {"sessions-are-over"}
    for ended in (finished, withdrawn(finished, DIED)):
        closed = told(ended, report(ended))
        assert (stage(closed), conclusion(closed).ending) == (Stage.CLOSED, Ending.COMPLETED)


@pytest.mark.parametrize("code", list(WithdrawalCode))
@pytest.mark.parametrize("here", ON_THE_WAY)
def test_every_code_ends_it_at_every_stage(here: Stage, code: WithdrawalCode) -> None:
    case = withdrawn(a_case_at(here), code)
    assert case.withdrawal is not None
    assert (case.withdrawal.code, case.live, stage(case)) == (code, (), Stage.END_OF_SERVICE)
    assert case.suppressed is (code is DIED)
    assert facts_of(case, a_withdrawal(code)) == ()
    running = {each.name for each in clocks(case) if each.open}
    assert running <= {"report"}
    closed = told(case, report(case)) if report_owed(case) else left_until(case, LONG_AFTER)
    assert stage(closed) is Stage.CLOSED
    forgotten = left_until(closed, LONG_AFTER)
    assert (agenda(forgotten), forgotten.open_tasks) == ((), ())


REFUSED = [
    pytest.param(
        lambda: a_case_at(Stage.END_OF_SERVICE),
        a_withdrawal(),
        None,
        "sessions-are-over",
        "",
        id="only the report is left",
    ),
    pytest.param(
        lambda: withdrawn(a_case_at(Stage.DELIVERY)),
        a_withdrawal(WithdrawalCode.NOT_ENGAGED),
        None,
        "already-withdrawn",
        "code",
        id="another code",
    ),
    pytest.param(
        lambda: a_case_at(Stage.DELIVERY), REINSTATE, None, "not-withdrawn", "", id="nothing undone"
    ),
    pytest.param(
        lambda: withdrawn(a_case_at(Stage.DELIVERY), DIED),
        REINSTATE,
        None,
        "suppressed-for-good",
        "",
        id="taken back after a death",
    ),
    pytest.param(
        lambda: withdrawn(a_case_at(Stage.DELIVERY)),
        report(a_case_at(Stage.DELIVERY)),
        None,
        "no-report-owed",
        "",
        id="a report where nobody came to a session",
    ),
    pytest.param(
        lambda: withdrawn(delivered(a_record())),
        a_booking("2026-06-30T10:00"),
        None,
        "not-in-this-stage",
        "",
        id="a date after the end",
    ),
]


@pytest.mark.parametrize(("case", "message", "when", "rule", "field"), REFUSED)
def test_it_is_refused(case: Callable[[], Case], message: Message, when: None, rule: str, field: str) -> None:
    no = refusal(case(), message, when)
    assert (no.rule, no.field) == (rule, field)


@pytest.mark.parametrize("here", ON_THE_WAY)
def test_without_a_report_it_is_closed_when_it_can_no_longer_be_taken_back(here: Stage) -> None:
    case = withdrawn(a_case_at(here))
    if report_owed(case):
        assert closing_at(case) is None
        return
    closing = closing_at(case)
    assert closing is not None
    assert last_day(closing) == case.terms.calendar.count_on(case.last_at.date(), 5).due
    assert (awaiting(case), stage(left_until(case, LONG_AFTER))) == ("closing", Stage.CLOSED)


@pytest.mark.parametrize("here", ON_THE_WAY)
def test_withdrawn_by_mistake_it_is_taken_back_to_where_it_was(here: Stage) -> None:
    case = told(withdrawn(a_case_at(here)), REINSTATE)
    assert (case.withdrawal, stage(case)) == (None, here)
    assert [line.fact for line in case.journal].count("InterventionReinstated") == 1
    assert all(each.state is not ClockState.STOPPED for each in clocks(case))
    assert [each.key for each in case.live] == []


@pytest.mark.parametrize(
    ("prepare", "task"),
    [
        pytest.param(
            lambda: after_its_time(planned(2), nobody_came()), "booking", id="a missed session to decide on"
        ),
        pytest.param(
            lambda: told(a_case_at(Stage.ACTION_PLAN), _plan()), "plan", id="a plan that awaits its decision"
        ),
        pytest.param(
            lambda: left_until(a_case_at(Stage.ASSESSMENT), "2026-06-20T10:00"),
            "clock",
            id="a breached deadline",
        ),
    ],
)
def test_what_was_asked_of_people_is_asked_again_when_it_is_taken_back(
    prepare: Callable[[], Case], task: str
) -> None:
    before = prepare()
    open_before = {each.about for each in before.open_tasks if each.kind == task}
    assert open_before
    assert not [each for each in withdrawn(before).open_tasks if each.kind == task]
    again = told(withdrawn(before), REINSTATE)
    assert {each.about for each in again.open_tasks if each.kind == task} == open_before


def _plan() -> Message:
    return SubmitPlan(by=WORKER, plan=a_plan(a_case_at(Stage.ACTION_PLAN)))


def test_taken_back_and_ended_again_keeps_both_in_the_history() -> None:
    case = after(
        a_case_at(Stage.DELIVERY), a_withdrawal(), REINSTATE, a_withdrawal(WithdrawalCode.NOT_ENGAGED)
    )
    kinds = [line.fact for line in case.journal if line.fact.startswith("Intervention")]
    assert kinds == ["InterventionWithdrawn", "InterventionReinstated", "InterventionWithdrawn"]
    assert conclusion(left_until(case, LONG_AFTER)).ending is Ending.CANCELLED
