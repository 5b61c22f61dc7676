"""What the facts of real life change in the case."""

from collections.abc import Callable
from typing import Any

from interventions import facts as f
from interventions.case import Amendment, Case, Held, Kept, Noted, Withdrawal
from interventions.fingerprint import fingerprint
from interventions.people import followed

Changes = dict[str, Any]


def _forfeited(case: Case, fact: f.SessionForfeited) -> Changes:
    slot = case.slots[fact.slot].model_copy(update={"forfeited": True})
    return {"slots": {**case.slots, fact.slot: slot}}


def _called_off(case: Case, fact: f.AppointmentCalledOff) -> Changes:
    slot = case.slots[fact.slot]
    slot = slot.model_copy(update={"called_off": (*slot.called_off, fact.version)})
    return {"slots": {**case.slots, fact.slot: slot}}


def _noted(case: Case, fact: f.ContactNoted) -> Changes:
    noted = Noted(
        key=fact.key,
        happened_at=fact.happened_at,
        recorded_at=fact.at,
        whom=fact.whom,
        contact=fact.contact,
        reached=fact.reached,
        words=fingerprint(fact.summary, fact.concerns),
        concern=fingerprint(fact.concerns),
        adds_to=fact.adds_to,
    )
    return {"noted": (*case.noted, noted)}


def _paused(case: Case, fact: f.InterventionPaused) -> Changes:
    return {"pauses": (*case.pauses, Held(why=fact.why, review_on=fact.review_on, since=fact.at))}


def _resumed(case: Case, fact: f.InterventionResumed) -> Changes:
    ended = case.pauses[-1].model_copy(update={"until": fact.at, "withdrawn": case.withdrawal is not None})
    return {"pauses": (*case.pauses[:-1], ended)}


def _withdrawn(case: Case, fact: f.InterventionWithdrawn) -> Changes:
    # A death that is heard of later changes why sessions ended, not when.
    first = case.withdrawal.at if case.withdrawal and case.terms.policy.follows(2) else fact.at
    return {"withdrawal": Withdrawal(code=fact.code, at=first)}


def _reinstated(case: Case, fact: f.InterventionReinstated) -> Changes:
    return {"withdrawal": None}


def _suppressed(case: Case, fact: f.ContactSuppressed) -> Changes:
    return {"suppressed": True}


def _caseworker_left(case: Case, fact: f.CaseworkerLeft) -> Changes:
    return {"caseworker_gone": True, "tasks": followed(case.model_copy(update={"caseworker_gone": True}))}


def _amended(case: Case, fact: f.ReferralAmended) -> Changes:
    tasks = followed(case.model_copy(update={"referral": fact.after}))
    if fact.undone:
        return {"referral": fact.after, "tasks": tasks, "amendments": case.amendments[:-1]}
    kept = Amendment(topics=fact.topics, before=fact.before)
    return {"referral": fact.after, "tasks": tasks, "amendments": (*case.amendments, kept)}


def _task_overdue(case: Case, fact: f.TaskOverdue) -> Changes:
    return {"overdue": (*case.overdue, fact.task)}


def _kept(case: Case, fact: f.MessageKept) -> Changes:
    kept = Kept(number=case.sequence + 1, message=fact.message, content=fact.content, at=fact.at)
    return {"kept": (*case.kept, kept)}


def _let_in(case: Case, fact: f.MessageLetIn) -> Changes:
    return {"kept": tuple(kept for kept in case.kept if kept.number != fact.kept)}


def _looked(case: Case, fact: f.DuplicatesLookedFor) -> Changes:
    return {"outbox": {key: errand for key, errand in case.outbox.items() if key != fact.key}}


CHANGES_OF_LIFE: dict[type, Callable[[Case, Any], Changes]] = {
    f.SessionForfeited: _forfeited,
    f.AppointmentCalledOff: _called_off,
    f.ContactNoted: _noted,
    f.InterventionPaused: _paused,
    f.InterventionResumed: _resumed,
    f.InterventionWithdrawn: _withdrawn,
    f.InterventionReinstated: _reinstated,
    f.ContactSuppressed: _suppressed,
    f.CaseworkerLeft: _caseworker_left,
    f.ReferralAmended: _amended,
    f.TaskOverdue: _task_overdue,
    f.DuplicatesLookedFor: _looked,
    f.MessageKept: _kept,
    f.MessageLetIn: _let_in,
}
