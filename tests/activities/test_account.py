"""A text or letter that had to wait for its carrier: where it no longer holds, it does not go."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from temporalio.testing import ActivityEnvironment

from activities.account import Account
from activities.correspondence import LetterErrand, PaperActivities
from gateways.in_memory import (
    RememberedDocuments,
    RememberedLetters,
    RememberedRegister,
    RememberedSuppression,
)
from gateways.printing import Printing
from gateways.wording import JinjaWording
from interventions.conversation import hear
from interventions.evolve import begin, evolve_all
from interventions.facts import AnyFact, Entry, ReferralReceived
from interventions.messages import Message
from interventions.participant import Address, ContactSheet
from interventions.stages.referral import receive
from interventions.vocabulary import Channel, Language, LetterFormat
from interventions.words.correspondence import Outcome, PostLetter
from interventions.words.papers import appointment_letter
from tests.activities.text_desk import MOBILE, REFERRAL, SAID_AT, TextDesk, a_reminder
from tests.builders import a_referral, some_terms
from tests.sayings import a_booking, a_withdrawal, allocation, an_amendment, at

HOME = Address(lines=("4 Acacia Row",), postcode="ZZ1 1ZZ")
SHEET = ContactSheet(mobile=MOBILE, address=HOME, safe={Channel.TEXT: True, Channel.LETTER: True})
BOOKED = a_booking("2026-03-10T14:00")
MOVED = a_booking("2026-03-12T14:00", slot="assessment", moved_by="provider", reason="a flood")
UNSAFE = an_amendment(contact=SHEET.model_copy(update={"safe": {Channel.TEXT: False, Channel.LETTER: True}}))
ANOTHER = an_amendment(contact=SHEET.model_copy(update={"mobile": "+447700900199"}))
NO_POST = an_amendment(contact=SHEET.model_copy(update={"safe": {Channel.LETTER: False}}))
MOVED_HOUSE = an_amendment(
    contact=SHEET.model_copy(update={"address": Address(lines=("9 Elm Close",), postcode="ZZ2 2ZZ")})
)
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


def a_letter(facts: Sequence[AnyFact]) -> PostLetter:
    """The date that stood, by post."""
    first, *others = facts
    assert isinstance(first, ReferralReceived)
    case = evolve_all(begin(first), others)
    return PostLetter(
        key="appointment/assessment/1",
        to="Callum Redfearn",
        address=HOME,
        language=Language.ENGLISH,
        letter_format=LetterFormat.STANDARD,
        paper=appointment_letter(case, case.live[0]),
    )


def a_desk(facts: Sequence[AnyFact]) -> TextDesk:
    desk, register = TextDesk(), RememberedRegister()
    desk.account = Account(register)
    written_down(register, facts)
    return desk


def written_down(register: RememberedRegister, facts: Sequence[AnyFact]) -> None:
    entries = [
        Entry(referral_id=REFERRAL, sequence=number, recorded_at=SAID_AT, fact=fact)
        for number, fact in enumerate(facts, start=1)
    ]
    register.write(entries)


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


@pytest.mark.parametrize(
    ("since", "outcome"),
    [
        pytest.param((), "accepted", id="nothing has changed"),
        pytest.param((MOVED,), "called-off", id="the date moved"),
        pytest.param((a_withdrawal(),), "called-off", id="the referral was withdrawn"),
        pytest.param((NO_POST,), "no-longer-safe", id="letters are no longer safe"),
        pytest.param((MOVED_HOUSE,), "no-longer-safe", id="the address is another"),
        pytest.param((UNSAFE,), "accepted", id="only texts are unsafe"),
    ],
)
def test_a_letter_that_waited_goes_only_where_it_still_holds(
    since: tuple[Message, ...], outcome: str
) -> None:
    letters, register = RememberedLetters(), RememberedRegister()
    written_down(register, told(*since))
    activities = PaperActivities(
        letters, RememberedDocuments(), Printing(JinjaWording()), RememberedSuppression(), Account(register)
    )
    errand = LetterErrand(referral_id=REFERRAL, crn="X375690", errand=a_letter(told()))

    def tried(waited: timedelta) -> Outcome:
        temporal = ActivityEnvironment()
        temporal.info = replace(temporal.info, scheduled_time=SAID_AT, started_time=SAID_AT + waited)
        return temporal.run(activities.post_letter, errand)

    became = tried(AN_HOUR)
    assert (became.why or became.result) == outcome
    assert len(letters.posted) == (outcome == "accepted")
    assert tried(timedelta(seconds=1)).result == "accepted"


def test_a_register_that_is_away_or_knows_nothing_holds_up_no_text() -> None:
    class Away(RememberedRegister):
        def entries(self, referral_id: object) -> tuple[Entry, ...]:
            raise OSError("no such host")

    for register in (Away(), RememberedRegister()):
        desk = TextDesk(account=Account(register))
        assert desk.tries_once(waited=AN_HOUR).result == "accepted"
        assert len(desk.carried()) == 1
