"""A date somebody else calls off: a person tells whoever knew of it, before they come in vain."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from interventions.case import Case
from interventions.days.london import day_ends, london_date
from interventions.messages import (
    Amend,
    CallOff,
    CaseworkerGone,
    CloseTask,
    ErrandReported,
    HandOver,
    Message,
    Reinstate,
)
from interventions.task import Task
from interventions.vocabulary import RM, Channel, Role, Stage, WithdrawalCode
from interventions.words.correspondence import Outcome
from tests.builders import a_case as begun
from tests.builders import a_case_at, a_referral, carried_to, left_until, told
from tests.interventions.lives import planned
from tests.sayings import (
    PRACTITIONER,
    WORKER,
    a_booking,
    a_pause,
    a_reply,
    a_withdrawal,
    an_amendment,
    decision,
)

HOURS = timedelta(hours=20)
SENT = Outcome(result="accepted", reference="SM1")


def reminded(edition: int = 2) -> Case:
    """session-2 is tomorrow, and the participant's text about it has left."""
    case = a_case_at(Stage.DELIVERY, held=1, edition=edition)
    (date,) = case.live
    case = left_until(case, date.starts_at - HOURS)
    return told(case, ErrandReported(key=f"reminder/{date.key}", outcome=SENT))


def of_kind(case: Case, *kinds: str) -> list[Task]:
    return [task for task in case.open_tasks if task.kind in kinds]


def asked(case: Case, start: str = "off/") -> list[tuple[str, Role]]:
    return [(task.id, task.owner) for task in case.open_tasks if task.id.startswith(start)]


HAND_OVER = HandOver(by="ops.lead", contract="PRJ_9001", reason="moved to the coast")
LAST_DAY_IS_TODAY = {"reason": "two thirds of the order are over"}


def latest_delivery(case: Case) -> Amend:
    return an_amendment(by=PRACTITIONER, latest_delivery=london_date(case.last_at), **LAST_DAY_IS_TODAY)


SOMEBODY_ELSE = [
    pytest.param(lambda case: a_withdrawal(WithdrawalCode.NOT_ENGAGED), Role.CASEWORKER, id="withdrawn"),
    pytest.param(
        lambda case: a_withdrawal(WithdrawalCode.NOT_ENGAGED, by=RM), Role.CASEWORKER, id="ended in R&M"
    ),
    pytest.param(lambda case: a_pause("2026-08-01", by=PRACTITIONER), Role.CASEWORKER, id="paused"),
    pytest.param(lambda case: HAND_OVER, Role.OPERATIONS, id="handed over"),
    pytest.param(latest_delivery, Role.CASEWORKER, id="too late by an amendment"),
    pytest.param(
        lambda case: CallOff(by="ops.lead", slot="session-2", reason="the centre is closed"),
        Role.CASEWORKER,
        id="called off by operations",
    ),
]


@pytest.mark.parametrize(("said", "owner"), SOMEBODY_ELSE)
@pytest.mark.parametrize("edition", [1, 2])
def test_whoever_was_told_of_a_date_is_told_that_it_is_off(
    said: Callable[[Case], Message], owner: Role, edition: int
) -> None:
    case = reminded(edition)
    date = case.live[0]
    case = told(case, said(case))
    assert asked(case) == ([("off/session-2/1", owner)] if edition == 2 else [])
    for task in of_kind(case, "contact"):
        assert case.last_at < task.due <= date.starts_at
        assert task.due == min(day_ends(london_date(case.last_at)), date.starts_at)


@pytest.mark.parametrize(
    "said",
    [
        a_withdrawal(WithdrawalCode.NOT_ENGAGED, by=WORKER),
        a_pause("2026-08-01"),
        CallOff(by=WORKER, slot="session-2", reason="ill myself"),
    ],
    ids=["withdraws", "pauses", "calls off"],
)
def test_a_caseworker_who_did_it_knows(said: Message) -> None:
    assert of_kind(told(reminded(), said), "contact", "notice") == []


def test_a_caseworker_whose_amendment_reaches_a_date_may_not_know() -> None:
    case = reminded()
    last = london_date(case.last_at)
    case = told(case, an_amendment(by=WORKER, latest_delivery=last, **LAST_DAY_IS_TODAY))
    assert asked(case) == [("off/session-2/1", Role.CASEWORKER)]


def test_a_group_that_may_not_be_any_more_is_told_too() -> None:
    case = a_case_at(Stage.DELIVERY, held=1)
    case = told(case, decision("group-risk"))
    date = case.live[0]
    group = a_booking(
        date.starts_at + timedelta(days=1),
        slot=date.slot,
        contact="group-work",
        moved_by="participant",
        reason="to join them",
    )
    case = told(case, group)
    case = left_until(case, case.live[0].starts_at - HOURS)
    assert asked(told(case, decision("group-risk", eligible=False))) == [("off/session-2/2", Role.CASEWORKER)]


