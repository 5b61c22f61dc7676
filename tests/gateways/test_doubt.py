"""Sends in doubt: every way an answer is lost, against every way evidence comes (reliability brief R3)."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from itertools import product
from pathlib import Path
from typing import Literal

import pytest

from examples.twilio.account import Account, Trouble
from examples.twilio.running import report
from gateways.remembered_ledger import RememberedLedger
from interventions.words.correspondence import Outcome
from tests.activities.text_desk import MOBILE, quick
from tests.gateways.carriers import Carrier, twilio
from tests.proofs.send_kill_reports import reports_to

MILLISECOND = timedelta(milliseconds=1)
WINDOW = 120 * MILLISECOND  # as `quick` has it
LAGS = {"at once": timedelta(), "soon": WINDOW / 3, "late": WINDOW * 2 / 3, "never": None}
TOLD: dict[str, tuple[tuple[str, ...], Literal["before", "after"]]] = {
    "before": (("sent", "delivered"), "before"),
    "after": (("sent", "delivered"), "after"),
    "never": ((), "after"),
}
LOST: tuple[Trouble, ...] = ("500-taken", "hang-taken", "cut-taken", "truncated")


@contextmanager
def reporting(account: Account, folder: Path, secret: str = "") -> Iterator[Carrier]:
    """Twilio's gateway on the stand-in, and a webhook into its ledger that knows the account's secret."""
    ledger, numbers = RememberedLedger(), frozenset({MOBILE})
    with (
        reports_to(ledger, secret or account.auth_token, numbers) as public_url,
        twilio(folder, account, public_url=public_url) as carrier,
    ):
        carrier.desk.ledger = ledger
        yield carrier


@pytest.mark.parametrize(("lost", "lag", "told"), list(product(LOST, LAGS, TOLD)))
@pytest.mark.parametrize("again", [True, False], ids=["may go twice", "may not"])
def test_a_text_whose_answer_was_lost_goes_twice_only_where_nobody_could_know(
    tmp_path: Path, lost: Trouble, lag: str, told: str, again: bool
) -> None:
    account = Account(trouble=lambda _: lost, list_lag=LAGS[lag], hang=0.4)
    account.reports, account.told = TOLD[told]
    with reporting(account, tmp_path) as carrier:
        if not again:
            carrier.desk.rules = quick(sent_again=frozenset())
        outcome = carrier.desk.sends()
    if lost == "truncated" or LAGS[lag] is not None or told != "never":
        assert (outcome.result, len(account.messages)) == ("accepted", 1)
    else:
        assert outcome == Outcome(result="failed", why="unknown")
        assert len(account.messages) == (2 if again else 1)


@pytest.mark.parametrize("order", ["sent delivered", "delivered sent", "delivered delivered sent"])
def test_reports_in_any_order_and_twice_end_the_same(tmp_path: Path, order: str) -> None:
    account = Account()
    with reporting(account, tmp_path) as carrier:
        carrier.desk.sends()
        assert {report(account, account.messages[0], status) for status in order.split()} == {204}
        sending = carrier.desk.entry()
    assert (sending.state, sending.reference) == ("delivered", account.messages[0].sid)


def test_a_report_signed_by_somebody_else_changes_nothing(tmp_path: Path) -> None:
    account = Account()
    with reporting(account, tmp_path, secret="another") as carrier:  # noqa: S106 - of nobody
        carrier.desk.sends()
        assert report(account, account.messages[0], "failed", 30006) == 403
        assert carrier.desk.entry().state == "accepted"
