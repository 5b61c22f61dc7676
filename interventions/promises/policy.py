"""The clocks and habits of the service: every number a contract manager may want to move.

Read outside the workflow and pinned for the life of an intervention, like the catalogue.
"""

from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field, model_validator

from interventions.desk import read_page
from interventions.message import Desk, Wire
from interventions.vocabulary import ApprovalMode, MonitoringMode

POLICIES = Path(__file__).parent / "policies"
CLOCKS_HAVE_CHANGED = time(2)


def _on_every_day(at: time) -> time:
    """London clocks change between 1am and 2am, so only a later time exists exactly once on every day."""
    if at < CLOCKS_HAVE_CHANGED:
        raise ValueError("must be 02:00 or later: earlier times may be skipped or repeated")
    return at


Count = Annotated[int, Field(gt=0, strict=True)]
WallTime = Annotated[time, Field(strict=True), AfterValidator(_on_every_day)]


class Policy(Wire):
    """What was promised about time, as pinned to one intervention.

    Working days are counted on the pinned calendar from day 0; times are London wall times. Sources
    are the readings of domain brief 7.6 unless a field says otherwise.
    """

    version: str = Field(min_length=1)
    edition: Count = Field(default=1, description="of the rules: a case goes on under those it began with")
    allocation_working_days: Count = Field(default=2, description="referral to caseworker; domain brief 2.2")
    assessment_working_days: Count = Field(default=10, description="referral to assessment held; A1, A2, A3")
    assessment_early_target_days: Count = Field(default=10, description="the same in calendar days; A1")
    assessment_warning_working_days: Count = Field(default=2, description="before the assessment is due; A1")
    plan_working_days: Count = Field(default=5, description="assessment held to plan submitted; A21")
    plan_warning_working_days: Count = Field(default=1, description="before the plan is due; A21")
    approval_mode: ApprovalMode = Field(default=ApprovalMode.EXTERNAL_PP, description="who approves; A19")
    approval_reminder_working_days: Count = Field(default=3, description="after submission; A19")
    approval_escalation_working_days: Count = Field(default=5, description="after submission; A19")
    contact_nudge_at: WallTime = Field(default=time(17), description="update still owed today; A23")
    delivery_warning_working_days: Count = Field(
        default=5, description="before delivery's last day or the completion deadline; A9"
    )
    report_working_days: Count = Field(default=5, description="last session to report submitted; A12")
    report_warning_working_days: Count = Field(default=1, description="before the report is due; A12")
    reminder_hours_before: Count = Field(default=24, description="text reminder, on the wall clock; A17")
    send_from: WallTime = Field(default=time(9), description="texts may go out from; A17")
    send_until: WallTime = Field(default=time(19), description="and before; A17")
    three_way_offer_working_days: Count = Field(default=10, description="before the final session; A25")
    next_session_working_days: Count = Field(
        default=2, description="how long a participant may be without a booked next session; seeds"
    )
    dose_tolerance_percent: Count = Field(default=25, lt=100, description="norm, either way; A6")
    absences_in_a_row: Count = Field(
        default=2, description="unacceptable, before the practitioner hears; 2.2"
    )
    reinstatement_working_days: Count = Field(
        default=5, description="how long a withdrawal can be taken back before the case is closed"
    )
    paused_clocks: tuple[str, ...] = Field(
        default=("action-plan", "revision", "next-session", "delivery"),
        description="which clocks stop in a pause; the assessment's and the update's never do; A4",
    )
    booking_horizon_months: Count = Field(default=6, description="how far ahead a booking may lie")
    task_working_days: Count = Field(default=2, description="how long a person has for a task")
    look_for_duplicates: bool = Field(
        default=False, strict=True, description="whether the register is asked for the same person; 2.2"
    )
    monitoring: MonitoringMode = Field(default=MonitoringMode.OFF, description="who tells R&M; 0.5")
    closure_letter: bool = Field(
        default=False, description="a last letter to the participant; off where not pinned"
    )
    receipt_hours: Count | None = Field(
        default=None, description="how long a text may be on its way before its carrier is asked; none: never"
    )
    letter_check_hours: tuple[Count, ...] = Field(
        default=(), description="when the carrier of a letter is asked what became of it; none: never"
    )
    letter_fallback_working_days: Count | None = Field(
        default=None, description="what a letter needs to arrive in place of a text; none: no such letters"
    )
    lost_reminders_are_urgent: bool = Field(
        default=False, description="a reminder that did not go or arrive is told before its date; R10"
    )
    waiting_reminder_hours: Count | None = Field(
        default=None,
        description="before its date, a reminder that has not left is told by a person; none: never",
    )
    further_reminder_hours: tuple[Count, ...] = Field(
        default=(), description="more texts before an appointment, each so many hours earlier"
    )
    urgent_words: tuple[str, ...] = Field(
        default=(), description="in a participant's text: answered with where help is, and told at once"
    )
    automatic_answers_an_hour: Count = Field(
        default=2, description="to one number, so that two machines never talk; reliability brief R22"
    )

    overdue_tasks_escalate: bool = Field(
        default=False, description="operations are asked to see to a task that was not done in time; issue 3"
    )
    moved_are_referred_again: bool = Field(
        default=False, description="who moved out of the area is to be referred there; 2.2"
    )

    monitoring_names_practitioner: bool = Field(
        default=False, description="a practitioner's name amended in R&M is followed; domain brief 3.3"
    )
    new_caseworker_is_told: bool = Field(
        default=False, description="a caseworker who takes over without a letter tells the participant; 2.2"
    )
    letters_again_in_new_format: bool = Field(
        default=False, description="post again what still holds, when language or format change; 2.2"
    )

    interpreter_is_arranged: bool = Field(
        default=False, description="a referral that wants an interpreter asks for one; domain brief 8"
    )
    cadence_minimum_warns: bool = Field(
        default=False, description="a session booked too far from the last is asked about; A7"
    )
    last_tasks_working_days: Count | None = Field(
        default=None,
        description="after the case is closed, for tasks left open; none: they stay as they are; issue 3",
    )
    assessment_date_working_days: Count | None = Field(
        default=None, description="how long without a date for the assessment; none: nobody looks; 2.2"
    )
    outcome_review_months: int = Field(
        default=0, ge=0, le=12, strict=True, description="between formal reviews; 0: there are none; A36"
    )
    amendments_are_read: bool = Field(
        default=False, description="the caseworker is told what somebody else changed in the referral; 2.2"
    )
    enforceable_days_count: bool = Field(
        default=False, description="more days than can be enforced need a reason; domain brief 1, RAR days"
    )
    pace_fits_the_weeks: bool = Field(
        default=False, description="a plan too slow for its pathway's weeks needs a reason; A9, A10"
    )
    reductions_are_decided: bool = Field(
        default=False, description="a smaller plan is the practitioner's to approve, also under auto; 2.2"
    )
    assessment_attempts: Count | None = Field(
        default=None, description="missed, before the practitioner is asked how to go on; none: no limit; 2.2"
    )
    last_days_are_read: bool = Field(
        default=False, description="the caseworker is told how long sessions may go on now; A9, 2.2"
    )
    risk_is_read_first: bool = Field(
        default=False, description="no date before the caseworker has read what is known of risk; 8"
    )
    monitoring_patience_working_days: Count | None = Field(
        default=None, description="R&M fails one record and takes others', then a person; none: for ever"
    )
    longest_message: Count | None = Field(
        default=None, description="characters of what a person says at once; none: no limit; temporal brief"
    )

    def follows(self, edition: int) -> bool:
        """Whether the case is under that edition of the rules (decision 20), or a later one."""
        return self.edition >= edition

    @model_validator(mode="after")
    def _in_order(self) -> "Policy":
        if _hours_between(self.send_from, self.send_until) < 1:
            raise ValueError("send_until: must be at least an hour after send_from")
        for earlier, later in ORDERED:
            if getattr(self, earlier) >= getattr(self, later):
                raise ValueError(f"{earlier}: must be below {later}")
        return self


ORDERED = (
    ("assessment_warning_working_days", "assessment_working_days"),
    ("plan_warning_working_days", "plan_working_days"),
    ("approval_reminder_working_days", "approval_escalation_working_days"),
    ("report_warning_working_days", "report_working_days"),
)


class PolicyPage(Policy, Desk):
    """A policy file, as typed: every key spelt out, so that no promise is made by silence."""

    @model_validator(mode="before")
    @classmethod
    def _spelt_out(cls, typed: dict[str, object]) -> dict[str, object]:
        if missing := [key for key in cls.model_fields if key not in typed]:
            raise ValueError(f"missing {', '.join(missing)}")
        return typed


def load_policy(name: str = "standard", folder: Path = POLICIES) -> Policy:
    """Read and check the policy called `name` in `folder`.

    Raises:
        CatalogueError: no such file, it does not parse, or a key is unknown, missing or wrong.
    """
    return Policy(**read_page(folder / f"{name}.toml", PolicyPage).model_dump())


def _hours_between(start: time, end: time) -> float:
    day = date.min
    return (datetime.combine(day, end) - datetime.combine(day, start)) / timedelta(hours=1)
