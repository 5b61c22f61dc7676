"""The verbs that change what a referral says while it runs, and who acts in it."""

import typer

from interventions import messages as m
from starter import life_options as life
from starter import options as o
from starter.saying import ANSWER_WITHIN, speak


def caseworker_gone(
    ctx: typer.Context,
    referral_id: o.ReferralId,
    *,
    reason: life.Why,
    by: o.By,
    message_id: o.MessageId = None,
    wait: o.Wait = ANSWER_WITHIN,
    as_json: o.AsJson = False,
) -> None:
    """Say that the caseworker has left or can't act; somebody else is to be allocated."""
    speak(ctx, m.CaseworkerGone)


def hand_over(
    ctx: typer.Context,
    referral_id: o.ReferralId,
    *,
    contract: life.Contract,
    reason: life.Why,
    by: o.By,
    message_id: o.MessageId = None,
    wait: o.Wait = ANSWER_WITHIN,
    as_json: o.AsJson = False,
) -> None:
    """Hand the case over to another contract, where it goes on."""
    speak(ctx, m.HandOver)


def amend(
    ctx: typer.Context,
    referral_id: o.ReferralId,
    *,
    reason: life.Why,
    by: o.By,
    pathway: life.ForPathway = None,
    complexity: life.NewComplexity = None,
    outcomes: life.Outcomes = None,
    completion_deadline: life.Deadline = None,
    maximum_enforceable_days: life.Days = None,
    practitioner_username: life.Username = None,
    practitioner_name: life.PractitionerName = None,
    responsible_officer_username: life.Officer = None,
    responsible_officer_name: life.OfficerName = None,
    further_information: life.Further = None,
    latest_delivery: life.LatestDelivery = None,
    delivery_until: life.DeliveryUntil = None,
    contact: life.ContactFile = None,
    interpreter_language: life.Interpreter = None,
    accessibility_needs: life.Accessibility = None,
    additional_needs: life.Needs = None,
    unavailable_times: life.Unavailable = None,
    crn: life.Crn = None,
    restricted_to: life.RestrictTo = None,
    message_id: o.MessageId = None,
    wait: o.Wait = ANSWER_WITHIN,
    as_json: o.AsJson = False,
) -> None:
    """Change what the referral says, with a reason; what is left out stays.

    Clocks, dose and what is still to be sent follow by themselves. An example of a contact sheet to copy
    is examples/contact-sheets/moved-house.json.
    """
    speak(ctx, m.Amend)


def undo_amendment(
    ctx: typer.Context,
    referral_id: o.ReferralId,
    *,
    reason: life.Why,
    by: o.By,
    amendment: life.Number = None,
    message_id: o.MessageId = None,
    wait: o.Wait = ANSWER_WITHIN,
    as_json: o.AsJson = False,
) -> None:
    """Take back the last amendment, with a reason; both are kept."""
    speak(ctx, m.UndoAmendment)
