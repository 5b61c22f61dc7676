"""What follows from what R&M shows: amendments, an approval, an end, all by "R&M" and with their history.

What can't be taken over is asked of a person, once for each thing R&M shows, and the asking ends by itself
when both accounts agree. The same look at R&M twice changes nothing.
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
from interventions.monitoring.differences import Difference, basis, differences, sides
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
    theirs = sides(found)
    facts: list[AnyFact] = []
    for difference in found:
        facts += _followed(evolve_all(case, facts), difference, seen, theirs, now)
    after = evolve_all(case, facts)
    facts += _agreed_again(after, differences(after, seen), now)
    if seen.ended_at and ended.is_listed(case):
        facts += ended.never_told(case, ended.moot(evolve_all(case, facts)), now)
    last, standing = case.monitoring, _still_standing(evolve_all(case, facts), seen)
    if facts or standing != last.standing or (last.seen and basis(case, last.seen) != basis(case, seen)):
        topics = tuple(difference.topic for difference in found)
        yield MonitoringSeen(at=now, by=RM, topics=topics, seen=seen, standing=standing)
    yield from facts


def _still_standing(after: Case, seen: SeenReferral) -> dict[str, str]:
    """What people have still to settle, as the next look finds it if nobody moves."""
    if not after.terms.policy.follows(2):
        return {}
    looked = after.monitoring.model_copy(update={"seen": seen})
    return sides(differences(after.model_copy(update={"monitoring": looked}), seen))


def _followed(
    case: Case, difference: Difference, seen: SeenReferral, theirs: dict[str, str], now: datetime
) -> Iterator[AnyFact]:
    if difference.kind == "keyed-in":
        yield TaskClosed(at=now, by=RM, task=difference.topic, how="R&M shows it")
        return
    why = ""
    if difference.kind == "change":
        try:
            yield from tuple(_taken_over(case, difference.topic, seen, now))
        except Refusal as no:
            why = no.rule
        else:
            return
    yield from _settle(case, difference.topic, theirs[difference.topic], now, why)


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


def _settle(case: Case, topic: str, theirs: str, now: datetime, why: str) -> Iterator[AnyFact]:
    """Ask, unless it was asked and R&M has not moved since; `why` says what kept us from following it."""
    head = topic.split("/", maxsplit=1)[0]
    owner, what = ASKED.get(head, (Role.PROBATION_PRACTITIONER, OTHERWISE.format(head.replace("-", " "))))
    what = f"{what} ({why})" if why else what
    task = _asked_as(case, topic, theirs) if case.terms.policy.follows(2) else _asked_before(case, topic, why)
    yield from ask(case, task, "difference", owner, what, about=topic, at=now)


def _asked_as(case: Case, topic: str, theirs: str) -> str:
    """The id of the last task about it; a new one where that is settled and R&M shows something else since.

    What agreed at the last look and differs now is new, also where R&M shows what it showed long ago.
    """
    asked = [task for task in case.tasks.values() if task.kind == "difference" and task.about == topic]
    if not asked:
        return task_of(topic)
    settled, moved = asked[-1].closed_by, case.monitoring.standing.get(topic) != theirs
    return f"{task_of(topic)}/{case.sequence}" if settled and moved else asked[-1].id


def _asked_before(case: Case, topic: str, why: str) -> str:
    """Before edition 2 what was settled once was asked again only where something could not be followed."""
    known = case.tasks.get(task_of(topic))
    return f"{task_of(topic)}/{case.sequence}" if why and known and known.closed_at else task_of(topic)


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
