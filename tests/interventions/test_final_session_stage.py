"""Stage 5: the three-way offer and its answers, and what a final session puts on the record."""

from collections.abc import Callable

import pytest

from interventions.case import Case
from interventions.facts import FinalSessionHeld
from interventions.messages import AnswerThreeWay
from interventions.promises.dose import owed
from interventions.stage import stage
from interventions.vocabulary import ClockState, Role, Stage
from tests.builders import a_case_at, clock, facts_of, left_until, names, refusal, told
from tests.sayings import PRACTITIONER, WORKER, a_booking, a_record, at

YES = AnswerThreeWay(by=PRACTITIONER, who="practitioner", accepts=True)
NO = AnswerThreeWay(by=WORKER, who="participant", accepts=False)

REFUSED = [
    pytest.param(
        lambda: a_case_at(Stage.DELIVERY, "lifestyle-high"),
        YES,
        None,
        "not-offered",
        "",
        id="an answer to what nobody offered",
    )
]


@pytest.mark.parametrize(("case", "message", "when", "rule", "field"), REFUSED)
def test_an_answer_is_refused(
    case: Callable[[], Case], message: AnswerThreeWay, when: None, rule: str, field: str
) -> None:
    no = refusal(case(), message, when)
    assert (no.rule, no.field) == (rule, field)


@pytest.mark.parametrize(
    ("example", "sessions_left"),
    [
        pytest.param("lifestyle-low", 5, id="twice a week: four and one may come in the time"),
        pytest.param("lifestyle-high", 5, id="twice a week: the same"),
        pytest.param("family-low", 2, id="twice a month: one and one"),
        pytest.param("family-medium", 3, id="twice a fortnight: two and one"),
        pytest.param("family-high", 5, id="twice a week, in hours"),
    ],
)
def test_the_three_way_is_offered_when_the_end_comes_in_view(example: str, sessions_left: int) -> None:
    held = owed(a_case_at(Stage.DELIVERY, example)) - sessions_left
    if held:
        assert a_case_at(Stage.DELIVERY, example, held=held - 1).three_way is None
    case = a_case_at(Stage.DELIVERY, example, held=held)
    assert case.three_way is not None
    assert {task.owner for task in case.open_tasks if task.kind == "three-way"} == {
        Role.PROBATION_PRACTITIONER,
        Role.CASEWORKER,
    }


def test_an_early_final_session_brings_the_offer_with_it() -> None:
    case = a_case_at(Stage.DELIVERY, "lifestyle-high")
    case = told(case, a_record(), case.live[0].ends_at)
    assert case.three_way is None
    early = told(case, a_booking("2026-07-10T10:00", final=True))
    assert stage(early) is Stage.FINAL_SESSION
    assert early.three_way is not None


def test_the_same_answer_again_changes_nothing_and_another_one_replaces_it() -> None:
    case = a_case_at(Stage.FINAL_SESSION)
    # The question was late: a no by the second edition; by the first, operations were asked about it.
    assert names(facts_of(case, YES)) == ["ThreeWayAnswered", "TaskClosed"]
    first = a_case_at(Stage.FINAL_SESSION, edition=1)
    assert names(facts_of(first, YES)) == ["ThreeWayAnswered", "TaskClosed", "TaskClosed"]
    case = told(case, YES)
    assert facts_of(case, YES) == ()
    case = told(told(case, NO), YES.model_copy(update={"accepts": False}))
    assert case.three_way is not None
    assert (case.three_way.practitioner, case.three_way.participant) == (False, False)
    assert [task for task in case.open_tasks if task.kind == "three-way"] == []


def test_silence_on_the_offer_blocks_nothing_and_the_questions_go_away() -> None:
    case = a_case_at(Stage.FINAL_SESSION)
    held = told(case, a_record(three_way=False), case.live[0].ends_at)
    assert stage(held) is Stage.END_OF_SERVICE
    assert [task for task in held.open_tasks if task.kind == "three-way"] == []


@pytest.mark.parametrize(
    ("final_on", "state"),
    [
        pytest.param("2026-07-15T10:00", ClockState.MET, id="offered far ahead"),
        pytest.param("2026-07-03T10:00", ClockState.MET, id="offered well ahead"),
        pytest.param("2026-06-23T10:00", ClockState.MET, id="eleven working days ahead"),
        pytest.param("2026-06-22T10:00", ClockState.MET, id="ten working days ahead"),
        pytest.param("2026-06-19T10:00", ClockState.MET_LATE, id="nine working days ahead"),
    ],
)
def test_whether_the_offer_came_in_time_is_measured(final_on: str, state: ClockState) -> None:
    """The plan was approved, and the offer made, on Monday 8 June."""
    case = told(a_case_at(Stage.DELIVERY), a_record(), "2026-06-10T11:15")
    case = told(case, a_booking(final_on, final=True))
    offer = clock(case, "three-way-offer")
    assert (offer.state, offer.watched) == (state, False)
    assert "three-way-offer" not in left_until(case, "2026-06-18T00:00").marks


def test_a_final_session_records_next_steps_and_further_support() -> None:
    case = a_case_at(Stage.FINAL_SESSION)
    message = a_record(next_steps="college in September", further_support="none", three_way=True)
    (fact,) = (f for f in facts_of(case, message, case.live[0].ends_at) if isinstance(f, FinalSessionHeld))
    assert (fact.next_steps, fact.further_support, fact.three_way) == ("college in September", "none", True)
    held = told(case, message, case.live[0].ends_at)
    assert held.final is not None
    assert held.final.happened_at == at("2026-07-08T10:00")


def test_a_dose_far_below_the_plan_needs_a_reason_and_with_it_the_service_may_end() -> None:
    case = told(a_case_at(Stage.DELIVERY), a_record(), "2026-06-10T11:15")
    case = told(case, a_booking("2026-06-24T10:00", final=True))
    assert refusal(case, a_record(), "2026-06-24T11:00").rule == "dose-needs-reason"
    ended = told(case, a_record(reason="moved away"), "2026-06-24T11:00")
    assert stage(ended) is Stage.END_OF_SERVICE


def test_a_final_session_nobody_came_to_is_still_owed() -> None:
    case = a_case_at(Stage.FINAL_SESSION)
    missed = a_record(attended="no", next=None)
    case = told(case, missed, case.live[0].ends_at)
    assert (stage(case), case.final, owed(case)) == (Stage.FINAL_SESSION, None, 1)
