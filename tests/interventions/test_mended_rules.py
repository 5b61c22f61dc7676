"""Rules mended in their second edition: cases that begin now follow it, those under way the first."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from interventions.case import Case
from interventions.messages import ApprovePlan, Book, CallOff, CaseworkerGone, CloseTask, Message, SubmitPlan
from interventions.promises.action_plan import PlannedDate
from interventions.stage import stage
from interventions.views.status import attention, attributes, ever_missed
from interventions.vocabulary import Stage, WithdrawalCode
from tests.builders import a_case_at, a_plan, clock, facts_of, left_until, names, refusal, told
from tests.sayings import (
    PRACTITIONER,
    WORKER,
    a_booking,
    a_record,
    a_reply,
    a_withdrawal,
    allocation,
    an_amendment,
    decision,
    nobody_came,
)

EDITIONS = pytest.mark.parametrize("edition", [1, 2])
ANOTHER = "jo.next"


def in_danger(edition: int) -> Case:
    """A next session was owed for too long, and then came a text nobody may overlook."""
    case = a_case_at(Stage.DELIVERY, held=1, edition=edition)
    case = told(case, CallOff(by=WORKER, slot=case.live[0].slot, reason="the room is flooded"))
    case = left_until(case, case.last_at + timedelta(days=9))
    assert attention(case) == "breached"
    return told(case, a_reply("I want to die", case))


@pytest.mark.parametrize(("edition", "why"), [(1, "breached"), (2, "urgent")])
def test_danger_comes_before_a_clock(edition: int, why: str) -> None:
    assert attention(in_danger(edition)) == why


def extended_too_late(edition: int) -> Case:
    """The weeks of delivery had gone by when the practitioner agreed to four more."""
    case = a_case_at(Stage.DELIVERY, held=1, edition=edition)
    weeks = clock(case, "delivery/lifestyle-and-associates")
    slot, later = case.live[0].slot, weeks.due + timedelta(days=9, hours=10)
    case = told(case, a_booking(later, slot=slot, moved_by="participant", reason="away"))
    case = left_until(case, weeks.due + timedelta(hours=1))
    assert attributes(case).breached
    return told(case, an_amendment(delivery_until=(weeks.due + timedelta(days=28)).date()))


@pytest.mark.parametrize(("edition", "missed"), [(1, False), (2, True)])
def test_a_deadline_that_was_missed_stays_missed_in_every_view(edition: int, missed: bool) -> None:
    case = extended_too_late(edition)
    assert attributes(case).breached is ever_missed(case) is missed


def final_recorded_late(edition: int) -> Case:
    """Four days after the final session came a meeting that does not count; that day both were recorded."""
    case = a_case_at(Stage.FINAL_SESSION, "lifestyle-high", edition=edition)
    final, later = case.live[-1], case.live[-1].starts_at + timedelta(days=4)
    for module in ("peer-mentor", "group-risk"):
        case = told(case, decision(module))
    mentor = a_booking(later, contact="group-work", modules=("peer-mentor",), pathway=final.pathway)
    case = told(case, mentor, final.starts_at - timedelta(days=1))
    (extra,) = [date.slot for date in case.live if not date.counts]
    case = told(case, a_record(slot=extra), later + timedelta(hours=2))
    return told(case, a_record(slot=final.slot), later + timedelta(hours=3))


@pytest.mark.parametrize(("edition", "days"), [(1, 4), (2, 0)])
def test_the_report_counts_from_the_final_session(edition: int, days: int) -> None:
    case = final_recorded_late(edition)
    held = next(contact.happened_at for contact in case.contacts if contact.final)
    assert case.final
    assert case.final.happened_at - held == timedelta(days=days)


@pytest.mark.parametrize(("edition", "state"), [(1, "running"), (2, "breached")])
def test_a_death_heard_of_later_forgives_no_report(edition: int, state: str) -> None:
    case = told(a_case_at(Stage.DELIVERY, held=2, edition=edition), a_withdrawal(WithdrawalCode.MOVED))
    case = left_until(case, case.last_at + timedelta(days=20))
    assert clock(case, "report").state == "breached"

    assert clock(told(case, a_withdrawal(WithdrawalCode.DIED)), "report").state == state


@pytest.mark.parametrize(("edition", "made"), [(1, "session-1"), (2, "session-2")])
def test_a_session_missed_on_one_pathway_is_not_made_up_on_the_other(edition: int, made: str) -> None:
    case = a_case_at(Stage.DELIVERY, "both-pathways", edition=edition)
    first = case.live[0]
    case = told(case, nobody_came(), first.ends_at)
    (other,) = [pathway for pathway in case.pathways if pathway is not first.pathway]

    case = told(case, a_booking(first.starts_at + timedelta(days=20), pathway=other, reason="on leave"))

    assert case.live[0].slot == made


def just_before(case: Case) -> Book:
    """A session nobody had booked, two hours ago, with its record."""
    began = case.last_at - timedelta(hours=2)
    return Book(by=WORKER, starts_at=began, contact="phone", risk_read=True, record=a_record())


def withdrawn_at_noon(edition: int) -> Case:
    case = a_case_at(Stage.DELIVERY, edition=edition)
    case = told(case, CallOff(by=WORKER, slot=case.live[0].slot, reason="rang to ask for today"))
    return told(case, a_withdrawal(), case.last_at + timedelta(days=1))


def test_a_session_held_before_a_withdrawal_is_put_on_the_record_after_it() -> None:
    case = told(withdrawn_at_noon(2), just_before(withdrawn_at_noon(2)))

    assert case.contacts[-1].held
    assert clock(case, "report").open


@pytest.mark.parametrize(
    ("case", "message"),
    [
        pytest.param(withdrawn_at_noon(1), just_before(withdrawn_at_noon(1)), id="the first edition"),
        pytest.param(
            withdrawn_at_noon(2),
            a_booking(withdrawn_at_noon(2).last_at + timedelta(days=1)),
            id="a date to come",
        ),
        pytest.param(
            told(a_case_at(Stage.ACTION_PLAN), a_withdrawal()),
            just_before(told(a_case_at(Stage.ACTION_PLAN), a_withdrawal())),
            id="no session before the plan",
        ),
    ],
)
def test_and_nothing_else_is_booked_then(case: Case, message: Book) -> None:
    assert refusal(case, message, case.last_at).rule == "not-in-this-stage"


def test_an_assessment_held_before_a_withdrawal_is_one() -> None:
    case = a_case_at(Stage.ASSESSMENT)
    case = told(case, a_withdrawal(), case.last_at + timedelta(days=1))

    case = told(case, just_before(case))

    assert case.assessed
    assert stage(case) is Stage.END_OF_SERVICE


@pytest.mark.parametrize(
    ("edition", "follows"),
    [(1, ["ReferralAmended"]), (2, ["ReferralAmended", "CaseworkerLeft", "TaskOpened"])],
)
def test_a_restriction_that_shuts_the_caseworker_out_asks_for_another(
    edition: int, follows: list[str]
) -> None:
    case = a_case_at(Stage.DELIVERY, edition=edition)
    assert names(facts_of(case, an_amendment(restricted_to=(PRACTITIONER,)))) == follows


@pytest.mark.parametrize(
    ("edition", "first", "then", "off"),
    [
        pytest.param(2, "STOP", "START", True, id="stop is their last word"),
        pytest.param(2, "START", "STOP", False, id="start is their last word"),
        pytest.param(1, "STOP", "START", False, id="the first edition took whichever came last"),
    ],
)
def test_the_last_word_sent_counts_and_not_the_last_to_arrive(
    edition: int, first: str, then: str, off: bool
) -> None:
    """After an outage `first` is handed over before `then`, which was sent a minute earlier."""
    case = told(a_case_at(Stage.DELIVERY, edition=edition), a_reply("STOP", a_case_at(Stage.DELIVERY)))
    sent = case.last_at + timedelta(minutes=10)
    case = told(case, a_reply(first, case, received_at=sent), sent)

    case = told(case, a_reply(then, case, received_at=sent - timedelta(minutes=1)), sent)

    assert bool(case.texts_off) is off


DEAD = a_withdrawal(WithdrawalCode.DIED)


@pytest.mark.parametrize(("edition", "asked"), [(1, {"reallocate", "planned-date"}), (2, set())])
def test_after_a_death_nobody_is_asked_for_a_date_or_a_caseworker(edition: int, asked: set[str]) -> None:
    case = a_case_at(Stage.ACTION_PLAN, edition=edition)
    soon = PlannedDate(starts_at=case.last_at + timedelta(days=1), contact="phone", pathway=case.pathways[0])
    case = told(case, SubmitPlan(by=WORKER, plan=a_plan(case, dates=(soon,))))
    case = told(case, ApprovePlan(by=PRACTITIONER), case.last_at + timedelta(days=2))
    case = told(case, CaseworkerGone(by="ops.example", reason="left"))
    assert {task.id.split("/")[0] for task in case.open_tasks} >= {"reallocate", "planned-date"}

    case = told(case, DEAD)

    assert {task.id.split("/")[0] for task in case.open_tasks} & {"reallocate", "planned-date"} == asked


def gone(case: Case) -> Case:
    return told(case, CaseworkerGone(by="ops.example", reason="on leave"))


def left_to_report(case: Case) -> Case:
    return a_case_at(Stage.END_OF_SERVICE, edition=case.terms.policy.edition)


@EDITIONS
@pytest.mark.parametrize(
    ("case", "worker"),
    [
        pytest.param(gone, WORKER, id="who comes back"),
        pytest.param(left_to_report, ANOTHER, id="who only writes the report"),
    ],
)
def test_whoever_is_known_is_not_introduced_again(
    edition: int, case: Callable[[Case], Case], worker: str
) -> None:
    before = case(a_case_at(Stage.DELIVERY, edition=edition))
    facts = facts_of(before, allocation(caseworker=worker, reason="illness"))
    assert ("WordRequested" in names(facts)) is (edition == 1)


def taken_over(edition: int = 2) -> Case:
    case = a_case_at(Stage.DELIVERY, edition=edition)
    return told(case, allocation(caseworker=ANOTHER, name="Jo Next", reason="illness"))


READ = "read-risk/2"

# fmt: off
REFUSED = [
    pytest.param(taken_over, CloseTask(by="ops.lead", task=READ, how="tidied up"), None, "read-it-yourself", "by", id="for somebody else"),  # noqa: E501
]
# fmt: on


@pytest.mark.parametrize(("case", "message", "when", "rule", "field"), REFUSED)
def test_nobody_reads_for_somebody_else(
    case: Callable[[], Case], message: Message, when: None, rule: str, field: str
) -> None:
    no = refusal(case(), message, when)
    assert (no.rule, no.field) == (rule, field)

    assert names(facts_of(taken_over(1), message))[:1] == ["RiskRead"]
    assert "RiskRead" in names(facts_of(case(), CloseTask(by=ANOTHER, task=READ, how="read")))
