"""Random walks: valid-shaped messages at increasing times, said to a case whether or not they make sense."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from random import Random
from typing import Any

from hypothesis import strategies as st

from interventions.action_plan import ActionPlan, PlannedDate
from interventions.agenda import agenda
from interventions.case import Case
from interventions.conversation import catch_up, hear
from interventions.correspondence import Outcome
from interventions.dose import stage
from interventions.errors import Refusal
from interventions.evolve import begin, evolve_all
from interventions.facts import AnyFact
from interventions.messages import (
    AnswerThreeWay,
    ApprovePlan,
    CloseTask,
    DecideEligibility,
    DeliveryReceipt,
    ErrandReported,
    FallsDue,
    Message,
    RegisterDisagreed,
    ReturnPlan,
    SubmitPlan,
    SubmitReport,
)
from interventions.participant import Address, ContactSheet
from interventions.stages.referral import receive
from interventions.vocabulary import Attended, Channel, ContactType, NoSessionReason, Stage
from tests.builders import a_plan, a_referral, a_report, some_terms
from tests.sayings import PRACTITIONER, WORKER, a_booking, a_record, allocation, next_session

EXAMPLES = ("lifestyle-low", "lifestyle-high", "family-low", "family-high", "both-pathways")
SHEETS = (
    {Channel.TEXT: True, Channel.LETTER: True},
    {Channel.TEXT: True},
    {Channel.LETTER: True, Channel.TEXT: False},
    {},
)
MINUTES = (0, 1, 60, 7 * 60, 24 * 60, 3 * 24 * 60 + 11, 9 * 24 * 60)


@dataclass(frozen=True)
class Step:
    """One thing said after so many minutes: the next sensible thing, or another; `pick` varies it.

    Unless `awake`, the service was down until then and catches up in one go.
    """

    wait: int
    sensible: bool
    pick: int
    awake: bool = True


@dataclass
class Walk:
    """A case on its way: the facts so far, the refusals met, and the moment."""

    case: Case
    facts: list[AnyFact]
    refused: list[str] = field(default_factory=list)

    def takes(self, step: Step) -> tuple[AnyFact, ...]:
        """Says what the step says; the facts that followed, those that fell due before it included."""
        now, start = self.case.last_at + timedelta(minutes=step.wait), len(self.facts)
        if step.sensible and self.case.live:
            now = max(now, self.case.live[0].ends_at)
        if step.awake:
            self.wakes_until(now)
        message = (
            sensible(self.case, step.pick, now) if step.sensible else anything(self.case, step.pick, now)
        )
        try:
            self.hears(hear(self.case, message, now))
        except Refusal as no:
            self.refused.append(no.rule)
            self.hears(catch_up(self.case, now))
        return tuple(self.facts[start:])

    def wakes_until(self, now: datetime) -> None:
        """The service is woken for each thing due, as it is when it is never down."""
        while (due := agenda(self.case)) and due[0].at <= now:
            self.hears(catch_up(self.case, max(due[0].at, self.case.last_at)))

    def hears(self, facts: tuple[AnyFact, ...]) -> None:
        self.case = evolve_all(self.case, facts)
        self.facts += facts


def begun(example: str, safe: dict[Channel, bool], **policy: Any) -> Walk:
    """A walk at its first fact."""
    home = Address(lines=("14 Larkrise Terrace",), postcode="ZZ1 1ZZ")
    sheet = ContactSheet(mobile="+447700900112", address=home, safe=safe)
    referral = a_referral(example, sent="2026-03-24T15:00", contact=sheet)
    first = receive(referral, some_terms(referral, **policy), referral.sent_at)
    return Walk(begin(first), [first])


def sensible(case: Case, pick: int, now: datetime) -> Message:
    """What a good caseworker would say next."""
    match stage(case):
        case Stage.REFERRAL:
            return allocation()
        case Stage.ACTION_PLAN if case.plan_awaited:
            return ApprovePlan(by=PRACTITIONER)
        case Stage.ACTION_PLAN:
            return SubmitPlan(by=WORKER, plan=_plan(case, now))
        case Stage.END_OF_SERVICE if not case.live:
            return SubmitReport(by=WORKER, report=a_report(case))
        case _ if case.live:
            return a_record(slot=case.live[0].slot, reason="agreed", minutes=(None, 60, 90)[pick % 3])
        case Stage.ASSESSMENT:
            return a_booking(now + timedelta(days=1 + pick % 3))
        case _:
            soon = next_session(case).model_copy(update={"reason": "agreed"})
            return soon.model_copy(update={"starts_at": now + timedelta(days=2 + pick % 6)})


def _plan(case: Case, now: datetime) -> ActionPlan:
    first = PlannedDate(starts_at=now + timedelta(days=3), place="Room 2", pathway=case.pathways[0])
    return a_plan(case, dates=(first,))


def anything(case: Case, pick: int, now: datetime) -> Message:
    """Any message at all, well-formed and perhaps out of place."""
    slots = (None, *case.slots, "session-1", "session-99")
    slot, yes = slots[pick % len(slots)], pick % 2 == 0
    keys = (*case.words, "nothing")
    key = keys[pick % len(keys)]
    tasks = (*case.tasks, "nothing")
    soon = a_booking(
        now + timedelta(hours=(-2, 1, 20, 80, 200, 8000)[pick % 6]),
        slot=slot,
        contact=tuple(ContactType)[pick % 4],
        pathway=(None, *case.pathways)[pick % (1 + len(case.pathways))],
        modules=((), ("goal-setting",), ("peer-mentor",), ("erase",), ("family-meetings",))[pick % 5],
        final=(None, None, True, False)[pick % 4],
        moved_by=("", "participant", "provider")[pick % 3],
        reason="asked for" if yes else "",
    )
    record = a_record(
        slot=slot,
        attended=tuple(Attended)[pick % 3],
        held=(None, None, True, False)[pick % 4],
        no_session_reason=(None, *NoSessionReason)[pick % 4],
        late_reason="bus" if yes else "",
        concerns="x" if pick % 5 == 0 else "",
        reason="agreed" if yes else "",
        next=soon if pick % 3 == 0 else None,
    )
    results: tuple[Any, ...] = ("accepted", "refused", "expired", "failed")
    choices: tuple[Message, ...] = (
        allocation(caseworker=f"worker-{pick % 3}", reason="leave" if yes else ""),
        soon,
        soon,
        record,
        record,
        SubmitPlan(by=WORKER, plan=_plan(case, now)),
        ApprovePlan(by=PRACTITIONER, version=(None, 1, 2)[pick % 3]),
        ReturnPlan(by=PRACTITIONER, reasons="more"),
        DecideEligibility(
            by=PRACTITIONER, module=("erase", "peer-mentor")[pick % 2], eligible=True, reason="x"
        ),
        AnswerThreeWay(by=PRACTITIONER, who="practitioner" if yes else "participant", accepts=pick % 3 == 0),
        SubmitReport(by=WORKER, report=a_report(case)),
        CloseTask(by=WORKER, task=tasks[pick % len(tasks)], how="done"),
        DeliveryReceipt(key=key, arrived=yes),
        ErrandReported(key=key, outcome=Outcome(result=results[pick % 4])),
        FallsDue(key="breach/assessment", at=now),
        RegisterDisagreed(sequence=pick),
    )
    return choices[(pick // 7) % len(choices)]


def a_little_way(example: str, sheet: int, seed: int, length: int) -> Walk:
    """A walk that some sensible steps have led to, from nothing yet to well into delivery."""
    walk = begun(example, SHEETS[sheet])
    for step in steps_of(seed, length):
        if not walk.case.ending:
            walk.takes(replace(step, sensible=True))
    return walk


def steps_of(seed: int, length: int) -> list[Step]:
    """So many steps, as unlike each other as a seed can make them."""
    chance = Random(seed)  # noqa: S311 (steps of a walk, no secret)
    numbers = [chance.getrandbits(40) for _ in range(length)]
    return [
        Step(
            wait=MINUTES[number % len(MINUTES)],
            sensible=number // 7 % 2 == 0,
            pick=number // 14 % 5000,
            awake=number // 11 % 4 > 0,
        )
        for number in numbers
    ]


SEEDS = st.integers(1, 2**32)
STEPS = st.builds(steps_of, SEEDS, st.integers(6, 16))
WALKS = st.builds(
    a_little_way,
    st.sampled_from(EXAMPLES),
    st.integers(0, len(SHEETS) - 1),
    SEEDS,
    st.sampled_from((0, 3, 7, 14)),
)