def test_where_nobody_supports_them_operations_tell() -> None:
    case = told(reminded(), CaseworkerGone(by="ops.lead", reason="ill"))
    case = told(case, a_withdrawal(WithdrawalCode.NOT_ENGAGED))
    assert asked(case) == [("off/session-2/1", Role.OPERATIONS)]


def test_after_a_death_nobody_is_told_anything() -> None:
    died = a_withdrawal(WithdrawalCode.DIED)
    assert asked(told(reminded(), died)) == []
    withdrawn = told(reminded(), a_withdrawal(WithdrawalCode.NOT_ENGAGED))
    assert asked(told(withdrawn, died)) == []


def test_a_date_nobody_wrote_about_needs_no_word() -> None:
    case = a_case_at(Stage.DELIVERY, held=1)
    assert f"reminder/{case.live[0].key}" not in case.words
    assert asked(told(case, a_withdrawal(WithdrawalCode.NOT_ENGAGED))) == []


def test_a_date_in_the_copy_of_the_plan_was_told() -> None:
    case = a_case_at(Stage.DELIVERY)
    (date,) = case.live
    assert case.words["plan-copy/1"].state == "requested"
    assert asked(told(case, a_pause("2026-08-01", by=PRACTITIONER))) == [(f"off/{date.key}", Role.CASEWORKER)]


def test_a_date_that_is_far_off_is_told_in_a_tasks_usual_days() -> None:
    case = told(planned(5, held_at=20), a_withdrawal(WithdrawalCode.NOT_ENGAGED))
    (task,) = of_kind(case, "contact")
    assert task.due == case.terms.day_ends(case.last_at, case.terms.policy.task_working_days)


def test_one_a_person_was_asked_to_tell_was_told() -> None:
    """No text is safe, so the caseworker was asked to tell them of the date."""
    contact = a_referral().participant.contact.model_copy(update={"safe": {Channel.TEXT: False}})
    case = carried_to(Stage.DELIVERY, begun(a_referral(contact=contact)))
    case = left_until(case, case.live[0].starts_at - HOURS)
    assert case.words[f"reminder/{case.live[0].key}"].state == "withheld"
    case = told(case, CloseTask(by=WORKER, task="reach/reminder/session-1/1", how="rang her"))
    assert asked(told(case, a_withdrawal(WithdrawalCode.NOT_ENGAGED))) == [
        ("off/session-1/1", Role.CASEWORKER)
    ]


def test_a_reminder_that_lapsed_on_its_way_told_nobody() -> None:
    """It was still in the queue of its carrier, which asks before it goes whether its date stands."""
    case = a_case_at(Stage.DELIVERY, held=1)
    (date,) = case.live
    case = left_until(case, date.starts_at - HOURS)
    case = told(case, a_withdrawal(WithdrawalCode.NOT_ENGAGED))
    assert asked(case) == [(f"off/{date.key}", Role.CASEWORKER)]
    case = told(case, ErrandReported(key=f"reminder/{date.key}", outcome=Outcome(result="expired")))
    assert asked(case) == []


def test_another_date_made_for_it_settles_it_and_taking_back_does_not() -> None:
    case = told(reminded(), a_withdrawal(WithdrawalCode.NOT_ENGAGED))
    case = told(case, Reinstate(by=PRACTITIONER, reason="a mistake"))
    assert asked(case) == [("off/session-2/1", Role.CASEWORKER)]
    case = told(case, a_booking(case.last_at + timedelta(days=3), slot="session-2"))
    assert asked(case) == []


def test_nobody_is_asked_twice_and_a_person_says_how_it_went() -> None:
    case = told(reminded(), a_pause("2026-08-01", by=PRACTITIONER))
    case = told(case, CloseTask(by=WORKER, task="off/session-2/1", how="rang him"))
    assert asked(case) == []


@pytest.mark.parametrize(
    ("edition", "confirmed", "to_read"),
    [(1, ("session-3/1",), []), (2, (), [("reply/1", Role.CASEWORKER)])],
)
def test_a_yes_to_a_date_that_is_off_confirms_no_other(
    edition: int, confirmed: tuple[str, ...], to_read: list[tuple[str, Role]]
) -> None:
    """Two dates on one day; of both there was a reminder when the first was called off."""
    case = a_case_at(Stage.DELIVERY, held=1, edition=edition)
    first = case.live[0].starts_at
    case = told(case, a_booking(first + timedelta(hours=3), slot="session-3", reason="to keep pace"))
    case = left_until(case, first - HOURS)
    case = told(case, CallOff(by="ops.lead", slot="session-2", reason="the centre is closed"))
    case = told(case, a_reply("yes", case))
    assert (case.confirmed, asked(case, "reply/")) == (confirmed, to_read)
