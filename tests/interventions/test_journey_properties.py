"""What holds on every journey, however people behave: tried on random walks."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from interventions.agenda import agenda, clocks
from interventions.case import Case
from interventions.conversation import catch_up
from interventions.days.send_window import is_open
from interventions.evolve import begin, evolve_all
from interventions.facts import AnyFact, ClockBreached, ReferralReceived, WordRequested
from interventions.promises.dose import ledgers
from interventions.stage import stage
from interventions.views.status import attributes, status
from interventions.vocabulary import ApprovalMode, Channel, ClockState, Stage, Unit
from interventions.words.correspondence import PostLetter, SendText
from tests.interventions.walks import EXAMPLES, SHEETS, STEPS, WALKS, Step, Walk, begun

LONG_ENOUGH = 90
FACT: TypeAdapter[AnyFact] = TypeAdapter(AnyFact)
walking = settings(
    derandomize=True, max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


@walking
@given(WALKS, STEPS)
def test_a_case_is_its_facts_and_nothing_else(walk: Walk, steps: list[Step]) -> None:
    for step in steps:
        walk.takes(step)
    first, *others = [FACT.validate_json(FACT.dump_json(fact)) for fact in walk.facts]
    assert isinstance(first, ReferralReceived)
    assert evolve_all(begin(first), others) == walk.case
    assert walk.case.sequence == len(walk.facts) == len(walk.case.journal)
    assert Case.model_validate_json(walk.case.model_dump_json()) == walk.case


@walking
@given(WALKS, STEPS)
def test_at_every_step_the_books_balance(walk: Walk, steps: list[Step]) -> None:
    for step in steps:
        walk.takes(step)
        assert walk.case.sequence == len(walk.facts)
        one_date_a_slot(walk.case)
        ledgers_add_up(walk.case)
        clocks_have_one_state(walk)
        assert status(walk.case).stage == attributes(walk.case).stage == stage(walk.case)


def one_date_a_slot(case: Case) -> None:
    for slot in case.slots.values():
        versions = [appointment.version for appointment in slot.appointments]
        assert versions == list(range(1, len(versions) + 1))
        recorded = [contact.version for contact in slot.contacts]
        assert len(recorded) == len(set(recorded))
        assert sum(contact.held for contact in slot.contacts) <= 1
    assert len({date.slot for date in case.live}) == len(case.live)


def ledgers_add_up(case: Case) -> None:
    counted = [contact for contact in case.contacts if contact.held and contact.counts and contact.pathway]
    accounts = ledgers(case)
    assert sum(account.minutes for account in accounts) == sum(contact.minutes for contact in counted)
    assert sum(account.sessions_held for account in accounts) == len(counted)
    for account in accounts:
        own = [contact for contact in counted if contact.pathway is account.pathway]
        by_minutes = account.unit is Unit.MINUTES
        assert account.delivered == (sum(contact.minutes for contact in own) if by_minutes else len(own))
        assert (account.owed == 0) is (account.delivered >= account.planned)


def clocks_have_one_state(walk: Walk) -> None:
    breaches = [fact.clock for fact in walk.facts if isinstance(fact, ClockBreached)]
    assert len(breaches) == len(set(breaches))
    for clock in clocks(walk.case):
        assert clock.watched or clock.name not in breaches
        match clock.state:
            case ClockState.RUNNING:
                assert clock.open
                assert clock.name not in breaches
                assert clock.watched or walk.case.last_at < clock.due
            case ClockState.BREACHED:
                assert clock.open
                assert clock.due <= walk.case.last_at
                assert clock.name in breaches or not clock.watched
            case _:
                assert not clock.open


@walking
@given(WALKS, STEPS)
def test_nobody_is_contacted_where_it_may_not_be_safe_or_at_night(walk: Walk, steps: list[Step]) -> None:
    safe, policy = walk.case.referral.participant.contact.safe, walk.case.terms.policy
    for step in steps:
        walk.takes(step)
    for fact in walk.facts:
        match fact:
            case WordRequested(errand=SendText() as errand):
                assert safe[Channel.TEXT]
                assert is_open(fact.at, policy)
                assert fact.at < errand.useless_after
            case WordRequested(errand=PostLetter()):
                assert safe[Channel.LETTER]


@walking
@given(WALKS, STEPS)
def test_hearing_is_pure_and_nothing_stays_due(walk: Walk, steps: list[Step]) -> None:
    for step in steps:
        before = walk.case.model_copy(deep=True)
        again = Walk(before, list(walk.facts))
        heard = walk.takes(step)
        assert again.takes(step) == heard
        assert [item for item in agenda(walk.case) if item.at <= walk.case.last_at] == []
        assert catch_up(walk.case, walk.case.last_at) == ()


@walking
@given(WALKS, STEPS)
def test_once_closed_only_tasks_are_due_and_no_date_stands(walk: Walk, steps: list[Step]) -> None:
    for step in steps:
        walk.takes(step)
        if walk.case.ending:
            assert all(item.key.startswith(("overdue/", "last/")) for item in agenda(walk.case))
            assert walk.case.live == ()


@settings(derandomize=True, max_examples=8, deadline=None)
@given(
    st.sampled_from(EXAMPLES),
    st.sampled_from(SHEETS),
    st.sampled_from(ApprovalMode),
    st.integers(1, 5000),
)
def test_who_does_the_sensible_thing_reaches_the_end(
    example: str, safe: dict[Channel, bool], mode: ApprovalMode, seed: int
) -> None:
    walk = begun(example, safe, approval_mode=mode)
    for number in range(1, LONG_ENOUGH):
        if walk.case.ending:
            break
        walk.takes(Step(wait=24 * 60, sensible=True, pick=seed * number))
    assert walk.refused == []
    assert stage(walk.case) is Stage.CLOSED
    assert all(account.owed == 0 for account in ledgers(walk.case))
