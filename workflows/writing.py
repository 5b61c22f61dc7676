"""The scribe: gives each fact its place in the register and writes facts down, in order, batch by batch.

Writing runs beside the journey. While the register is away facts wait here and the journey goes on; a run
neither ends nor begins anew before everything is written down, so nothing is lost.
"""

from collections.abc import Callable
from datetime import datetime

from temporalio import workflow

from activities.register import Page, RegisterActivities, TermsWanted
from interventions.case import Case
from interventions.facts import AnyFact, Entry
from interventions.promises.terms import Terms
from workflows.patience import WRITING


class Scribe:
    """Keeps the facts that are not written down yet."""

    def __init__(self) -> None:
        self._unwritten: list[Entry] = []

    @property
    def idle(self) -> bool:
        """Whether everything is written down."""
        return not self._unwritten

    def note(self, case: Case, fact: AnyFact, now: datetime) -> None:
        """Take down a fact the case has just come to know."""
        entry = Entry(referral_id=case.referral.id, sequence=case.sequence, recorded_at=now, fact=fact)
        self._unwritten.append(entry)

    async def keep_writing(self, written: Callable[[], None]) -> None:
        """Write whatever there is, for ever; tells after each batch."""
        while True:
            await workflow.wait_condition(lambda: bool(self._unwritten))
            page = Page(entries=tuple(self._unwritten))
            await self._write(page)
            del self._unwritten[: len(page.entries)]
            written()

    async def _write(self, page: Page) -> None:
        await workflow.execute_local_activity_method(
            RegisterActivities.write_down,
            page,
            start_to_close_timeout=WRITING.attempt,
            retry_policy=WRITING.retries,
        )


async def read_terms(wanted: TermsWanted) -> Terms:
    """The promise to pin, read once from the shelf."""
    return await workflow.execute_local_activity_method(
        RegisterActivities.pin_terms,
        wanted,
        start_to_close_timeout=WRITING.attempt,
        retry_policy=WRITING.retries,
    )
