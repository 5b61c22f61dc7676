"""The verbs for when life does not follow the plan: each is its options, and a message."""

import typer

from interventions import messages as m
from interventions.vocabulary import ContactType
from starter import life_options as life
from starter import options as o
from starter.saying import ANSWER_WITHIN, speak


def forfeit(
    ctx: typer.Context,
    referral_id: o.ReferralId,
    *,
    slot: life.Slot,
    reason: life.Why,
    by: o.By,
    message_id: o.MessageId = None,
    wait: o.Wait = ANSWER_WITHIN,
    as_json: o.AsJson = False,
) -> None:
    """Decide that a missed session is not made up; it is not delivered dose."""
    speak(ctx, m.Forfeit)


def note_contact(
    ctx: typer.Context,
    referral_id: o.ReferralId,
    *,
    happened_at: o.At,
    summary: life.WhatWasSaid,
    by: o.By,
    whom: life.Whom = "participant",
    contact: o.Contact = ContactType.PHONE,
    reached: life.Reached = True,
    concerns: o.Concerns = "",
    message_id: o.MessageId = None,
    wait: o.Wait = ANSWER_WITHIN,
    as_json: o.AsJson = False,
) -> None:
    """Put a call, a visit or a try in vain between appointments on the record, the same day."""
    speak(ctx, m.NoteContact)


def call_off(
    ctx: typer.Context,
    referral_id: o.ReferralId,
    *,
    slot: life.Slot,
    reason: life.Why,
    by: o.By,
    message_id: o.MessageId = None,
    wait: o.Wait = ANSWER_WITHIN,
    as_json: o.AsJson = False,
) -> None:
    """Call off a booked appointment without another date yet; the meeting stays owed."""
    speak(ctx, m.CallOff)


def pause(
    ctx: typer.Context,
    referral_id: o.ReferralId,
    *,
    why: life.Cause,
    review_on: life.Review,
    reason: life.Why,
    by: o.By,
    message_id: o.MessageId = None,
    wait: o.Wait = ANSWER_WITHIN,
    as_json: o.AsJson = False,
) -> None:
    """Hold the service until a day to look again; dates to come are called off, some clocks stop."""
    speak(ctx, m.Pause)


def resume(
    ctx: typer.Context,
    referral_id: o.ReferralId,
    *,
    by: o.By,
    reason: life.WhyIfAny = "",
    message_id: o.MessageId = None,
    wait: o.Wait = ANSWER_WITHIN,
    as_json: o.AsJson = False,
) -> None:
    """Go on after a pause; dates are booked again."""
    speak(ctx, m.Resume)


def withdraw(
    ctx: typer.Context,
    referral_id: o.ReferralId,
    *,
    code: life.Code,
    reason: life.Why,
    by: o.By,
    message_id: o.MessageId = None,
    wait: o.Wait = ANSWER_WITHIN,
    as_json: o.AsJson = False,
) -> None:
    """End the referral before its time. USE, died, stops every word to the participant at once, for good."""
    speak(ctx, m.Withdraw)


def reinstate(
    ctx: typer.Context,
    referral_id: o.ReferralId,
    *,
    reason: life.Why,
    by: o.By,
    message_id: o.MessageId = None,
    wait: o.Wait = ANSWER_WITHIN,
    as_json: o.AsJson = False,
) -> None:
    """Take back a withdrawal made by mistake, before the case is closed."""
    speak(ctx, m.Reinstate)
