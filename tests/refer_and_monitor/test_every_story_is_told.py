"""Every story of the service, told to R&M as it happens: R&M takes it, and in the end shows the same."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from activities.ports import Reference
from demo.story import Story
from demo.theatre import CoreTheatre
from examples.refer_and_monitor.people import provider
from examples.refer_and_monitor.world import CONTRACTS, World
from gateways.refer_and_monitor.gateway import ReferAndMonitor
from gateways.refer_and_monitor.places import Place, Places
from gateways.shelf import Shelf
from interventions.case import Case
from interventions.conversation import catch_up, hear_outside
from interventions.meetings.appointment import session
from interventions.messages import ErrandReported
from interventions.monitoring.records import AssignmentRecord
from interventions.monitoring.seen import SeenReferral
from interventions.promises.terms import Terms
from interventions.referral import Referral
from interventions.vocabulary import MonitoringMode
from interventions.words.correspondence import Outcome, TellMonitoring
from tests.stories.staging import STORIES, example, performed, referral_of, story_of

ANYWHERE = Places({"*": Place(lines=("1 Mill Lane", "Oldbarrow"), postcode="ZZ1 1ZZ")})
# Stories in which R&M itself does something are told with a fake that does it (tests/stories).
OURS = [name for name in STORIES if all(beat.who != "R&M" for beat in story_of(name).beats)]
# What R&M really will not have: sessions, once planned, are never fewer (domain brief 2.2).
REFUSED = {"plan-not-shrunk": ["plan invalid numberOfSessions CANNOT_BE_REDUCED"]}


class InStep:
    """The shelf, with R&M to be told of everything whatever the policy."""

    def __init__(self, shelf: Reference) -> None:
        self._shelf = shelf

    def terms(self, referral: Referral, policy: str) -> Terms:
        terms = self._shelf.terms(referral, policy)
        told = terms.policy.model_copy(update={"monitoring": MonitoringMode.WRITE})
        return terms.model_copy(update={"policy": told})


class ToldTheatre(CoreTheatre):
    """The core, with R&M at the other end: what it says to a record is its answer."""

    def __init__(self, reference: Reference, gateway: ReferAndMonitor, world: World) -> None:
        super().__init__(reference)
        self.refused: list[str] = []
        self._gateway, self._world = gateway, world

    def _settle(self) -> None:
        self._take(catch_up(self._known, self._clock))
        while self._known.outbox:
            key, errand = next(iter(self._known.outbox.items()))
            outcome = self._answer(errand)
            if isinstance(errand, TellMonitoring):
                outcome = self._tell(errand)
            self._take(hear_outside(self._known, ErrandReported(key=key, outcome=outcome), self._clock))
            self._take(catch_up(self._known, self._clock))

    def _tell(self, errand: TellMonitoring) -> Outcome:
        now, record = self._clock, errand.record
        self._world.clock = lambda: now
        if isinstance(record, AssignmentRecord):
            self._world.welcome(provider(record.caseworker, len(self._world.people) + 20, *CONTRACTS))
        outcome = self._gateway.tell(errand.key, self._known.referral.id, record)
        if outcome.result != "accepted":
            self.refused.append(f"{record.record} {outcome.why} {outcome.reference}")
        return outcome


def lived_through(story: Story) -> Story:
    """The story without what is sent and owed, which is another test's business; a "no" is still expected."""
    beats = (
        replace(beat, expectations=tuple(each for each in beat.expectations if each.refusal))
        for beat in story.beats
    )
    return replace(story, beats=tuple(beats))


@pytest.mark.parametrize("name", OURS)
async def test_r_and_m_takes_every_story_and_shows_the_same(
    name: str, gateway: ReferAndMonitor, world: World, shelf: Shelf
) -> None:
    story = lived_through(story_of(name))
    referral = referral_of(story, shelf)
    own = {"id": str(referral.id), "sentAt": story.opening.sent_at.isoformat()}
    world.seed(example(story.opening.example) | own | {"serviceUserCRN": referral.participant.crn})
    gateway = replace(gateway, places=ANYWHERE)
    theatre = ToldTheatre(InStep(shelf), gateway, world)
    await performed(story, referral, theatre)
    assert theatre.refused == REFUSED.get(name, [])
    seen = gateway.see(referral.id)
    assert seen is not None
    case = await theatre.case()
    assert list(as_seen(seen)) == list(as_known(case, seen))


def as_seen(seen: SeenReferral) -> Iterator[object]:
    yield (seen.assigned_to or "").casefold()
    yield any(date.held for date in seen.assessments)
    for one in seen.sessions:
        yield one.number, bool(one.appointment and one.appointment.held)
    yield seen.report_submitted_at is not None


def as_known(case: Case, seen: SeenReferral) -> Iterator[object]:
    yield case.caseworker.username.casefold() if case.caseworker else ""
    yield bool(case.assessment.held)
    for one in seen.sessions:
        slot = case.slots.get(session(one.number))
        yield one.number, bool(slot and slot.held)
    yield case.report is not None
