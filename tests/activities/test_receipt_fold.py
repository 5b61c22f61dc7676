"""Reports of a text in any order, repeated and late: one end, the same as in order, and never left again."""

from datetime import UTC, datetime, timedelta
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from activities.sending import (
    ARRIVED,
    Receipt,
    Sending,
    accepted,
    claimed,
    doubted,
    given_up,
    let_go,
    reported,
)
from tests.gateways.text_intents import AT, LEASE, TODAY, an_intent

SECOND = timedelta(seconds=1)
PLANNED = Sending(an_intent(), "0" * 32)
CLAIMED = claimed(PLANNED, AT, LEASE, TODAY)
BEFORE = {
    "claimed": CLAIMED,
    "in doubt": doubted(CLAIMED, 1, AT),
    "let go": let_go(CLAIMED, 1),
    "accepted": accepted(CLAIMED, "SM1", AT),
    "accepted, its reference lost": accepted(CLAIMED, "", AT),
    "unknown": given_up(CLAIMED, "unknown", "no-evidence", AT),
    "expired": given_up(CLAIMED, "expired", "", AT),
}
ENDS = (("delivered", ""), ("undelivered", "unreachable"), ("failed", "landline"))


def reports(end: tuple[str, str]) -> list[Receipt]:
    """What Twilio says of one text, in its order."""
    states = [("accepted", ""), ("accepted", ""), end]
    return [
        Receipt("0" * 32, "SM1", state, AT + number * SECOND, why)  # type: ignore[arg-type]
        for number, (state, why) in enumerate(states)
    ]


def folded(sending: Sending, told: list[Receipt]) -> Sending:
    for receipt in told:
        sending = reported(sending, receipt)
    return sending


def seen(sending: Sending) -> tuple[str, str, str, str]:
    return sending.state, sending.why, sending.reference, sending.second


@given(st.sampled_from(sorted(BEFORE)), st.sampled_from(ENDS), st.data())
def test_any_order_with_any_repeats_ends_as_the_order_they_were_sent_in(
    before: str, end: tuple[str, str], data: st.DataObject
) -> None:
    told = reports(end)
    shuffled = data.draw(st.permutations([*told, *data.draw(st.lists(st.sampled_from(told), max_size=6))]))
    ended = folded(BEFORE[before], shuffled)
    assert seen(ended) == seen(folded(BEFORE[before], told)) == (*end, "SM1", "")


@given(
    st.lists(
        st.tuples(st.sampled_from(["accepted", "delivered", "undelivered", "failed"]), st.integers(1, 3))
    )
)
def test_an_end_once_reported_is_never_left_whatever_is_said_later(said: list[tuple[str, int]]) -> None:
    sending = BEFORE["accepted"]
    for state, number in said:
        receipt = Receipt("0" * 32, f"SM{number}", state, datetime.now(UTC))  # type: ignore[arg-type]
        after = reported(sending, receipt)
        if sending.state in ARRIVED:
            assert (after.state, after.why) == (sending.state, sending.why)
        sending = after


def test_every_order_of_every_end_by_exhaustion() -> None:
    for before, end in ((before, end) for before in BEFORE.values() for end in ENDS):
        orders = permutations(reports(end) * 2)
        assert {seen(folded(before, list(order))) for order in orders} == {(*end, "SM1", "")}
