"""Editing catalogue, policy or calendar disturbs nobody who is on the service."""

from dataclasses import dataclass, field

from demo.temporal_theatre import TemporalTheatre
from gateways.shelf import Shelf
from interventions.promises.policy import Policy
from interventions.promises.terms import Terms
from interventions.referral import Referral
from interventions.vocabulary import Pathway
from starter.interventions_client import InterventionsClient
from tests.journeys.conftest import Opened
from tests.journeys.part_way import goes_on, halves
from tests.stories.staging import YEARS_LATER, moved, performed, referral_of


@dataclass
class AnEditedShelf:
    """A shelf on which somebody halves every deadline and doubles every dose when `edited` is set."""

    shelf: Shelf = field(default_factory=lambda: moved(Shelf.from_files(), YEARS_LATER))
    edited: bool = False
    read: int = 0

    def terms(self, referral: Referral, policy: str) -> Terms:
        self.read += 1
        terms = self.shelf.terms(referral, policy)
        if not self.edited:
            return terms
        hasty = Policy(**(terms.policy.model_dump() | {"report_working_days": 2, "version": "hasty"}))
        doubled = {
            pathway: {
                level: row.model_copy(
                    update={"dose": row.dose.model_copy(update={"amount": row.dose.amount * 2})}
                )
                for level, row in rows.items()
            }
            for pathway, rows in terms.specifications.items()
        }
        return terms.model_copy(update={"policy": hasty, "specifications": doubled})


async def test_an_edit_half_way_through_changes_nothing_for_those_on_the_service(opened: Opened) -> None:
    reference = AnEditedShelf()
    async with opened(reference=reference, max_cached_workflows=0) as stage:
        first, rest = halves("lifestyle-low", after=7)
        referral = referral_of(first, stage.shelf)
        theatre = TemporalTheatre.on(stage.client, stage.register)
        await performed(first, referral, theatre)
        reference.edited = True
        await goes_on(rest, referral, theatre)
        conclusion = await InterventionsClient(stage.client).conclusion(referral.id)
        newcomer = stage.shelf.terms(referral, "standard")
        assert reference.read == 1
        assert (conclusion.sessions_planned, conclusion.sessions_held) == (5, 5)
        assert next(clock.state for clock in conclusion.clocks if clock.name == "report") == "met"
        edited = reference.terms(referral, "standard")
        amount = edited.specifications[Pathway.LIFESTYLE][referral.selections[0].complexity].dose.amount
        assert (
            amount
            == 2 * newcomer.specifications[Pathway.LIFESTYLE][referral.selections[0].complexity].dose.amount
        )
