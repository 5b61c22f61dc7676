"""R&M's service provider report, under its own 27 column names, right where R&M is known to be wrong.

Every column says where it departs from what R&M prints (domain brief 0.2, 0.10, 5.3, F16). Instants keep
their offset; what is not known is empty.
"""

from collections.abc import Callable
from operator import attrgetter

from interventions.figures.intervention import Figures
from interventions.figures.profile import Cell, Column, Profile
from interventions.vocabulary import Ending

END_STATES = {Ending.CANCELLED: "cancelled", Ending.ENDED_EARLY: "ended", Ending.COMPLETED: "completed"}


def _end_state(row: Figures) -> Cell:
    return END_STATES[row.end_state] if row.end_state else None


def _end_reason(row: Figures) -> Cell:
    return row.end_reason.name.replace("_", " ").capitalize() if row.end_reason else None


def _attended(row: Figures) -> Cell:
    """R&M knows no sessions before a plan was approved, and neither do we."""
    return row.sessions_attended if row.sessions_expected is not None else None


def _nothing(row: Figures) -> Cell:
    return None


def _column(name: str, read: str | Callable[[Figures], Cell], meaning: str, *, version: int = 1) -> Column:
    return Column(name, meaning, version, attrgetter(read) if isinstance(read, str) else read)


RM = Profile(
    "rm",
    (
        _column("referral_ref", "referral_ref", "R&M's reference number."),
        _column("referral_id", "referral_id", "R&M's id."),
        _column("contract_ref", "contract_ref", "The contract it belongs to now."),
        _column(
            "organisation_id",
            "provider",
            "Who delivers. R&M gives the prime provider of the contract, whom a referral does not name.",
        ),
        _column("caseworker_id", "caseworker_id", "Staff reference of the caseworker now."),
        _column("service_user_crn", "service_user_crn", "The case number now, after any merger."),
        _column("date_referral_received", "sent_at", "When the referral was sent."),
        _column(
            "date_saa_first_arranged",
            "assessment_first_arranged_at",
            "When the first appointment for the assessment was made.",
        ),
        _column(
            "date_saa_first_scheduled_for",
            "assessment_first_offered_for",
            "The time that first appointment was made for, moved or not. R&M's own meaning changed on "
            "25 October 2024; ours is one for all rows.",
        ),
        _column(
            "date_saa_first_not_attended",
            "assessment_first_missed_at",
            "The time of the first appointment nobody came to; empty where there is none. R&M has printed "
            "the present time for an empty date.",
        ),
        _column(
            "date_saa_first_attended",
            "assessment_first_attended_at",
            "The time of the first appointment they came to, held or not.",
        ),
        _column(
            "date_saa_first_completed",
            "assessment_held_at",
            "The time of the appointment at which the assessment took place. R&M's filter lets stale "
            "appointments in.",
        ),
        _column(
            "saa_attended_on_time",
            "assessment_punctual",
            "Whether they were punctual at the first appointment they came to. Not the ten-day rule: that "
            "is assessment_held_in_time of the kpi profile. Empty while nobody has come; R&M prints false.",
        ),
        _column(
            "date_first_action_plan_submitted",
            "plan_first_submitted_at",
            "When the first plan was submitted.",
        ),
        _column(
            "date_of_first_action_plan_approval",
            "plan_first_approved_at",
            "When the first plan came into force: by the practitioner's decision, or by policy at once.",
        ),
        _column(
            "date_of_first_attended_session",
            "first_session_attended_at",
            "The time of the first delivery session they came to.",
        ),
        _column("outcomes_to_be_achieved_count", "outcomes_wanted", "Outcomes wanted."),
        _column(
            "outcomes_achieved",
            "outcome_score",
            "The sum of every outcome's level: 1, 0.5 or 0. R&M counts equal sums once: one achieved and "
            "two partially achieved come to 1 there, and to 2 here. Empty before the report.",
        ),
        _column("count_of_sessions_expected", "sessions_expected", "Sessions of the plan in force."),
        _column(
            "count_of_sessions_attended",
            _attended,
            "Sessions they came to, each once. R&M lets stale appointments in.",
        ),
        _column("end_requested_by_pp_at", "end_requested_at", "When it was withdrawn; empty if taken back."),
        _column("end_requested_by_pp_reason", _end_reason, "R&M's withdrawal code, in our words."),
        _column("date_eosr_submitted", "report_submitted_at", "When the report was submitted."),
        _column("concluded_at", "concluded_at", "When it was concluded, once."),
        _column("referral_end_state", _end_state, "cancelled, ended or completed; empty while it runs."),
        _column(
            "date_intervention_to_be_completed_by",
            "completion_deadline",
            "The deadline as amended last, once. R&M has joined every version of it.",
        ),
        _column(
            "end_of_sentence_date",
            _nothing,
            "Always empty: R&M's referral names the sentence and not its end.",
        ),
    ),
)
