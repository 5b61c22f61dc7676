"""The verbs that say something to an intervention and hear the answer: each is its options, and a message."""

import typer

from interventions import messages as m
from interventions.vocabulary import ContactType
from starter import options as o
from starter.saying import ANSWER_WITHIN, speak


def allocate(
    ctx: typer.Context,
    referral_id: o.ReferralId,
    *,
    caseworker: o.Caseworker,
    name: o.Name,
    by: o.By,
    reason: o.Reason = "",
    message_id: o.MessageId = None,
    wait: o.Wait = ANSWER_WITHIN,
    as_json: o.AsJson = False,
) -> None:
    """Allocate the case to a caseworker, or hand it to another one with a reason."""
    speak(ctx, m.Allocate)


# The record of a past meeting takes two options a line, so that the verb is seen at once.
# fmt: off
def book(
    ctx: typer.Context,
    referral_id: o.ReferralId,
    *,
    starts_at: o.At,
    by: o.By,
    minutes: o.Minutes = None,
    contact: o.Contact = ContactType.FACE_TO_FACE,
    place: o.Place = "",
    slot: o.Slot = None,
    pathway: o.Service = None,
    modules: o.Modules = None,
    final: o.Final = None,
    face_to_face_offered: o.Offered = False,
    moved_by: o.MovedBy = None,
    reason: o.WhyBooked = "",
    all_the_same: o.AllTheSame = "",
    risk_read: o.RiskRead = False,
    record_attended: o.PastCame = None, record_held: o.PastHeld = None,
    record_no_session_reason: o.PastWhyNot = None, record_no_session_text: o.PastWhyNotText = None,
    record_late_reason: o.PastWhyLate = None, record_minutes: o.PastMinutes = None,
    record_conduct: o.PastConduct = None, record_concerns: o.PastConcerns = None,
    record_summary: o.PastSummary = None, record_needs: o.PastNeeds = None,
    record_barriers: o.PastBarriers = None, record_plan_reviewed: o.PastReviewed = None,
    record_next_steps: o.PastNextSteps = None, record_further_support: o.PastSupport = None,
    record_three_way: o.PastThreeWay = None, record_indicators: o.PastIndicators = None,
    record_reason: o.PastReason = None,
    message_id: o.MessageId = None,
    wait: o.Wait = ANSWER_WITHIN,
    as_json: o.AsJson = False,
) -> None:
    """Book the next meeting, move one (--slot, --moved-by, --reason), or record a past one (--attended)."""
    speak(ctx, m.Book)
# fmt: on


def record(
    ctx: typer.Context,
    referral_id: o.ReferralId,
    *,
    attended: o.Came,
    by: o.By,
    slot: o.RecordedSlot = None,
    held: o.Held = None,
    no_session_reason: o.WhyNot = None,
    no_session_text: o.WhyNotText = "",
    late_reason: o.WhyLate = "",
    minutes: o.Minutes = None,
    conduct: o.Conduct = None,
    concerns: o.Concerns = "",
    summary: o.Summary = "",
    needs: o.Needs = None,
    barriers: o.Barriers = None,
    plan_reviewed: o.Reviewed = False,
    next_steps: o.NextSteps = "",
    further_support: o.Support = "",
    three_way: o.ThreeWay = False,
    indicators: o.Indicators = None,
    reason: o.Reason = "",
    next_starts_at: o.NextAt = None,
    next_minutes: o.NextMinutes = None,
    next_contact: o.NextContact = None,
    next_place: o.NextPlace = None,
    next_pathway: o.NextService = None,
    next_modules: o.NextModules = None,
    next_final: o.NextFinal = None,
    next_face_to_face_offered: o.NextOffered = None,
    next_reason: o.NextReason = None,
    next_all_the_same: o.NextAllTheSame = None,
    next_risk_read: o.NextRiskRead = None,
    message_id: o.MessageId = None,
    wait: o.Wait = ANSWER_WITHIN,
    as_json: o.AsJson = False,
) -> None:
    """Record what became of an appointment, the same day, and book the next one with it (--next-at)."""
    speak(ctx, m.Record)


def submit_plan(
    ctx: typer.Context,
    referral_id: o.ReferralId,
    *,
    plan: o.PlanFile,
    by: o.By,
    message_id: o.MessageId = None,
    wait: o.Wait = ANSWER_WITHIN,
    as_json: o.AsJson = False,
) -> None:
    """Submit an action plan for the probation practitioner's approval.

    Every date in it must still lie ahead: each target's, and each appointment's. An example to copy is
    examples/plans/lifestyle-low.json.
    """
    speak(ctx, m.SubmitPlan)


def approve(
    ctx: typer.Context,
    referral_id: o.ReferralId,
    *,
    by: o.By,
    version: o.Version = None,
    message_id: o.MessageId = None,
    wait: o.Wait = ANSWER_WITHIN,
    as_json: o.AsJson = False,
) -> None:
    """Approve the plan that was submitted; its dates are booked."""
    speak(ctx, m.ApprovePlan)


def return_plan(
    ctx: typer.Context,
    referral_id: o.ReferralId,
    *,
    reasons: o.Reasons,
    by: o.By,
    version: o.Version = None,
    message_id: o.MessageId = None,
    wait: o.Wait = ANSWER_WITHIN,
    as_json: o.AsJson = False,
) -> None:
    """Return the plan with the changes wanted."""
    speak(ctx, m.ReturnPlan)


def decide_eligibility(
    ctx: typer.Context,
    referral_id: o.ReferralId,
    *,
    module: o.Module,
    eligible: o.Eligible,
    reason: o.Reason,
    by: o.By,
    message_id: o.MessageId = None,
    wait: o.Wait = ANSWER_WITHIN,
    as_json: o.AsJson = False,
) -> None:
    """Decide, by name and with a reason, whether a special module is for this participant."""
    speak(ctx, m.DecideEligibility)


def answer_three_way(
    ctx: typer.Context,
    referral_id: o.ReferralId,
    *,
    who: o.Who,
    accepts: o.Accepts,
    by: o.By,
    message_id: o.MessageId = None,
    wait: o.Wait = ANSWER_WITHIN,
    as_json: o.AsJson = False,
) -> None:
    """Answer the offer of a three-way final session."""
    speak(ctx, m.AnswerThreeWay)


def submit_report(
    ctx: typer.Context,
    referral_id: o.ReferralId,
    *,
    report: o.ReportFile,
    by: o.By,
    message_id: o.MessageId = None,
    wait: o.Wait = ANSWER_WITHIN,
    as_json: o.AsJson = False,
) -> None:
    """Submit the end-of-service report: a level for each outcome. The journey is complete with it.

    An example to copy is examples/reports/lifestyle-low.json.
    """
    speak(ctx, m.SubmitReport)


def close_task(
    ctx: typer.Context,
    referral_id: o.ReferralId,
    *,
    task: o.TaskId,
    how: o.How,
    by: o.By,
    message_id: o.MessageId = None,
    wait: o.Wait = ANSWER_WITHIN,
    as_json: o.AsJson = False,
) -> None:
    """Say how a task was done."""
    speak(ctx, m.CloseTask)
