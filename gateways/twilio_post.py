"""What Twilio posts to our webhooks, and whether it is Twilio that posts it (reliability brief 2.4, S9).

A signature is over the address Twilio was given and every field. It is looked up in our settings, never in
the request: whoever forges a request writes its Host header.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hmac import compare_digest

from twilio.request_validator import (
    HMAC_SHA1,
    HMAC_SHA256,
    SIGNATURE_HEADER,
    SIGNATURE_SETTINGS_HEADER,
    RequestValidator,
    get_signature_algorithm,
)

from activities.inbox import InboundText
from activities.sending import Receipt
from gateways.twilio_answers import receipt_of
from gateways.twilio_settings import TwilioSettings

Form = Sequence[tuple[str, str]]
LONGEST_WORDS = 1600


class _Fields(dict[str, list[str]]):
    """A form as the vendor's library reads it: every value of every name."""

    def getlist(self, name: str) -> list[str]:
        return self[name]


@dataclass(frozen=True)
class TwilioPost:
    """Requests of the account in `settings`; where a webhook key is set, that must have signed them."""

    settings: TwilioSettings

    def is_genuine(self, path: str, form: Form, headers: Mapping[str, str]) -> bool:
        """Whether Twilio signed this form for this path of our public address."""
        given = headers.get(SIGNATURE_HEADER.lower(), "")
        named = get_signature_algorithm(headers.get(SIGNATURE_SETTINGS_HEADER.lower(), "")).upper()
        secret, wanted = self._secret
        if not given or named != wanted or not secret or not given.isascii():
            return False
        fields = _Fields()
        for name, value in form:
            fields.setdefault(name, []).append(value)
        if any(len(values) != len(set(values)) for values in fields.values()):
            return False  # the same value twice signs like once: nobody of ours sends that
        made = RequestValidator(secret).compute_signature(f"{self.settings.public_url}{path}", fields, wanted)
        return compare_digest(made, given)

    @property
    def _secret(self) -> tuple[str, str]:
        """What must have signed, and how."""
        if key := self.settings.webhook_key.get_secret_value():
            return key, HMAC_SHA256
        return self.settings.auth_token.get_secret_value(), HMAC_SHA1

    def report(self, token: str, form: Form, seen_at: datetime) -> Receipt | None:
        """What a status callback says of the text of that token; None where it says nothing we know."""
        said = dict(form)
        code = said.get("ErrorCode", "")
        number = int(code) if code.isdecimal() and len(code) < 8 else None
        return receipt_of(token, said.get("MessageSid", ""), said.get("MessageStatus", ""), number, seen_at)

    def inbound(self, form: Form, received_at: datetime) -> InboundText | None:
        """The text that came in; None where it lacks its id or its sender."""
        said = dict(form)
        if not (said.get("MessageSid") and said.get("From")):
            return None
        return InboundText(
            provider_id=said["MessageSid"][:64],
            sender=said["From"][:64],
            receiver=said.get("To", "")[:64],
            words=said.get("Body", "")[:LONGEST_WORDS],
            received_at=received_at,
        )
