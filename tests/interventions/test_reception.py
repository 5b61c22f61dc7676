"""Every message at every stage: applied, refused by the table, or refused by a finer rule that is named."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from interventions.case import Case
from interventions.conversation import hear_outside
from interventions.decisions import DECIDE
from interventions.errors import TooEarly
from interventions.messages import (
    NAMES,
    AnswerThreeWay,
    ApprovePlan,
    CallOff,
    CaseworkerGone,
    CloseTask,
    DecideEligibility,
    DeliveryReceipt,
    ErrandReported,
    Forfeit,
    HandOver,
    Message,
    Reinstate,
    Resume,
    ReturnPlan,
    SubmitPlan,
    SubmitReport,
    UndoAmendment,
)
from interventions.reception import CLOSED, KEEP, MAY_BE_SAID, YES
from interventions.vocabulary import Stage
from interventions.words.correspondence import Outcome
from tests.builders import a_case_at, a_plan, a_report, facts_of, left_until, names, refusal, told
from tests.sayings import (
    PRACTITIONER,
    WORKER,
    a_booking,
    a_note,
    a_pause,
    a_record,
    a_reply,
    a_withdrawal,
    allocation,
    an_amendment,
    nobody_came,
    on,
)
from tests.shown import a_later_deadline, shown

STAGES = tuple(Stage)
NOTHING = "nothing changes"
NO = "the table refuses"
LATER = "kept until its stage comes"

# What follows where the table says YES: the fact that must follow, NOTHING, or the finer rule that refuses.
# LATER: the table keeps it.
# fmt: off
ANSWERS = {
    #                     referral, assessment, action plan, delivery, final session, end of service, closed
    "allocate":           (*["CaseworkerAllocated"] * 6, NO),
    "book":               (NO, "AppointmentBooked", NO, "AppointmentBooked", "AppointmentBooked", "not-in-this-stage", NO),  # noqa: E501
    "record":             (NO, "ContactRecorded", "nothing-to-record", "ContactRecorded", "ContactRecorded", "nothing-to-record", NO),  # noqa: E501
    "submit-plan":        (NO, NO, *["PlanSubmitted"] * 3, NO, NO),
    "approve-plan":       (NO, NO, *["PlanApproved"] * 3, NO, NO),
    "return-plan":        (NO, NO, *["PlanReturned"] * 3, NO, NO),
    "decide-eligibility": (*["EligibilityDecided"] * 5, NO, NO),
    "answer-three-way":   (NO, NO, NO, "not-offered", "ThreeWayAnswered", NO, NO),
    "submit-report":      (NO, NO, NO, NO, NO, "ReportSubmitted", NO),
    "note-contact":       (*["ContactNoted"] * 6, NO),
    "close-task":         ("TaskClosed",) * 7,
    "forfeit":            (NO, NO, NO, "SessionForfeited", "SessionForfeited", NO, NO),
    "call-off":           (NO, "AppointmentCalledOff", NO, "AppointmentCalledOff", "AppointmentCalledOff", "nothing-booked", NO),  # noqa: E501
    "pause":              (*["InterventionPaused"] * 5, NO, NO),
    "resume":             (*["InterventionResumed"] * 5, NOTHING, NO),
    "withdraw":           (*["InterventionWithdrawn"] * 5, "sessions-are-over", NO),
    "reinstate":          (*["InterventionReinstated"] * 6, NO),
    "caseworker-gone":    (NO, *["CaseworkerLeft"] * 5, NO),
    "hand-over":          (*["CaseworkerLeft"] * 6, NO),
    "amend":              (*["ReferralAmended"] * 6, NO),
    "undo-amendment":     (*["ReferralAmended"] * 6, NO),
    "delivery-receipt":   (LATER, *["WordDelivered"] * 6),
    "monitoring-seen":    (*["ReferralAmended"] * 6, NOTHING),
    "text-reply":         (*["ReplyReceived"] * 6, NO),
    "errand-reported":    (NOTHING, *["WordAccepted"] * 6),
}
# fmt: on

# Valid messages of every kind, for a case of any stage.
SAY: dict[str, Callable[[Case], Message]] = {
    "allocate": lambda case: allocation(caseworker="jo.next", name="Jo Next", reason="Sam is on leave"),
    "book": lambda case: (
        a_booking(on(case, 60), slot="session-12", moved_by="participant", reason="at work that day")
        if len(case.slots) > 12
        else a_booking(on(case, 17 if case.assessed else 3))
    ),
    "record": lambda case: a_record(),
    "submit-plan": lambda case: SubmitPlan(by=WORKER, plan=a_plan(case)),
    "approve-plan": lambda case: ApprovePlan(by=PRACTITIONER),
    "return-plan": lambda case: ReturnPlan(by=PRACTITIONER, reasons="say more about work"),
    "decide-eligibility": lambda case: DecideEligibility(
        by=PRACTITIONER, module="erase", eligible=True, reason="as convicted"
    ),
    "answer-three-way": lambda case: AnswerThreeWay(by=PRACTITIONER, who="practitioner", accepts=True),
    "submit-report": lambda case: SubmitReport(by=WORKER, report=a_report(case)),
    "note-contact": lambda case: a_note(case.last_at),
    "close-task": lambda case: CloseTask(by=WORKER, task=case.open_tasks[0].id, how="seen to"),
    "forfeit": lambda case: Forfeit(by=WORKER, slot=last_slot(case), reason="no longer wanted"),
    "call-off": lambda case: CallOff(by=WORKER, slot=last_slot(case), reason="the room is flooded"),
    "pause": lambda case: a_pause(f"{case.last_at + timedelta(days=60):%Y-%m-%d}"),
    "resume": lambda case: Resume(by=WORKER, reason="well again"),
    "withdraw": lambda case: a_withdrawal(),
    "reinstate": lambda case: Reinstate(by=PRACTITIONER, reason="the wrong person"),
    "caseworker-gone": lambda case: CaseworkerGone(by="ops.example", reason="left the service"),
    "hand-over": lambda case: HandOver(by="ops.example", contract="another", reason="moved"),
    "amend": lambda case: an_amendment(completion_deadline=date(2027, 6, 1)),
    "undo-amendment": lambda case: UndoAmendment(by=PRACTITIONER, reason="the wrong case"),
    "delivery-receipt": lambda case: DeliveryReceipt(key="welcome/1", arrived=True),
    "monitoring-seen": lambda case: shown(case, completion_deadline=a_later_deadline(case)),
    "text-reply": lambda case: a_reply("what was the address?", case),
    "errand-reported": lambda case: ErrandReported(key="welcome/1", outcome=Outcome(result="accepted")),
}


def last_slot(case: Case) -> str:
    return [*case.slots, "session-1"][len(case.slots) - 1]


def one_held() -> Case:
    return a_case_at(Stage.DELIVERY, "lifestyle-high", held=1)


def missed(case: Case) -> Case:
    return told(case, nobody_came(), case.live[0].ends_at)


def with_a_task(case: Case) -> Case:
    """The welcome letter could not be printed; or, before there is one, nobody allocated the case."""
    if "welcome/1" not in case.outbox:
        return left_until(case, on(case, 30))
    return told(case, ErrandReported(key="welcome/1", outcome=Outcome(result="failed", why="no-printer")))


# A plan may be revised for as long as sessions are owed.
PLANNING = (Stage.ACTION_PLAN, Stage.DELIVERY, Stage.FINAL_SESSION)

# What has to be so before the message makes sense.
FIRST: dict[str, dict[Stage, Callable[[Case], Case]]] = {
    "record": {Stage.ASSESSMENT: lambda case: told(case, a_booking(on(case, 3)))},
    "approve-plan": dict.fromkeys(PLANNING, lambda case: told(case, SAY["submit-plan"](case))),
    "return-plan": dict.fromkeys(PLANNING, lambda case: told(case, SAY["submit-plan"](case))),
    "close-task": dict.fromkeys(STAGES, with_a_task),
    "forfeit": dict.fromkeys((Stage.DELIVERY, Stage.FINAL_SESSION), missed),
    "call-off": {Stage.ASSESSMENT: lambda case: told(case, a_booking(on(case, 3)))},
    "resume": dict.fromkeys(STAGES[:5], lambda case: told(case, SAY["pause"](case))),
    "reinstate": dict.fromkeys(STAGES[:5], lambda case: told(case, SAY["withdraw"](case)))
    | {Stage.END_OF_SERVICE: lambda case: told(one_held(), SAY["withdraw"](case))},
    "undo-amendment": dict.fromkeys(STAGES[:6], lambda case: told(case, SAY["amend"](case))),
}

EVERY_CELL = [
    pytest.param(name, here, answer, id=f"{name} at {here}")
    for name, row in ANSWERS.items()
    for here, answer in zip(STAGES, row, strict=True)
]


def a_case_for(name: str, here: Stage) -> Case:
    case = a_case_at(here, "lifestyle-high")
    prepare = FIRST.get(name, {}).get(here)
    return prepare(case) if prepare else case


def test_every_message_has_its_row_and_its_decision() -> None:
    assert set(MAY_BE_SAID) == set(NAMES.values()) == set(ANSWERS) == set(SAY)
    assert set(NAMES) == set(DECIDE)
    assert all(tuple(row) == STAGES for row in MAY_BE_SAID.values())


def test_every_refusal_of_the_table_gives_its_reason() -> None:
    reasons = {cell for row in MAY_BE_SAID.values() for cell in row.values()} - {YES, KEEP}
    assert all(len(reason.split()) >= 3 for reason in reasons)
    assert {cell for row in MAY_BE_SAID.values() for cell in (row[Stage.CLOSED],)} == {YES, CLOSED}


@pytest.mark.parametrize(("name", "here", "answer"), EVERY_CELL)
def test_a_message_is_heard_where_the_table_says_so(name: str, here: Stage, answer: str) -> None:
    case = a_case_for(name, here)
    message = SAY[name](case)
    assert NAMES[type(message)] == name
    when = case.live[0].ends_at if name == "record" and case.live else case.last_at
    reason = MAY_BE_SAID[name][here]
    assert {YES: answer not in (NO, LATER), KEEP: answer == LATER}.get(reason, answer == NO)
    if answer == NO:
        assert str(refusal(case, message, when)) == f"{reason} [not-in-this-stage]"
    elif answer == LATER:
        no = refusal(case, message, when)
        assert isinstance(no, TooEarly)
        assert no.rule == "too-early"
        assert names(hear_outside(case, message, when)) == ["MessageKept"]
    elif answer == NOTHING:
        assert facts_of(case, message, when) == ()
    elif answer[0].isupper():
        assert answer in names(facts_of(case, message, when))
    else:
        assert refusal(case, message, when).rule == answer


REFUSED = [
    pytest.param(
        lambda: a_case_at(Stage.REFERRAL),
        lambda case: a_booking(on(case, 3)),
        None,
        "not-in-this-stage",
        "",
        id="an assessment before there is a caseworker",
    ),
    pytest.param(
        lambda: told(a_case_at(Stage.ASSESSMENT), a_booking("2026-06-04T10:00")),
        lambda case: a_record(next=a_booking("2026-06-12T10:00")),
        "2026-06-04T11:00",
        "not-in-this-stage",
        "",
        id="a session booked while recording the assessment: there is no plan yet",
    ),
    pytest.param(
        lambda: a_case_at(Stage.FINAL_SESSION),
        lambda case: a_record(next=a_booking(on(case, 60))),
        "2026-07-08T11:00",
        "not-in-this-stage",
        "",
        id="a session booked while recording the final one",
    ),
]


@pytest.mark.parametrize(("case", "message", "when", "rule", "field"), REFUSED)
def test_the_table_cannot_be_walked_around(
    case: Callable[[], Case], message: Callable[[Case], Message], when: str | None, rule: str, field: str
) -> None:
    no = refusal(case(), message(case()), when)
    assert (no.rule, no.field) == (rule, field)
