"""The same words twice: what they do again is said of every message, and seen to happen in every stage."""

import pytest

from interventions.case import Case
from interventions.errors import Refusal
from interventions.messages import Message, SubmitPlan, UndoAmendment
from interventions.reception import ALREADY, MAY_BE_SAID, SAID_AGAIN
from interventions.vocabulary import ApprovalMode, Stage
from tests.builders import a_case_at, a_plan, facts_of, names, refusal, told
from tests.interventions.test_reception import ANSWERS, SAY, STAGES, a_case_for
from tests.sayings import PRACTITIONER, WORKER, a_booking, a_record, an_amendment

APPLIED = [
    pytest.param(name, here, id=f"{name} at {here}")
    for name, row in ANSWERS.items()
    for here, answer in zip(STAGES, row, strict=True)
    if answer[0].isupper()
]


@pytest.mark.parametrize(("name", "here"), APPLIED)
def test_the_same_words_twice_do_no_more_than_once(name: str, here: Stage) -> None:
    assert said_again(name, here) in SAID_AGAIN[name]


def test_what_the_same_words_do_again_is_said_of_every_message_and_seen_to_happen() -> None:
    seen = {name: {said_again(name, here) for here in stages_of(name)} for name in MAY_BE_SAID}
    case = told(a_case_at(Stage.DELIVERY), an_amendment(crn="X888888"))
    numbered = UndoAmendment(by=PRACTITIONER, reason="the wrong case", amendment=1)
    seen["undo-amendment"].add(once_more(told(case, numbered), numbered))
    assert seen == {name: set(answers) for name, answers in SAID_AGAIN.items()}


def stages_of(name: str) -> list[Stage]:
    return [here for here, answer in zip(STAGES, ANSWERS[name], strict=True) if answer[0].isupper()]


def said_again(name: str, here: Stage) -> str:
    """What a message does that was heard a moment before."""
    case = a_case_for(name, here)
    message = SAY[name](case)
    when = case.live[0].ends_at if name == "record" and case.live else case.last_at
    return once_more(told(case, message, when), message)


def once_more(case: Case, message: Message) -> str:
    try:
        return ALREADY if facts_of(case, message) == () else "heard anew"
    except Refusal as no:
        return no.rule


def test_a_move_said_twice_moves_once() -> None:
    case = a_case_at(Stage.DELIVERY)
    move = a_booking("2026-06-12T10:00", slot="session-1", moved_by="participant", reason="at work")
    moved = told(case, move)
    assert moved.live[0].version == 2
    assert facts_of(moved, move) == ()
    elsewhere = move.model_copy(update={"place": "the library"})
    assert names(facts_of(moved, elsewhere)) == ["AppointmentBooked"]


def test_a_meeting_recalled_twice_counts_once() -> None:
    case = a_case_at(Stage.DELIVERY)
    recalled = a_booking("2026-06-09T10:00", record=a_record())
    held = told(case, recalled, "2026-06-09T15:00")
    assert refusal(held, recalled).rule == "already-recorded"
    later = recalled.model_copy(update={"starts_at": held.contacts[-1].happened_at.replace(hour=13)})
    assert "ContactRecorded" in names(facts_of(held, later))


def test_a_plan_in_force_at_once_is_submitted_once() -> None:
    case = a_case_at(Stage.ACTION_PLAN, approval_mode=ApprovalMode.AUTO)
    plan = SubmitPlan(by=WORKER, plan=a_plan(case))
    once = told(case, plan)
    assert (once.plan is None, facts_of(once, plan)) == (False, ())
