"""Texts by Twilio. Nothing of Twilio leaves this file: not its errors, not its codes, not its words.

It has no idempotency key for messages (brief 0.2), so that a text is sent once is the ledger's doing; here a
call is made once, and what is certain afterwards is said in our words.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from threading import Lock
from time import monotonic
from typing import TypeVar

from twilio.base.exceptions import TwilioException
from twilio.rest import Client
from twilio.rest.api.v2010.account.message import MessageInstance

from activities.carrying import Answer, CannotLook, OutgoingText
from activities.mobiles import uk_mobile
from activities.sending import Receipt
from gateways.twilio_answers import answer_of, receipt_of
from gateways.twilio_http import NoAnswer, NotReached, OneCall, Said, TakenUnread
from gateways.twilio_settings import TwilioSettings

# At INFO it writes addresses with phone numbers in them (brief 2.5).
logging.getLogger("twilio").setLevel(logging.WARNING)
STATUS_PATH = "/twilio/status/"
MOST_LISTED = 50
HALT = timedelta(minutes=10)
Told = TypeVar("Told")
UNREADABLE = (TwilioException, ValueError, TypeError, KeyError, AttributeError)


@dataclass(frozen=True)
class _Pause:
    """Nobody calls before `until` on this machine's monotonic clock: all get the same answer."""

    until: float
    answer: Answer


class TwilioTexts:
    """Texts by one Twilio account, from a Messaging Service or one number. Safe to share among threads."""

    def __init__(self, settings: TwilioSettings, longest_call: timedelta = timedelta(seconds=10)) -> None:
        self._settings = settings
        self._http = OneCall(settings.base_url, longest_call)
        self._client = Client(
            settings.account_sid, settings.auth_token.get_secret_value(), http_client=self._http
        )
        self._pause: _Pause | None = None
        self._lock = Lock()

    def close(self) -> None:
        """Let go of every connection."""
        self._http.close()

    def send(self, text: OutgoingText) -> Answer:
        """Hand one text over. While we are told to stay away, nobody is called."""
        if (away := self._paused()) is not None:
            return away
        to = uk_mobile(text.to, crown_dependencies=self._settings.crown_dependencies)
        if to is None:
            return Answer("refused", why="invalid-number")
        try:
            reference = self._create(text, to)
        except TakenUnread:
            return Answer("taken")
        except NotReached:
            return Answer("not-now", why="provider-unreachable")
        except NoAnswer:
            return Answer("in-doubt", why="no-answer")
        except Said as said:
            return self._heeded(answer_of(said.status, said.code, said.after))
        except UNREADABLE:
            return Answer("in-doubt", why="answer-unreadable")
        return Answer("taken", reference) if reference else Answer("in-doubt", why="answer-unreadable")

    def find(self, text: OutgoingText, since: datetime) -> tuple[str, ...]:
        """Texts to this number from our sender in Twilio's list, those with the same words first.

        The body may have been discarded and is a hint only; nothing in the list tells of our token.
        """
        listed = self._asked(lambda: self._client.messages.list(to=text.to, limit=MOST_LISTED))
        ours = [message for message in listed if self._may_be_ours(message, since)]
        ours.sort(key=lambda message: ((message.body or text.words) != text.words, message.date_created))
        return tuple(str(message.sid) for message in ours)

    def traces(self, to: str) -> bool:  # noqa: ARG002
        """It reports every text, and can be asked."""
        return True

    def look_up(self, reference: str) -> Receipt | None:
        """How a text is doing; None where Twilio knows no such text."""
        try:
            message = self._asked(lambda: self._client.messages(reference).fetch())
        except CannotLook as cannot:
            if cannot.why in ("account-wrong", "address-wrong"):
                return None
            raise
        return receipt_of("", reference, str(message.status), message.error_code, datetime.now(UTC))

    def _create(self, text: OutgoingText, to: str) -> str:
        ours = self._settings
        sender = (
            {"messaging_service_sid": ours.messaging_service_sid}
            if ours.messaging_service_sid
            else {"from_": ours.sender}
        )
        message = self._client.messages.create(
            to=to,
            body=text.words,
            status_callback=f"{ours.public_url}{STATUS_PATH}{text.token}",
            validity_period=max(1, int(text.valid_for.total_seconds())),
            **sender,
        )
        return str(message.sid or "")

    def _may_be_ours(self, message: MessageInstance, since: datetime) -> bool:
        ours = self._settings
        same = (
            message.messaging_service_sid == ours.messaging_service_sid
            if ours.messaging_service_sid
            else message.from_ == ours.sender
        )
        created = message.date_created
        # Twilio tells the second only.
        recent = created is not None and created >= since.replace(microsecond=0)
        return same and recent and str(message.direction) == "outbound-api"

    def _asked(self, call: Callable[[], Told]) -> Told:
        try:
            return call()
        except Said as said:
            answer = answer_of(said.status, said.code, said.after)
            raise CannotLook(answer.why, answer.after) from None
        except (NotReached, NoAnswer, TakenUnread):
            raise CannotLook("provider-unreachable") from None
        except UNREADABLE:
            raise CannotLook("answer-unreadable") from None

    def _heeded(self, answer: Answer) -> Answer:
        """An answer that concerns every text is given to every text, for as long as it says."""
        after = HALT if answer.said == "halted" else answer.after
        if answer.said in ("halted", "not-now") and after:
            with self._lock:
                self._pause = _Pause(monotonic() + after.total_seconds(), answer)
        return answer

    def _paused(self) -> Answer | None:
        with self._lock:
            pause = self._pause
        left = pause.until - monotonic() if pause else 0
        return replace(pause.answer, after=timedelta(seconds=left)) if pause and left > 0 else None
