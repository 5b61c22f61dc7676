"""Submitting the end-of-service report (domain brief 3.4, submit_eosr)."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from activities.ports import MonitoringAway
from gateways.refer_and_monitor.line import NOT_UNDERSTOOD
from gateways.refer_and_monitor.reading import Reader, shaped
from gateways.refer_and_monitor.refusal import Refusal
from gateways.refer_and_monitor.shapes import Report, ReportId
from gateways.refer_and_monitor.wording import ACHIEVED, close
from interventions.end_of_service import OutcomeReached
from interventions.monitoring.records import ReportRecord

Said = tuple[str, str, str]


@dataclass(kw_only=True)
class SubmittingReport:
    """GET referral; no report submitted: POST draft, PATCH each outcome, PATCH the rest, GET, submit.

    R&M lets a report be submitted and edited again, so the reading is all that keeps it to one.
    """

    reader: Reader
    referral_id: UUID
    record: ReportRecord

    def found(self) -> str | None:
        """The report's id, where it is submitted and says the same.

        Raises:
            Refusal: "differs".
        """
        report = self.reader.referral(self.referral_id).end_of_service_report
        if report is None or report.submitted_at is None:
            return None
        if not self._complete(report):
            raise Refusal("differs")
        return str(report.id)

    def write(self) -> str:
        """Draft, fill, verify and submit it."""
        draft = shaped(Report, self._write("POST", "", {"referralId": str(self.referral_id)}))
        there = _outcomes(draft)
        for outcome in self.record.outcomes:
            if there.get(outcome.outcome) != _said(outcome):
                self._write("PATCH", f"/{draft.id}", {"outcome": _outcome(outcome)})
        if not self._same_rest(draft):
            self._write("PATCH", f"/{draft.id}", {"furtherInformation": self.record.further_information})
        self._verify(draft.id)
        self._write("POST", f"/{draft.id}/submit", None)
        return str(draft.id)

    def _verify(self, report_id: ReportId) -> None:
        """Nothing is submitted that is not all there, and nothing that is there already."""
        report = self.reader.referral(self.referral_id).end_of_service_report
        if report is None or report.id != report_id:
            raise MonitoringAway(NOT_UNDERSTOOD)
        if report.submitted_at or not self._complete(report):
            raise Refusal("differs")

    def _complete(self, report: Report) -> bool:
        ours = {outcome.outcome: _said(outcome) for outcome in self.record.outcomes}
        return _outcomes(report) == ours and self._same_rest(report)

    def _same_rest(self, report: Report) -> bool:
        return close(report.further_information or "") == close(self.record.further_information)

    def _write(self, method: Any, path: str, body: Any) -> Any:
        return self.reader.line.write(method, f"/draft-end-of-service-report{path}", body)


def _outcome(reached: OutcomeReached) -> dict[str, str]:
    return {
        "desiredOutcomeId": str(reached.outcome),
        "achievementLevel": ACHIEVED[reached.achievement],
        "progressionComments": reached.progress,
        "additionalTaskComments": reached.further_work,
    }


def _said(reached: OutcomeReached) -> Said:
    return ACHIEVED[reached.achievement], close(reached.progress), close(reached.further_work)


def _outcomes(report: Report) -> dict[UUID, Said]:
    return {
        one.desired_outcome.id: (
            one.achievement_level,
            close(one.progression_comments or ""),
            close(one.additional_task_comments or ""),
        )
        for one in report.outcomes
    }
