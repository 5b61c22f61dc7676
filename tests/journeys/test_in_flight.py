"""Withdrawn while something is on its way: a letter at the printer's, a reminder, another update."""

import asyncio
from threading import Event
from uuid import UUID, uuid4

import pytest

from activities.printed import Printed
from demo.temporal_theatre import TemporalTheatre
from gateways.in_memory import RememberedLetters
from gateways.remembered_texts import RememberedTexts
from interventions.case import Case
from interventions.days.london import at_london
from interventions.errors import Refusal
from interventions.messages import Spoken
from interventions.participant import Address, ContactSheet
from interventions.vocabulary import Channel, Ending, WithdrawalCode
from interventions.words.correspondence import Envelope, Outcome
from starter.interventions_client import InterventionsClient
from tests.builders import a_referral
from tests.journeys.conftest import Opened
from tests.sayings import a_booking, a_withdrawal, allocation
from tests.stories.staging import Stage
from tests.stories.wandering import SENT

SHEET = ContactSheet(
    mobile="+447700900112",
    address=Address(lines=("14 Larkrise Terrace",), postcode="ZZ1 1ZZ"),
    safe={Channel.TEXT: True, Channel.LETTER: True},
)
LATER = SENT.date().replace(month=4, day=1)


class Held:
    """Something that is taken in hand and finished only when told to."""

    def __init__(self) -> None:
        self._begun, self._finish = Event(), Event()

    def wait(self) -> None:
        """Called by the activity, in a thread of its own."""
        self._begun.set()
        assert self._finish.wait(timeout=30)

    async def begun(self) -> None:
        assert await asyncio.to_thread(self._begun.wait, 30)

    def finish(self) -> None:
        self._finish.set()


class SlowPrinter(RememberedLetters):
    """Each letter waits at the printer's."""

    def __init__(self, held: Held) -> None:
        super().__init__()
        self._held = held

    def post(self, key: str, envelope: Envelope, printed: Printed) -> Outcome:
        self._held.wait()
        return super().post(key, envelope, printed)


async def opened_for(stage: Stage) -> tuple[TemporalTheatre, InterventionsClient, UUID]:
    own = uuid4()
    theatre = TemporalTheatre.on(stage.client, stage.register)
    referral = a_referral(sent=SENT, contact=SHEET, id=own, crn=f"X{own.int % 1_000_000:06}")
    await theatre.opens(referral, "standard", SENT)
    await theatre.case()
    return theatre, InterventionsClient(stage.client), own


def happened(case: Case) -> list[str]:
    return [line.fact for line in case.journal]


@pytest.mark.parametrize("code", [WithdrawalCode.NOT_ENGAGED, WithdrawalCode.DIED])
async def test_a_letter_at_the_printers_is_waited_for_and_holds_up_nothing(
    opened: Opened, code: WithdrawalCode
) -> None:
    held = Held()
    printer = SlowPrinter(held)
    async with opened(letters=printer) as stage:
        theatre, service, own = await opened_for(stage)
        await service.say(own, allocation())
        await held.begun()
        receipt = await service.say(own, a_withdrawal(code))
        assert "InterventionWithdrawn" in receipt.facts
        assert (await service.status(own)).awaiting == "closing"
        held.finish()
        case = await theatre.case()
        assert case.words["welcome/1"].state == "accepted"
        assert happened(case).index("InterventionWithdrawn") < happened(case).index("WordAccepted")
        await theatre.waits_until(at_london(LATER.replace(month=5), SENT.time()))
        assert (await theatre.case()).ending is Ending.CANCELLED
        assert [letter.key.rpartition("/")[0] for letter in printer.posted].count(f"{own}/welcome") == 1
        after_a_death = {"welcome/1", "suppress-contact"}
        assert code is not WithdrawalCode.DIED or set((await theatre.case()).words) == after_a_death


async def test_a_reminder_that_has_left_is_accounted_for_and_none_follows(opened: Opened) -> None:
    held = Held()
    texts = RememberedTexts(trouble=lambda text: held.wait())
    async with opened(texts=texts) as stage:
        theatre, service, own = await opened_for(stage)
        await theatre.says(allocation())
        await theatre.case()
        await theatre.says(a_booking(at_london(LATER, SENT.time())))
        await theatre.waits_until(at_london(LATER.replace(month=3, day=31), SENT.time()))
        await held.begun()
        await service.say(own, a_withdrawal(WithdrawalCode.NOT_ENGAGED))
        held.finish()
        case = await theatre.case()
        assert case.words["reminder/assessment/1"].state == "accepted"
        assert happened(case).index("InterventionWithdrawn") < happened(case).index("WordAccepted", 6)
        await theatre.waits_until(at_london(LATER.replace(month=5), SENT.time()))
        assert (await theatre.case()).ending is Ending.CANCELLED
        assert len(texts.sent) == 1


async def test_a_booking_said_at_the_same_moment_is_refused_or_called_off(opened: Opened) -> None:
    async with opened() as stage:
        theatre, service, own = await opened_for(stage)
        await theatre.says(allocation())
        said: tuple[Spoken, ...] = (a_booking(at_london(LATER, SENT.time())), a_withdrawal())
        answers = await asyncio.gather(*(service.say(own, each) for each in said), return_exceptions=True)
        refused = [answer.rule for answer in answers if isinstance(answer, Refusal)]
        case = await theatre.case()
        assert (case.live, case.withdrawal is None) == ((), False)
        assert refused == ["not-in-this-stage"] or "AppointmentCalledOff" in happened(case)
        await theatre.leaves()
