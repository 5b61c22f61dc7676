"""Submitting an action plan (domain brief 3.4, submit_action_plan)."""

from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from gateways.refer_and_monitor.meetings import assessment_dates
from gateways.refer_and_monitor.reading import Reader, shaped
from gateways.refer_and_monitor.refusal import Refusal
from gateways.refer_and_monitor.shapes import Plan
from gateways.refer_and_monitor.wording import close
from interventions.monitoring.records import PlanRecord


@dataclass(kw_only=True)
class SubmittingPlan:
    """GET referral, GET current plan; another one, or a draft: GET assessment, POST draft, PATCH, submit.

    R&M makes a new draft every time it is asked, so a draft that is there is taken up where it was left.
    """

    reader: Reader
    referral_id: UUID
    record: PlanRecord
    current: Plan | None = None

    def found(self) -> str | None:
        """The plan's id, where the current one is submitted and says the same."""
        referral = self.reader.open_referral(self.referral_id)
        plan_id = referral.current_action_plan_id
        self.current = self.reader.plan(plan_id) if plan_id else None
        plan = self.current
        if plan is None or plan.submitted_at is None or not self._same_number(plan):
            return None
        return None if self._missing(plan) or self._foreign(plan) else str(plan.id)

    def write(self) -> str:
        """Draft what is missing of it, and submit it."""
        self._require_an_assessment_held()
        draft = self._draft()
        for activity in self._missing(draft):
            self._change(draft, {"newActivity": {"description": activity}})
        if not self._same_number(draft):
            self._change(draft, {"numberOfSessions": self.record.sessions})
        self.reader.line.write("POST", f"/draft-action-plan/{draft.id}/submit")
        return str(draft.id)

    def _require_an_assessment_held(self) -> None:
        """R&M asks only whether somebody came (domain brief 6, F19)."""
        dates = assessment_dates(self.reader.assessment(self.referral_id))
        if not any(date.appointment_feedback.attendance_feedback.did_session_happen for date in dates):
            raise Refusal("invalid", "supplierAssessment: not held")

    def _draft(self) -> Plan:
        plan = self.current
        if plan and plan.submitted_at is None:
            if self._foreign(plan):
                raise Refusal("differs")
            return plan
        if plan and (plan.number_of_sessions or 0) > self.record.sessions:
            raise Refusal("invalid", "numberOfSessions CANNOT_BE_REDUCED")
        body = {
            "referralId": str(self.referral_id),
            "numberOfSessions": self.record.sessions,
            "activities": [{"description": activity} for activity in self.record.activities],
        }
        return shaped(Plan, self.reader.line.write("POST", "/draft-action-plan", body))

    def _change(self, draft: Plan, change: dict[str, object]) -> None:
        self.reader.line.write("PATCH", f"/draft-action-plan/{draft.id}", change)

    def _same_number(self, plan: Plan) -> bool:
        return plan.number_of_sessions == self.record.sessions

    def _missing(self, plan: Plan) -> list[str]:
        """Our activities that it lacks, in order."""
        there = Counter(close(activity.description) for activity in plan.activities)
        missing = []
        for activity in self.record.activities:
            if there[close(activity)]:
                there[close(activity)] -= 1
            else:
                missing.append(activity)
        return missing

    def _foreign(self, plan: Plan) -> bool:
        """Whether it has activities that are not ours."""
        there = Counter(close(activity.description) for activity in plan.activities)
        return bool(there - Counter(map(close, self.record.activities)))
