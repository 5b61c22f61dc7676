"""What comes before its time: kept whole and once, let in when the case has got so far, never lost."""

from interventions.agenda import agenda
from interventions.case import Case
from interventions.conversation import catch_up, hear_outside
from interventions.evolve import evolve_all
from interventions.facts import MessageKept, MessageLetIn, MessageSetAside
from interventions.keeping import ROOM
from interventions.messages import SIGNALS, DeliveryReceipt
from interventions.reception import KEEP, MAY_BE_SAID
from interventions.vocabulary import Stage
from tests.builders import a_case, a_case_at, left_until, names, told
from tests.sayings import a_booking, a_withdrawal, allocation

WELCOME = DeliveryReceipt(key="welcome/1", arrived=True)
UNKNOWN = DeliveryReceipt(key="nobody-knows", arrived=True)


def outside(case: Case, *receipts: DeliveryReceipt) -> Case:
    """The case after the carrier said each of them now."""
    for receipt in receipts:
        case = evolve_all(case, hear_outside(case, receipt, case.last_at))
    return case


def test_a_receipt_before_its_stage_is_kept_and_let_in_with_its_word() -> None:
    case = outside(a_case(), WELCOME)
    assert [(kept.message, kept.number) for kept in case.kept] == [("delivery-receipt", case.sequence)]
    assert agenda(case)[0].at > case.last_at
    case = told(case, allocation())
    assert (case.kept, case.words["welcome/1"].state) == ((), "delivered")
    assert [line.fact for line in case.journal[-2:]] == ["MessageLetIn", "WordDelivered"]


def test_what_it_said_is_kept_whole() -> None:
    (kept,) = hear_outside(a_case(), WELCOME, a_case().last_at)
    assert isinstance(kept, MessageKept)
    assert DeliveryReceipt.model_validate_json(kept.content) == WELCOME


def test_the_same_words_are_kept_once() -> None:
    assert outside(a_case(), WELCOME, WELCOME) == outside(a_case(), WELCOME)


def test_what_fell_due_is_heard_before_a_message_is_kept() -> None:
    case = a_case()
    facts = hear_outside(case, WELCOME, left_until(case, "2026-06-04T09:00").last_at)
    assert names(facts) == ["ClockBreached", "TaskOpened", "MessageKept"]


def test_kept_messages_are_let_in_in_the_order_they_came() -> None:
    lost, found = (DeliveryReceipt(key="welcome/1", arrived=arrived) for arrived in (False, True))
    case = told(outside(a_case(), lost, found), allocation())
    assert case.words["welcome/1"].state == "undelivered"
    assert [line.about for line in case.journal if line.fact == "MessageLetIn"] == [
        "delivery-receipt (kept as 2)",
        "delivery-receipt (kept as 3)",
    ]


def test_one_that_waits_does_not_hold_up_the_next() -> None:
    case = told(outside(a_case(), UNKNOWN, WELCOME), allocation())
    assert [kept.content for kept in case.kept] == [UNKNOWN.model_dump_json()]
    assert case.words["welcome/1"].state == "delivered"


def test_in_a_stage_that_hears_it_a_receipt_still_waits_for_its_word() -> None:
    reminder = DeliveryReceipt(key="reminder/assessment/1", arrived=True)
    case = told(outside(a_case_at(Stage.ASSESSMENT), reminder), a_booking("2026-06-04T10:00"))
    assert len(case.kept) == 1
    case = left_until(case, "2026-06-03T10:00")
    assert (case.kept, case.words["reminder/assessment/1"].state) == ((), "delivered")


def test_what_never_had_its_time_is_set_aside_whole_when_the_case_closes() -> None:
    case = told(outside(a_case(), WELCOME, UNKNOWN), a_withdrawal())
    assert len(case.kept) == 2
    before, facts = case.sequence, catch_up(case, left_until(case, "2026-08-01T10:00").last_at)
    heard = [name for name in names(facts) if name.startswith("Message")]
    assert heard == ["MessageLetIn", "MessageSetAside"] * 2
    aside = [fact for fact in facts if isinstance(fact, MessageSetAside)]
    assert [fact.content for fact in aside] == [each.model_dump_json() for each in (WELCOME, UNKNOWN)]
    assert [fact.kept for fact in facts if isinstance(fact, MessageLetIn)] == [2, 3]
    closed = evolve_all(case, facts)
    assert (closed.kept, closed.ending is None, closed.sequence) == ((), False, before + len(facts))


def test_a_sender_gone_wild_does_not_make_the_case_grow_for_ever() -> None:
    many = [DeliveryReceipt(key=f"unknown/{number}", arrived=True) for number in range(ROOM)]
    case = outside(a_case(), *many)
    assert len(case.kept) == ROOM
    (one_more,) = hear_outside(case, UNKNOWN, case.last_at)
    assert isinstance(one_more, MessageSetAside)
    assert (one_more.rule, one_more.content) == ("too-many-kept", UNKNOWN.model_dump_json())


def test_only_the_outside_is_ahead_of_us_and_nothing_is_kept_in_a_closed_case() -> None:
    keeping = {name for name, row in MAY_BE_SAID.items() if KEEP in row.values()}
    assert keeping <= set(SIGNALS)
    assert all(row[Stage.CLOSED] != KEEP for row in MAY_BE_SAID.values())


def test_a_case_that_keeps_something_is_its_facts() -> None:
    case = outside(a_case(), WELCOME)
    assert Case.model_validate_json(case.model_dump_json()) == case
