"""The doors to action plans: drafted, edited, submitted, and approved by nobody (domain brief 0.1)."""

from datetime import datetime
from uuid import UUID, uuid4

from fastapi import APIRouter, Response

from examples.refer_and_monitor.doors import (
    READING,
    ThePerson,
    TheWorld,
    check_caseworker,
    check_practitioner,
)
from examples.refer_and_monitor.forms import NewPlan, PlanChange
from examples.refer_and_monitor.people import SYSTEM, Person
from examples.refer_and_monitor.records import Json, Meeting, Plan, instant
from examples.refer_and_monitor.referrals import SentReferral
from examples.refer_and_monitor.refusals import Finding, Refused, invalid, not_found
from examples.refer_and_monitor.world import World

router = APIRouter()


@router.get("/action-plan/{plan_id}", dependencies=[READING])
async def read_plan(plan_id: UUID, world: TheWorld) -> Json:
    """A plan, draft or not."""
    return world.plan(plan_id)[1].shown()


@router.get("/sent-referral/{referral_id}/approved-action-plans", dependencies=[READING])
async def approved_plans(referral_id: UUID, world: TheWorld) -> list[Json]:
    """Every plan that was approved, in short."""
    plans = world.referral(referral_id).approved
    return [{name: plan.shown()[name] for name in ("id", "submittedAt", "approvedAt")} for plan in plans]


@router.post("/draft-action-plan", status_code=201)
async def draft(form: NewPlan, world: TheWorld, person: ThePerson, response: Response) -> Json:
    """Draft a plan: another one, every time."""
    referral = world.referral(form.referral_id)
    check_caseworker(person, referral)
    now = world.clock()
    plan = Plan(
        referral_id=referral.id,
        sessions=form.number_of_sessions,
        activities=[_activity(one.description, now) for one in form.activities],
        created_by=person,
        created_at=now,
    )
    referral.plans.append(plan)
    response.headers["Location"] = f"/draft-action-plan/{plan.id}"
    return plan.shown()


@router.patch("/draft-action-plan/{plan_id}")
async def edit(plan_id: UUID, form: PlanChange, world: TheWorld, person: ThePerson) -> Json:
    """Change the number of sessions, or add one activity."""
    referral, plan = _draft(world, plan_id, person)
    if findings := _number_findings(form.number_of_sessions, referral):
        raise invalid("draft action plan update invalid", findings)
    plan.sessions = form.number_of_sessions or plan.sessions
    if form.new_activity:
        plan.activities.append(_activity(form.new_activity.description, world.clock()))
    return plan.shown()


@router.post("/draft-action-plan/{plan_id}/submit", status_code=201)
async def submit(plan_id: UUID, world: TheWorld, person: ThePerson) -> Json:
    """Submit a draft; R&M approves it at once, as the system user, unless that is switched off."""
    referral, plan = _draft(world, plan_id, person)
    findings = _number_findings(plan.sessions, referral)
    if plan.sessions is None:
        findings = [("numberOfSessions", "CANNOT_BE_EMPTY")]
    assessed = referral.assessment.current
    # As weak as the real gate: attended is enough, whether or not the session happened (F19).
    if not assessed or not assessed.submitted_at or assessed.attendance["attended"] == "NO":
        findings = [*findings, ("supplierAssessmentAppointment", "INVALID_VALUE")]
    if findings:
        raise invalid("draft action plan submission invalid", findings)
    plan.submitted_by, plan.submitted_at = person, world.clock()
    path = f"/action-plan/{plan.id}"
    world.publish("action-plan.submitted", referral, path, actionPlanId=str(plan.id))
    if world.auto_approval:
        _approve(world, referral, plan, SYSTEM)
    return plan.shown()


@router.post("/action-plan/{plan_id}/approve")
async def approve(plan_id: UUID, world: TheWorld, person: ThePerson) -> Json:
    """A practitioner approves a submitted plan."""
    check_practitioner(person)
    referral, plan = world.plan(plan_id)
    if plan.approved_at or not plan.submitted_at:
        raise Refused(400, "Bad Request", "action plan cannot be approved")
    _approve(world, referral, plan, person)
    return plan.shown()


def _draft(world: World, plan_id: UUID, person: Person) -> tuple[SentReferral, Plan]:
    referral, plan = world.plan(plan_id)
    check_caseworker(person, referral)
    if plan.submitted_at:
        raise not_found("draft action plan")
    return referral, plan


def _activity(description: str, now: datetime) -> Json:
    return {"id": str(uuid4()), "description": description, "createdAt": instant(now)}


def _number_findings(sessions: int | None, referral: SentReferral) -> list[Finding]:
    if sessions is not None and sessions <= 0:
        return [("numberOfSessions", "CANNOT_BE_NEGATIVE_OR_ZERO")]
    before = referral.approved[-1].sessions if referral.approved else None
    if sessions is not None and before and sessions < before:
        return [("numberOfSessions", "CANNOT_BE_REDUCED")]
    return []


def _approve(world: World, referral: SentReferral, plan: Plan, by: Person) -> None:
    plan.approved_by, plan.approved_at = by, world.clock()
    for number in range(len(referral.sessions) + 1, (plan.sessions or 0) + 1):
        referral.sessions.append(Meeting(number))
    path = f"/action-plan/{plan.id}"
    world.publish("action-plan.approved", referral, path, actionPlanId=str(plan.id))
