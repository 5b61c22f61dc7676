"""One account: what it took, what its list shows and when, who opted out, and how it misbehaves."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from threading import Lock
from typing import Any, Literal

# slow: answers late. hang, cut: never answers; -taken: having taken the text. truncated: half of a yes.
Trouble = Literal[
    "none", "slow", "busy", "500", "500-taken", "503", "hang", "hang-taken", "cut", "cut-taken", "truncated"
]
TAKES = frozenset({"none", "slow", "500-taken", "hang-taken", "cut-taken", "truncated"})
Form = Mapping[str, str]


def no_trouble(_: Form) -> Trouble:
    """As it is on most days."""
    return "none"


@dataclass
class Message:
    """A text Twilio took."""

    sid: str
    form: Form
    created_at: datetime
    status: str = "queued"
    error_code: int | None = None

    def as_json(self, account_sid: str) -> dict[str, Any]:
        """The message as the API shows it."""
        return {
            "sid": self.sid,
            "account_sid": account_sid,
            "messaging_service_sid": self.form.get("MessagingServiceSid"),
            "to": self.form["To"],
            "from": self.form.get("From"),
            "body": self.form["Body"],
            "direction": "outbound-api",
            "status": self.status,
            "error_code": self.error_code,
            "error_message": None,
            "date_created": format_datetime(self.created_at),
            "date_updated": format_datetime(self.created_at),
            "date_sent": None,
            "num_segments": "1",
            "num_media": "0",
            "price": None,
            "price_unit": "GBP",
            "api_version": "2010-04-01",
            "uri": f"/2010-04-01/Accounts/{account_sid}/Messages/{self.sid}.json",
        }


@dataclass
class Account:
    """`trouble` chooses for each text; `refusals` are (status, code) by number, "" for every number.

    The list shows a text `list_lag` after it was taken; None: never. `reports` are the statuses told to the
    text's own callback address, each as often as it stands there, `told` before or after the answer.
    """

    sid: str = "AC" + "0" * 32
    auth_token: str = "a-token-of-nobody"  # noqa: S105 - of a stand-in
    trouble: Callable[[Form], Trouble] = no_trouble
    refusals: dict[str, tuple[int, int]] = field(default_factory=dict)
    opted_out: set[str] = field(default_factory=set)
    list_lag: timedelta | None = timedelta()
    list_away: bool = False
    reports: tuple[str, ...] = ()
    told: Literal["before", "after"] = "after"
    slowness: float = 0.05
    hang: float = 1.0
    retry_after: int = 1
    messages: list[Message] = field(default_factory=list)
    asked: int = 0
    lock: Lock = field(default_factory=Lock)

    def take(self, form: Form) -> Message:
        """Take a text; asked twice it takes two, as the real one does."""
        message = Message("SM" + secrets.token_hex(16), dict(form), datetime.now(UTC))
        with self.lock:
            self.messages.append(message)
        return message

    def listed(self, to: str) -> list[Message]:
        """What the list shows of texts to a number, the newest first."""
        if self.list_lag is None:
            return []
        until = datetime.now(UTC) - self.list_lag
        with self.lock:
            shown = [each for each in self.messages if each.form["To"] == to and each.created_at <= until]
        return shown[::-1]

    def found(self, sid: str) -> Message | None:
        """The text of that name."""
        with self.lock:
            return next((each for each in self.messages if each.sid == sid), None)

    def refusal(self, form: Form) -> tuple[int, int] | None:
        """HTTP status and code with which a text is refused, if it is."""
        if form["To"] in self.opted_out:
            return 400, 21610
        return self.refusals.get(form["To"]) or self.refusals.get("")

    @property
    def taken(self) -> list[tuple[str, str]]:
        """To whom which words went, in order."""
        with self.lock:
            return [(each.form["To"], each.form["Body"]) for each in self.messages]
