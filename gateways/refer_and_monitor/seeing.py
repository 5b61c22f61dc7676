"""R&M's referral in our words: everything that reconciliation compares."""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from gateways.refer_and_monitor.meetings import assessment_dates, session_dates
from gateways.refer_and_monitor.reading import Reader
from gateways.refer_and_monitor.shapes import Asked, Date, Plan, PlanId, SentReferral
from gateways.refer_and_monitor.wording import attended_of, contact_of
from interventions.monitoring.seen import (
    SeenAppointment,
    SeenPlan,
    SeenReferral,
    SeenSelection,
    SeenSession,
)
from interventions.promises.catalogue import Catalogue
from interventions.vocabulary import WithdrawalCode

NO_PERSON = UUID(int=0)


def see(reader: Reader, referral_id: UUID, catalogue: Catalogue, now: datetime) -> SeenReferral:
    """Read a referral and all that hangs on it: three calls, five once there is an approved plan.

    Raises:
        Refusal: "not-found".
        MonitoringAway: it can't be read now.
    """
    referral = reader.referral(referral_id)
    asked = referral.referral
    plan_id, approved = referral.current_action_plan_id, referral.approved_action_plan_ids
    report = referral.end_of_service_report
    return SeenReferral(
        referral_id=referral_id,
        seen_at=now,
        reference=referral.reference_number or "",
        crn=referral.service_user_crn,
        sent_at=referral.sent_at,
        contract=asked.dynamic_framework_contract_reference or "",
        practitioner=referral.sent_by.username if referral.sent_by else None,
        practitioner_name=asked.pp_name or asked.ndelius_pp_name or "",
        assigned_to=referral.assigned_to.username if referral.assigned_to else None,
        completion_deadline=asked.completion_deadline,
        maximum_enforceable_days=asked.maximum_enforceable_days,
        selections=tuple(_selections(asked, catalogue)),
        accessibility_needs=asked.accessibility_needs,
        additional_needs=asked.additional_needs_information,
        needs_interpreter=asked.needs_interpreter,
        interpreter_language=asked.interpreter_language,
        unavailable=asked.when_unavailable,
        assessments=tuple(_date(one) for one in assessment_dates(reader.assessment(referral_id))),
        plan=_plan(reader.plan(plan_id)) if plan_id else None,
        sessions=tuple(_sessions(reader, approved[-1])) if approved else (),
        report_submitted_at=report.submitted_at if report else None,
        ended_at=referral.end_requested_at,
        withdrawal=_withdrawal(referral),
        concluded_at=referral.concluded_at,
    )


def _selections(asked: Asked, catalogue: Catalogue) -> Iterator[SeenSelection]:
    """What is asked for in each service category that is a pathway of ours."""
    levels = {row.service_category_id: row.complexity_level_id for row in asked.complexity_levels}
    wanted = {row.service_category_id: row.desired_outcomes_ids for row in asked.desired_outcomes}
    for category in asked.service_category_ids:
        pathway, level = catalogue.pathway_of(category), levels.get(category)
        if pathway is not None:
            complexity = catalogue.complexity_of(pathway, level) if level else None
            outcomes = wanted.get(category, ())
            yield SeenSelection(pathway=pathway, complexity=complexity, outcomes=outcomes)


def _date(date: Date) -> SeenAppointment:
    became = date.appointment_feedback
    return SeenAppointment(
        id=date.id,
        starts_at=date.appointment_time,
        minutes=date.duration_in_minutes,
        contact=contact_of(date.appointment_delivery_type, date.session_type),
        attended=attended_of(became),
        held=became.attendance_feedback.did_session_happen,
        submitted=became.submitted,
    )


def _plan(plan: Plan) -> SeenPlan:
    """The approver all of whose digits are nought is R&M itself (domain brief 0.1)."""
    approver = plan.approved_by
    return SeenPlan(
        sessions=plan.number_of_sessions,
        activities=tuple(activity.description for activity in plan.activities),
        submitted_at=plan.submitted_at,
        approved_at=plan.approved_at,
        approved_by=approver.username if approver else "",
        by_system=approver is not None and approver.user_id == str(NO_PERSON),
    )


def _sessions(reader: Reader, plan_id: PlanId) -> Iterator[SeenSession]:
    for session in sorted(reader.sessions(plan_id), key=lambda one: one.session_number):
        dates = session_dates(session)
        yield SeenSession(number=session.session_number, appointment=_date(dates[-1]) if dates else None)


def _withdrawal(referral: SentReferral) -> WithdrawalCode | None:
    code = referral.withdrawal_code or ""
    return WithdrawalCode(code) if code in set(WithdrawalCode) else None
