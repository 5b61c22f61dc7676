"""One intervention: remembers, waits and retries. Everything it decides is decided by the core.

A message is checked and turned into facts; facts are written down; what they ask for is carried out beside
the journey, never in its way; one timer is armed, for the earliest thing due. That is all, and it does
not grow: new life belongs in `interventions`.
"""

import asyncio

from temporalio import workflow
from temporalio.exceptions import ApplicationError

with workflow.unsafe.imports_passed_through():
    from activities.register import TermsWanted
    from interventions.agenda import Due, agenda
    from interventions.case import Case, JournalLine
    from interventions.conversation import catch_up, hear, hear_outside
    from interventions.end_of_service import Conclusion
    from interventions.errors import Refusal
    from interventions.evolve import begin, evolve
    from interventions.facts import AnyFact
    from interventions.messages import ErrandReported, Message
    from interventions.stages.referral import receive
    from interventions.views import status as views
    from interventions.views.card import card
    from interventions.words.correspondence import Errand
    from workflows.contract import NOT_READY, Receipt, Start, row
    from workflows.errands import carry_out
    from workflows.hearing import hears_everything
    from workflows.writing import Scribe, read_terms


@workflow.defn(name="Intervention")
@hears_everything
class Intervention:
    """From referral to end-of-service report."""

    @workflow.init
    def __init__(self, start: Start) -> None:
        carried = start.carried
        self._case: Case | None = carried.case if carried else None
        self._scribe = Scribe()
        self._receipts: dict[str, Receipt] = dict(carried.receipts) if carried else {}
        self._early: list[Message] = []
        self._errands: dict[str, asyncio.Task[None]] = {}
        self._timer: asyncio.Task[None] | None = None
        self._armed: Due | None = None
        self._shown: views.Attributes | None = None
        self._stirred = False
        self._checkpoint = False

    @workflow.run
    async def run(self, start: Start) -> Conclusion:
        await self._open(start)
        writer = asyncio.create_task(self._scribe.keep_writing(self._stir))
        while not self._over:
            self._stirred = False
            self._take(catch_up(self._known, workflow.now()))
            self._send_out()
            self._show()
            self._arm()
            if self._may_begin_anew:
                workflow.continue_as_new(start.carrying(self._known, self._receipts))
            await workflow.wait_condition(lambda: self._stirred)
        writer.cancel()
        return views.conclusion(self._known)

    def check(self, message: Message) -> None:
        """Refuses, before anything is kept, what may not be said now."""
        if self._known_receipt is None:
            self._judge(message)

    def hear(self, message: Message) -> Receipt:
        """What a person said becomes facts; the same update twice gets the same receipt."""
        if (known := self._known_receipt) is not None:
            return known
        facts = self._judge(message)
        self._take(facts)
        receipt = Receipt.of(self._known, message, facts, workflow.now())
        if info := workflow.current_update_info():
            self._receipts[info.id] = receipt
        return receipt

    def hear_outside(self, message: Message) -> None:
        """What the world said becomes facts, now or as soon as the case is open."""
        if self._case is None:
            self._early.append(message)
        else:
            self._take(hear_outside(self._case, message, workflow.now()))

    @workflow.signal(description="Begin a new run at the next quiet moment, to shed old history")
    def checkpoint(self) -> None:
        self._checkpoint = self._stirred = True

    @workflow.query(description="Where it stands: stage, clocks, doses, open tasks")
    def status(self) -> views.Status:
        return views.status(self._known)

    @workflow.query(description="What happened, a line a fact")
    def timeline(self) -> tuple[JournalLine, ...]:
        return views.timeline(self._known)

    async def _open(self, start: Start) -> None:
        if self._case is None:
            terms = await read_terms(TermsWanted(referral=start.referral, policy=start.policy))
            received = receive(start.referral, terms, workflow.now())
            self._case = begin(received)
            self._scribe.note(self._case, received, workflow.now())
        for message in self._early:
            self.hear_outside(message)

    @property
    def _known(self) -> Case:
        if self._case is None:
            raise ApplicationError(NOT_READY, type="not-ready")
        return self._case

    @property
    def _known_receipt(self) -> Receipt | None:
        info = workflow.current_update_info()
        return self._receipts.get(info.id) if info else None

    @property
    def _owes_nothing(self) -> bool:
        return self._scribe.idle and not self._known.outbox

    @property
    def _over(self) -> bool:
        return self._known.ending is not None and self._owes_nothing and not agenda(self._known)

    @property
    def _may_begin_anew(self) -> bool:
        wanted = self._checkpoint or workflow.info().is_continue_as_new_suggested()
        return wanted and self._owes_nothing and workflow.all_handlers_finished()

    def _judge(self, message: Message) -> tuple[AnyFact, ...]:
        try:
            return hear(self._known, message, workflow.now())
        except Refusal as no:
            raise ApplicationError(str(no), no.in_json(), type=no.rule, non_retryable=True) from None

    def _take(self, facts: tuple[AnyFact, ...]) -> None:
        for fact in facts:
            self._case = evolve(self._known, fact)
            self._scribe.note(self._case, fact, workflow.now())
        self._stirred = self._stirred or bool(facts)

    def _stir(self) -> None:
        self._stirred = True

    def _send_out(self) -> None:
        for key, errand in self._known.outbox.items():
            if key not in self._errands:
                self._errands[key] = asyncio.create_task(self._carry(key, errand))

    async def _carry(self, key: str, errand: Errand) -> None:
        outcome = await carry_out(self._known.referral, errand)
        self.hear_outside(ErrandReported(key=key, outcome=outcome))

    def _show(self) -> None:
        workflow.set_current_details(card(self._known))
        now_shown = views.attributes(self._known)
        if now_shown != self._shown:
            before = row(self._shown) if self._shown else []
            changed = [value for value in row(now_shown) if value not in before]
            workflow.upsert_search_attributes(changed)
            self._shown = now_shown

    def _arm(self) -> None:
        due = next(iter(agenda(self._known)), None)
        if (due and (due.at, due.key)) == (self._armed and (self._armed.at, self._armed.key)):
            return
        if self._timer:
            self._timer.cancel()
        self._armed = due
        self._timer = asyncio.create_task(self._wake(due)) if due else None

    async def _wake(self, due: Due) -> None:
        await workflow.sleep(due.at - workflow.now(), summary=f"Next: {due.what}")
        self._armed, self._timer, self._stirred = None, None, True
