"""What every inbox must keep: a text that came in once, though it is handed in twice."""

from dataclasses import replace
from datetime import timedelta
from functools import partial
from uuid import UUID

import pytest

from activities.inbox import InboundText, Inbox
from activities.ledger import AT_ONCE
from tests.gateways.racing import all_at_once
from tests.gateways.text_intents import AT, MOBILE, OTHER_MOBILE, OTHER_REFERRAL, REFERRAL

HOUR = timedelta(hours=1)


def a_text(provider_id: str = "SM1", sender: str = MOBILE, words: str = "Yes") -> InboundText:
    return InboundText(provider_id, sender, "+447700900999", words, AT)


def test_a_text_handed_in_twice_is_kept_once_as_it_first_came(inbox: Inbox) -> None:
    first = inbox.receive(a_text())
    assert first == a_text()
    assert inbox.receive(a_text(words="STOP")) == first


def test_whom_it_was_handed_to_is_known_when_it_comes_again(inbox: Inbox) -> None:
    inbox.receive(a_text())
    inbox.handed("SM1", [REFERRAL])
    inbox.handed("SM1", [OTHER_REFERRAL, REFERRAL])
    assert set(inbox.receive(a_text()).handed_to) == {REFERRAL, OTHER_REFERRAL}
    assert len(inbox.receive(a_text()).handed_to) == 2


def test_nobody_it_was_handed_to_is_forgotten_when_many_hand_it_over_at_once(inbox: Inbox) -> None:
    inbox.receive(a_text())
    interventions = [UUID(int=number) for number in range(12)]
    all_at_once([partial(inbox.handed, "SM1", [each]) for each in interventions])
    assert inbox.receive(a_text()).handed_to == tuple(interventions)


def test_automatic_answers_to_a_number_are_counted(inbox: Inbox) -> None:
    for number, at in enumerate([AT - HOUR, AT, AT + HOUR]):
        inbox.receive(a_text(f"SM{number}"))
        inbox.answered(f"SM{number}", at)
    inbox.receive(a_text("SM9", OTHER_MOBILE))
    inbox.answered("SM9", AT)
    inbox.receive(a_text("SM8"))
    assert (inbox.answers_since(MOBILE, AT), inbox.answers_since(MOBILE, AT + 2 * HOUR)) == (2, 0)


def test_the_first_time_it_was_answered_stands(inbox: Inbox) -> None:
    inbox.receive(a_text())
    inbox.answered("SM1", AT)
    inbox.answered("SM1", AT + HOUR)
    assert inbox.receive(a_text()).answered_at == AT


@pytest.mark.parametrize(
    "words", ["", "\U0001f600", "\u202eevil", "x" * 1600, "'; DROP TABLE texts; --", "{{ 7 }}"]
)
def test_whatever_somebody_wrote_is_kept_as_it_is(inbox: Inbox, words: str) -> None:
    inbox.receive(a_text(words=words))
    assert inbox.receive(a_text()).words == words


def test_a_text_waits_however_old_until_all_have_heard_it(inbox: Inbox) -> None:
    for number, days in enumerate((0, 400)):
        inbox.receive(replace(a_text(f"SM{number}"), received_at=AT - days * 24 * HOUR))
    inbox.handed("SM1", [REFERRAL])
    waiting = inbox.waiting()
    assert [text.provider_id for text in waiting] == ["SM1", "SM0"]
    assert [text.handed_to for text in waiting] == [(REFERRAL,), ()]
    for _ in range(2):
        inbox.heard("SM1")
    inbox.receive(a_text("SM1"))
    assert [text.provider_id for text in inbox.waiting()] == ["SM0"]


def test_after_a_long_outage_all_that_waits_is_read_page_by_page_in_order(inbox: Inbox) -> None:
    came = [f"SM{number:04}" for number in range(AT_ONCE + 2)]
    for number, provider_id in enumerate(reversed(came)):
        # Two came at every instant; their ids say which is first.
        inbox.receive(replace(a_text(provider_id), received_at=AT - number // 2 * HOUR))
    first = inbox.waiting()
    inbox.heard(first[0].provider_id)
    rest = inbox.waiting(first[-1])
    assert [text.provider_id for text in (*first, *rest)] == came
    assert (len(first), inbox.waiting(rest[-1])) == (AT_ONCE, ())


def test_a_nul_is_left_out(inbox: Inbox) -> None:
    assert inbox.receive(a_text(words="a\0b")).words == "ab"
