"""Who carries texts and letters out of the house, as the settings have it; without any, the outbox."""

from datetime import timedelta

from activities.carrying import Texts
from activities.ports import Letters
from activities.texting import TextingRules
from gateways.notify.client import NotifyClient
from gateways.notify.letters import NotifyLetters
from gateways.notify.settings import NotifySettings
from gateways.notify.texts import NotifyTexts
from gateways.outbox import Outbox
from gateways.twilio_settings import TwilioSettings
from gateways.twilio_texts import TwilioTexts
from worker.problem import Problem
from worker.settings import settings_of

# A letter is asked for and handed over in two calls, which must end before the attempt does (two minutes).
LONGEST_LETTER = timedelta(seconds=30)


def texts_by(outbox: Outbox, rules: TextingRules) -> Texts:
    """Twilio or GOV.UK Notify, whichever is set.

    Raises:
        Problem: both are, or a setting is wrong.
    """
    twilio, notify = settings_of(TwilioSettings), settings_of(NotifySettings)
    if twilio.is_set and notify.text_template:
        raise Problem("THROUGHLINE_NOTIFY_TEXT_TEMPLATE: texts go by Twilio already; set one of the two")
    if notify.text_template:
        return NotifyTexts(NotifyClient(notify, rules.longest_call), notify.text_template)
    return TwilioTexts(twilio, rules.longest_call) if twilio.is_set else outbox


def can_be_answered() -> bool:
    """Whether an answer to a text comes back to us: Twilio hands answers in, Notify and the outbox do not."""
    return settings_of(TwilioSettings).is_set


def letters_by(outbox: Outbox) -> Letters:
    """GOV.UK Notify where it is set and wanted for letters; the outbox keeps each in any case.

    Raises:
        Problem: a setting is wrong.
    """
    notify = settings_of(NotifySettings)
    if notify.is_set and notify.letters:
        return NotifyLetters(NotifyClient(notify, LONGEST_LETTER), outbox, notify.postage)
    return outbox
