"""A text that had to wait for its carrier: where what it says has changed meanwhile, it does not go."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from activities.account import Account
from gateways.in_memory import RememberedRegister
from interventions.conversation import hear
from interventions.evolve import begin, evolve_all
from interventions.facts import AnyFact, Entry
from interventions.messages import Message
from interventions.participant import ContactSheet
from interventions.stages.referral import receive
from interventions.vocabulary import Channel
from tests.activities.text_desk import MOBILE, REFERRAL, SAID_AT, TextDesk, a_reminder
from tests.builders import a_referral, some_terms
from tests.sayings import a_booking, a_withdrawal, allocation, an_amendment, at

SHEET = ContactSheet(mobile=MOBILE, safe={Channel.TEXT: True})
BOOKED = a_booking("2026-03-10T14:00")
MOVED = a_booking("2026-03-12T14:00", slot="assessment", moved_by="provider", reason="a flood")
UNSAFE = an_amendment(contact=SHEET.model_copy(update={"safe": {Channel.TEXT: False}}))
ANOTHER = an_amendment(contact=SHEET.model_copy(update={"mobile": "+447700900199"}))
AN_HOUR = timedelta(hours=1)


def told(*messages: Message) -> list[AnyFact]:
    """The facts of an intervention that was allocated, booked, and then heard these."""
    referral = a_referral(sent="2026-03-05T10:00", contact=SHEET)
    facts: list[AnyFact] = [receive(referral, some_terms(referral), referral.sent_at)]
    case = begin(receive(referral, some_terms(referral), referral.sent_at))
    for message in (allocation(), BOOKED, *messages):
        new = hear(case, message, at("2026-03-05T11:00"))
        facts, case = [*facts, *new], evolve_all(case, new)
    return facts


def a_desk(facts: Sequence[AnyFact]) -> TextDesk:
    desk, register = TextDesk(), RememberedRegister()
    desk.account = Account(register)
    register.write(
        [
            Entry(referral_id=REFERRAL, sequence=number, recorded_at=SAID_AT, fact=fact)
            for number, fact in enumerate(facts, start=1)
        ]
    )
    return desk


@pytest.mark.parametrize(
    ("since", "outcome"),
    [
        pytest.param((), "accepted", id="nothing has changed"),
        pytest.param((MOVED,), "expired", id="the date moved"),
        pytest.param((a_withdrawal(),), "expired", id="the referral was withdrawn"),
        pytest.param((UNSAFE,), "no-longer-safe", id="texts are no longer safe"),
        pytest.param((ANOTHER,), "no-longer-safe", id="the number is another"),
    ],
)
def test_a_reminder_that_waited_goes_only_where_it_still_holds(
    since: tuple[Message, ...], outcome: str
) -> None:
    desk = a_desk(told(*since))
    became = desk.tries_once(a_reminder("reminder/assessment/1"), waited=AN_HOUR)
    assert (became.why or became.result) == outcome
    assert len(desk.carried()) == (outcome == "accepted")
    assert desk.tries_once(a_reminder("reminder/assessment/1"), waited=AN_HOUR) == became


def test_a_register_that_is_away_or_knows_nothing_holds_up_no_text() -> None:
    class Away(RememberedRegister):
        def entries(self, referral_id: object) -> tuple[Entry, ...]:
            raise OSError("no such host")

    for register in (Away(), RememberedRegister()):
        desk = TextDesk(account=Account(register))
        assert desk.tries_once(waited=AN_HOUR).result == "accepted"
        assert len(desk.carried()) == 1
