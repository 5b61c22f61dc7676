"""What follows from what R&M shows: amendments, an approval, an end, all by "R&M" and with their history.

What can't be taken over is asked of a person, once, and the asking ends by itself when both accounts agree.
The same look at R&M twice changes nothing.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime

from interventions.case import Case
from interventions.errors import Refusal
from interventions.evolve import evolve_all
from interventions.facts import AnyFact, MonitoringSeen, TaskClosed
from interventions.life import amending, endings
from interventions.messages import Amend, ApprovePlan, MonitoringShown, Withdraw
from interventions.monitoring import ended
from interventions.monitoring.differences import Difference, basis, differences
from interventions.monitoring.seen import SeenReferral
from interventions.monitoring.topics import TOPICS
from interventions.stages import action_plan
from interventions.vocabulary import RM, Role, WithdrawalCode
from interventions.words.contacting import ask

AS_SHOWN = "as R&M shows it"
BY_TOPIC = {topic.name: topic for topic in TOPICS}


def monitoring_shown(case: Case, message: MonitoringShown, now: datetime) -> Iterator[AnyFact]:
    """Follow what R&M has changed; ask people about what stands."""
    seen = message.seen
    found = differences(case, seen)
    facts: list[AnyFact] = []
    for difference in found:
        facts += _followed(evolve_all(case, facts), difference, seen, now)
    after = evolve_all(case, facts)
    facts += _agreed_again(after, differences(after, seen), now)
    if seen.ended_at and ended.is_listed(case):
        facts += ended.never_told(case, ended.moot(evolve_all(case, facts)), now)
    last = case.monitoring.seen
    if facts or (last and basis(case, last) != basis(case, seen)):
        topics = tuple(difference.topic for difference in found)
        yield MonitoringSeen(at=now, by=RM, topics=topics, seen=seen)
    yield from facts


def _followed(case: Case, difference: Difference, seen: SeenReferral, now: datetime) -> Iterator[AnyFact]:
    if difference.kind == "keyed-in":
        yield TaskClosed(at=now, by=RM, task=difference.topic, how="R&M shows it")
        return
    if difference.kind == "change":
        try:
            yield from tuple(_taken_over(case, difference.topic, seen, now))
        except Refusal as no:
            yield from _settle(case, difference.topic, now, why=no.rule)
        return
    yield from _settle(case, difference.topic, now)


def _taken_over(case: Case, topic: str, seen: SeenReferral, now: datetime) -> Iterable[AnyFact]:
    """What R&M changed happens here.

    Raises:
        Refusal: as the amendment, the approval or the withdrawal says.
    """
    if topic == "plan-approved":
        approver = seen.plan.approved_by if seen.plan else ""
        return action_plan.approve(case, ApprovePlan(by=approver or RM), now)
    if topic == "ended":
        code = seen.withdrawal or WithdrawalCode.ANOTHER_REASON
        return endings.withdraw(case, Withdraw(by=RM, code=code, reason=AS_SHOWN), now)
    known = BY_TOPIC[topic]
    if known.amend is None:
        return _to_be_read(case, topic, now)
    fields = known.amend(seen, case.referral, known.pathway)
    return amending.amend(case, Amend(by=RM, reason=AS_SHOWN, **fields), now)


def _to_be_read(case: Case, topic: str, now: datetime) -> Iterator[AnyFact]:
    """Free text says something new: somebody reads it and says what it means for us."""
    what = "R&M says anew when the participant can't come: read it there, and amend the times here"
    task = f"read/{topic}/{case.sequence}"
    yield from ask(case, task, "review", Role.CASEWORKER, what, about=topic, at=now)


def _settle(case: Case, topic: str, now: datetime, why: str = "") -> Iterator[AnyFact]:
    """Ask once. What a person settled is asked again only when R&M has moved since (`why` says so)."""
    task = task_of(topic)
    known = case.tasks.get(task)
    if why and known and known.closed_at:
        task = f"{task}/{case.sequence}"
    head = topic.split("/", maxsplit=1)[0]
    owner, what = ASKED.get(head, (Role.PROBATION_PRACTITIONER, OTHERWISE.format(head.replace("-", " "))))
    what = f"{what} ({why})" if why else what
    yield from ask(case, task, "difference", owner, what, about=topic, at=now)


def task_of(topic: str) -> str:
    """The id of the task that asks people to settle this."""
    return f"differs/{topic}"


def _agreed_again(case: Case, found: tuple[Difference, ...], now: datetime) -> Iterator[AnyFact]:
    """Nobody need settle what does not differ any more."""
    standing = {difference.topic for difference in found}
    for task in case.open_tasks:
        if task.kind == "difference" and task.about not in standing:
            yield TaskClosed(at=now, by=RM, task=task.id, how="R&M and this service agree again")


OTHERWISE = "R&M and this service say different things ({}): put one of them right"
ASKED = {
    "caseworker": (Role.OPERATIONS, "R&M has another caseworker: allocate them here, or assign ours there"),
    "record": (Role.CASEWORKER, "R&M knows what became of a meeting: put it on record here too"),
    "date": (Role.CASEWORKER, "R&M has another date for a meeting: book it here, or put R&M right"),
    "report": (Role.CASEWORKER, "R&M has the end-of-service report: submit it here too"),
    "plan-approved": (
        Role.PROBATION_PRACTITIONER,
        "R&M shows the plan approved and it could not be approved here: approve it here, or return it",
    ),
    "ended": (
        Role.PROBATION_PRACTITIONER,
        "It is ended in one place and not in the other, or under another code: put one of them right",
    ),
}
