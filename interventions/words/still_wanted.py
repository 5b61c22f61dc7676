"""Whether words that had to wait may still go: a date may have moved, a number or address changed."""

from collections.abc import Sequence
from typing import Literal

from interventions.case import Case
from interventions.evolve import begin, evolve_all
from interventions.facts import AnyFact, ReferralReceived
from interventions.vocabulary import Channel
from interventions.words.correspondence import AppointmentLetter, PostLetter, SendText
from interventions.words.reminders import reminds_of

StillWanted = Literal["yes", "called-off", "no-longer-safe"]


def still_wanted(facts: Sequence[AnyFact], errand: SendText | PostLetter) -> StillWanted:
    """What the account of an intervention says of a text or letter it once asked for.

    called-off: it tells of a date that stands no more. no-longer-safe: its number or address is not, or no
    longer, the one where the participant may be written to; a person finds another way. Without an account
    the answer is yes.
    """
    if not facts or not isinstance(facts[0], ReferralReceived):
        return "yes"
    case = evolve_all(begin(facts[0]), facts[1:])
    return _text(case, errand) if isinstance(errand, SendText) else _letter(case, errand)


def _letter(case: Case, errand: PostLetter) -> StillWanted:
    paper, contact = errand.paper, case.referral.participant.contact
    if isinstance(paper, AppointmentLetter):
        told = (paper.date.slot, paper.date.version)
        if not any((date.slot, date.version) == told for date in case.live):
            return "called-off"
    safe = contact.reach_by(Channel.LETTER) == "yes" and contact.address == errand.address
    return "yes" if safe else "no-longer-safe"


def _text(case: Case, errand: SendText) -> StillWanted:
    if errand.key.startswith("reminder/") and not any(reminds_of(errand.key, date) for date in case.live):
        return "called-off"
    contact = case.referral.participant.contact
    safe = contact.reach_by(Channel.TEXT) == "yes" and contact.mobile == errand.to
    return "yes" if safe else "no-longer-safe"
