"""Random walks: valid-shaped messages at increasing times, said to a case whether or not they make sense."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from random import Random
from typing import Any, TypeVar

from hypothesis import strategies as st

from interventions.agenda import agenda
from interventions.case import Case
from interventions.conversation import catch_up, hear
from interventions.errors import Refusal
from interventions.evolve import begin, evolve_all
from interventions.facts import AnyFact
from interventions.messages import (
    AnswerThreeWay,
    ApprovePlan,
    Book,
    CloseTask,
    DecideEligibility,
    DeliveryReceipt,
    ErrandReported,
    Message,
    Record,
    ReturnPlan,
    SubmitPlan,
    SubmitReport,
)
from interventions.participant import Address, ContactSheet
from interventions.promises.action_plan import ActionPlan, PlannedDate
from interventions.stage import stage
from interventions.stages.referral import receive
from interventions.vocabulary import Attended, Channel, ContactType, NoSessionReason, ReplyKind, Stage
from interventions.words.correspondence import Outcome
from tests.builders import a_plan, a_referral, a_report, some_terms
from tests.sayings import PRACTITIONER, WORKER, a_booking, a_record, a_reply, allocation, next_session

Choice = TypeVar("Choice")
EXAMPLES = ("lifestyle-low", "lifestyle-high", "family-low", "family-high", "both-pathways")
SHEETS: tuple[dict[Channel, bool], ...] = (
    {Channel.TEXT: True, Channel.LETTER: True},
    {Channel.TEXT: True},
    {Channel.LETTER: True, Channel.TEXT: False},
    {},
)
RESULTS: tuple[Any, ...] = ("accepted", "refused", "expired", "failed", "did-not-arrive")
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
        case Stage.END_OF_SERVICE | Stage.CLOSED if not case.live:
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
    among = Among(case, pick, now)
    kinds = (
        *(among.a_date, among.a_date, among.a_contact, among.a_contact),
        *(among.about_the_case, among.about_the_plan, among.from_outside),
    )
    return kinds[pick // 7 % len(kinds)]()


@dataclass(frozen=True)
class Among:
    """All that can be said to a case; `pick` chooses, and the same pick always the same."""

    case: Case
    pick: int
    now: datetime

    def one(self, *choices: Choice) -> Choice:
        return choices[self.pick % len(choices)]

    def a_date(self) -> Book:
        return a_booking(
            self.now + timedelta(hours=self.one(-2, 1, 20, 80, 200, 8000)),
            slot=self.one(None, *self.case.slots, "session-1", "session-99"),
            contact=self.one(*ContactType),
            pathway=self.one(None, *self.case.pathways),
            modules=self.one((), ("goal-setting",), ("peer-mentor",), ("erase",), ("family-meetings",)),
            final=self.one(None, None, True, False),
            moved_by=self.one("", "participant", "provider"),
            reason=self.one("asked for", ""),
            all_the_same=self.one("", "", "wanted by both"),
        )

    def a_contact(self) -> Record:
        return a_record(
            slot=self.one(None, *self.case.slots, "session-99"),
            attended=self.one(*Attended),
            held=self.one(None, None, True, False),
            no_session_reason=self.one(None, *NoSessionReason),
            late_reason=self.one("bus", ""),
            concerns=self.one("x", "", "", "", ""),
            reason=self.one("agreed", ""),
            next=self.one(self.a_date(), None, None),
        )

    def about_the_case(self) -> Message:
        return self.one(
            allocation(caseworker=self.one("jo.next", "al.third"), reason=self.one("leave", "")),
            DecideEligibility(by="pp", module=self.one("erase", "peer-mentor"), eligible=True, reason="x"),
            AnswerThreeWay(by="pp", who=self.one("practitioner", "participant"), accepts=True),
            SubmitReport(by=WORKER, report=a_report(self.case)),
            CloseTask(by=WORKER, task=self.one(*self.case.tasks, "nothing"), how="done"),
        )

    def about_the_plan(self) -> Message:
        return self.one(
            SubmitPlan(by=WORKER, plan=_plan(self.case, self.now)),
            SubmitPlan(by="jo.next", plan=self.a_revision()),
            ApprovePlan(by=PRACTITIONER, version=self.one(None, None, 1, 2)),
            ApprovePlan(by=self.one(PRACTITIONER, "jo.next", WORKER)),
            ReturnPlan(by=PRACTITIONER, reasons="more"),
        )

    def a_revision(self) -> ActionPlan:
        """More of everything, or hardly any, with a reason or without."""
        plan = _plan(self.case, self.now)
        by = self.one(2.0, 1.5, 0.2)
        doses = [dose.model_copy(update={"amount": max(1, int(dose.amount * by))}) for dose in plan.doses]
        said = {"modules": self.one((), ("juggling",)), "all_the_same": self.one("", "", "wanted")}
        dates = tuple(date.model_copy(update=said) for date in plan.dates)
        changes = {"doses": tuple(doses), "dates": dates, "reason": self.one("agreed", "agreed", "")}
        return plan.model_copy(update=changes)

    def from_outside(self) -> Message:
        key = self.one(*self.case.words, "reminder/session-1/1", "nothing")
        return self.one(
            a_reply(self.one("1", "2", "stop", "start", "wrong number", "I want to die", "hm"), self.case),
            a_reply("", self.case, shared=True, kind=ReplyKind.CONFIRM),
            DeliveryReceipt(key=key, arrived=False, code=self.one("30006", "21610", "")),
            DeliveryReceipt(key=key, arrived=self.one(True, False)),
            ErrandReported(key=key, outcome=Outcome(result=self.one(*RESULTS))),
        )


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
