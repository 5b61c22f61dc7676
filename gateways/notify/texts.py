"""Texts by GOV.UK Notify: once is the ledger's doing; here a call is made once and certainty is told."""

from datetime import UTC, datetime, timedelta

from activities.carrying import Answer, CannotLook, OutgoingText
from activities.mobiles import uk_mobile
from activities.sending import Arrival, Receipt
from gateways.notify.client import NoAnswer, NotifyClient, NotReached, Said

ARRIVALS: dict[str, Arrival] = {
    "delivered": "delivered",
    "permanent-failure": "undelivered",
    "temporary-failure": "undelivered",
    "technical-failure": "failed",
    "virus-scan-failed": "failed",
    "validation-failed": "failed",
}
A_MINUTE, AN_HOUR, TEN_MINUTES = timedelta(minutes=1), timedelta(hours=1), timedelta(minutes=10)


class NotifyTexts:
    """Texts by one service of Notify, through a template whose whole body is `((words))`."""

    def __init__(self, client: NotifyClient, template: str) -> None:
        self._client, self._template = client, template

    def send(self, text: OutgoingText) -> Answer:
        """Hand one text over, under the ledger's token. Notify itself gives up after three days."""
        if uk_mobile(text.to) is None:
            return Answer("refused", why="invalid-number")
        body = {
            "phone_number": text.to,
            "template_id": self._template,
            "personalisation": {"words": text.words},
            "reference": text.token,
        }
        try:
            reference = self._client.send("sms", body)
        except NotReached:
            return Answer("not-now", why="provider-unreachable")
        except NoAnswer:
            return Answer("in-doubt", why="no-answer")
        except Said as said:
            return _answer(said)
        return Answer("taken", reference) if reference else Answer("in-doubt", why="answer-unreadable")

    def find(self, text: OutgoingText, since: datetime) -> tuple[str, ...]:  # noqa: ARG002
        """What Notify has under the text's token, the earliest first: a token is one text's alone."""
        try:
            known = self._client.by_reference(text.token)
        except (NotReached, NoAnswer):
            raise CannotLook("provider-unreachable") from None
        except Said as said:
            raise CannotLook(_answer(said).why, _answer(said).after) from None
        known.sort(key=lambda one: str(one.get("created_at", "")))
        return tuple(str(one["id"]) for one in known if one.get("id"))

    def traces(self, to: str) -> bool:  # noqa: ARG002
        """It can be asked about every text."""
        return True

    def look_up(self, reference: str) -> Receipt | None:
        """How a text is doing; None where Notify knows no such text."""
        try:
            known = self._client.by_id(reference)
        except (NotReached, NoAnswer):
            raise CannotLook("provider-unreachable") from None
        except Said as said:
            raise CannotLook(_answer(said).why, _answer(said).after) from None
        if known is None:
            return None
        status = str(known.get("status", ""))
        arrival = ARRIVALS.get(status, "accepted")
        why = "" if arrival in ("accepted", "delivered") else status
        return Receipt(str(known.get("reference") or ""), reference, arrival, datetime.now(UTC), why)


def _answer(said: Said) -> Answer:
    if said.status == 400 and said.field == "phone_number":
        return Answer("refused", why="invalid-number")
    if said.status == 429:
        daily = said.error == "TooManyRequestsError"
        return Answer("not-now", why="rate-limited", after=AN_HOUR if daily else A_MINUTE)
    if said.status < 500:
        return Answer("halted", why="account-wrong", after=TEN_MINUTES)
    return Answer("in-doubt", why="provider-error")
