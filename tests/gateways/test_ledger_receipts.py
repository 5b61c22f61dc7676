"""What a ledger makes of reports: evidence counts whenever it comes, and the first end of a text stands."""

import pytest

from activities.ledger import Ledger, NoSuchText
from activities.sending import Receipt, given_up
from activities.sending import refused as refused_by_carrier
from tests.gateways.text_intents import (
    AT,
    MOBILE,
    OTHER_MOBILE,
    OTHER_REFERRAL,
    REFERRAL,
    SECOND,
    a_claim,
    a_planned,
    a_receipt,
    a_sent,
    an_intent,
    granted,
)


def test_a_report_by_token_settles_a_text_whose_answer_was_lost(ledger: Ledger) -> None:
    sending = granted(ledger.claim(a_planned(ledger).token, a_claim()))
    assert ledger.receipt(a_receipt(sending, "accepted")) is None
    assert ledger.plan(an_intent()).state == "accepted"
    settled = ledger.receipt(a_receipt(sending, "delivered"))
    assert settled is not None
    assert (settled.referral_id, settled.key, settled.state) == (
        REFERRAL,
        "reminder/session-3/1",
        "delivered",
    )
    assert ledger.receipt(a_receipt(sending, "delivered")) == settled


def test_an_end_waits_to_be_told_until_it_is(ledger: Ledger) -> None:
    later = AT + 2 * SECOND
    a_planned(ledger, "word/1")
    under_way, arrived = a_sent(ledger, "word/2", "SM2"), a_sent(ledger, "word/3", "SM3")
    refused = granted(ledger.claim(a_planned(ledger, "word/4").token, a_claim(person=99)))
    ledger.change(refused.token, lambda each: refused_by_carrier(each, each.attempt, "landline", AT))
    settled = ledger.receipt(a_receipt(arrived, "delivered", "SM3"))
    assert settled is not None
    assert ledger.untold(later) == (settled,)
    assert ledger.untold(settled.settled_at) == ()
    for _ in range(2):
        ledger.told(settled.token)
    ledger.receipt(a_receipt(arrived, "undelivered", "SM3"))
    assert ledger.untold(later) == ()
    lost = ledger.receipt(a_receipt(under_way, "undelivered", "SM2", "unreachable"))
    assert ledger.untold(later) == (lost,)


def test_ends_are_read_on_after_the_last_one_read(ledger: Ledger) -> None:
    later = AT + 2 * SECOND
    for number in range(3):
        ledger.receipt(a_receipt(a_sent(ledger, f"word/{number}", f"SM{number}"), "delivered", f"SM{number}"))
    all_of_them = ledger.untold(later)
    assert len(all_of_them) == 3
    for number, end in enumerate(all_of_them):
        assert ledger.untold(later, end) == all_of_them[number + 1 :]
    ledger.told(all_of_them[0].token)
    assert ledger.untold(later, all_of_them[0]) == all_of_them[1:]


def test_a_report_is_found_by_the_carriers_reference_too(ledger: Ledger) -> None:
    a_sent(ledger)
    settled = ledger.receipt(Receipt("", "SM1", "undelivered", AT, "unreachable"))
    assert settled is not None
    assert (settled.state, settled.why) == ("undelivered", "unreachable")


def test_the_name_of_a_file_in_the_outbox_has_room_as_a_reference(ledger: Ledger) -> None:
    name = f"texts/{REFERRAL}/undelivered.reminder.session-12.10.json"
    assert ledger.plan(a_sent(ledger, "word/1", name).intent).reference == name


def test_a_report_of_a_text_nobody_knows_is_nothing(ledger: Ledger) -> None:
    a_planned(ledger)
    with pytest.raises(NoSuchText, match="no such text"):
        ledger.receipt(Receipt("0" * 32, "SM9", "delivered", AT))
    assert ledger.receipt(Receipt("", "SM9", "delivered", AT)) is None


def test_evidence_that_comes_after_all_hope_still_counts(ledger: Ledger) -> None:
    sending = granted(ledger.claim(a_planned(ledger).token, a_claim()))
    ledger.change(sending.token, lambda each: given_up(each, "unknown", "no-evidence", AT))
    ledger.receipt(a_receipt(sending, "accepted"))
    assert ledger.plan(an_intent()).state == "accepted"


def test_a_text_that_went_out_twice_is_seen(ledger: Ledger) -> None:
    sending = a_sent(ledger)
    ledger.receipt(a_receipt(sending, "delivered", "SM2"))
    stands = ledger.plan(an_intent())
    assert (stands.state, stands.reference, stands.second) == ("accepted", "SM1", "SM2")
    assert ledger.known(["SM1", "SM2", "SM3"]) == {"SM1", "SM2"}
    assert [ledger.known([each]) for each in ("SM1", "SM2", "")] == [{"SM1"}, {"SM2"}, frozenset()]
    assert ledger.known([]) == frozenset()


def test_a_number_leads_to_the_interventions_that_texted_it_the_latest_first(ledger: Ledger) -> None:
    a_sent(ledger, "word/1", "SM1")
    a_sent(ledger, "word/2", "SM2", said_at=AT + 2 * SECOND)
    a_sent(ledger, "word/1", "SM3", referral_id=OTHER_REFERRAL, crn="X000001", said_at=AT + SECOND)
    a_planned(ledger, "word/3", said_at=AT + 3 * SECOND)
    a_sent(ledger, "word/4", "SM4", to=OTHER_MOBILE)
    found = [(each.referral_id, each.key) for each in ledger.recipients(MOBILE)]
    assert found == [(REFERRAL, "word/2"), (OTHER_REFERRAL, "word/1")]
    assert ledger.recipients("+447700900999") == ()
