"""Whether a text that had to wait may still go: its date may have moved meanwhile, or its number changed."""

from collections.abc import Sequence
from typing import Literal

from interventions.case import Case
from interventions.correspondence import SendText
from interventions.evolve import begin, evolve_all
from interventions.facts import AnyFact, ReferralReceived
from interventions.reminders import reminds_of
from interventions.vocabulary import Channel

StillWanted = Literal["yes", "called-off", "no-longer-safe"]


def still_wanted(facts: Sequence[AnyFact], errand: SendText) -> StillWanted:
    """What the account of an intervention says of a text it once asked for.

    called-off: it reminds of a date that stands no more. no-longer-safe: its number is not, or no longer, the
    one where the participant may be texted; a person finds another way. Without an account: yes.
    """
    if not facts or not isinstance(facts[0], ReferralReceived):
        return "yes"
    return _as_it_stands(evolve_all(begin(facts[0]), facts[1:]), errand)


def _as_it_stands(case: Case, errand: SendText) -> StillWanted:
    if errand.key.startswith("reminder/") and not any(reminds_of(errand.key, date) for date in case.live):
        return "called-off"
    contact = case.referral.participant.contact
    safe = contact.reach_by(Channel.TEXT) == "yes" and contact.mobile == errand.to
    return "yes" if safe else "no-longer-safe"
