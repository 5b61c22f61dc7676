"""All that real life can say to a case, perhaps out of place; the same pick is always the same."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from interventions.case import Case
from interventions.days.london import london_date
from interventions.messages import (
    Amend,
    CallOff,
    CaseworkerGone,
    ErrandReported,
    Forfeit,
    HandOver,
    Message,
    Pause,
    Reinstate,
    Resume,
    UndoAmendment,
    Withdraw,
)
from interventions.participant import ContactSheet
from interventions.referral import Practitioner, Unavailable
from interventions.vocabulary import Channel, Complexity, ContactType, Language, PauseReason, WithdrawalCode
from interventions.words.correspondence import Outcome
from tests.interventions.walks import Among
from tests.sayings import (
    PRACTITIONER,
    WORKER,
    a_booking,
    a_note,
    a_record,
    an_amendment,
    decision,
    nobody_came,
)

STAFF = (PRACTITIONER, WORKER, "ops.example", "jo.next", "pp")
DECISIONS = ("group-risk", "consent/family-meetings", "risk/family-meetings", "peer-mentor", "erase")


def in_real_life(case: Case, pick: int, now: datetime) -> Message:
    """Anything off the main path."""
    life = Life(case, pick, now)
    kinds = (
        *(life.about_dates, life.about_dates, life.nobody_came, life.nobody_came),
        *(life.about_the_referral, life.about_the_referral, life.about_people),
        *(life.a_pause, life.a_pause, life.an_end, life.an_end),
        *(life.a_decision, life.from_outside, life.in_company),
    )
    return kinds[pick // 11 % len(kinds)]()


@dataclass(frozen=True)
class Life(Among):
    """What is said off the main path."""

    def a_slot(self) -> str:
        return self.one(*self.case.slots, "session-1", "session-99")

    def about_dates(self) -> Message:
        return self.one(
            CallOff(by=WORKER, slot=self.a_slot(), reason="flooded"),
            Forfeit(by=WORKER, slot=self.a_slot(), reason="enough"),
            self.a_date().model_copy(
                update={"starts_at": self.now - timedelta(hours=3), "record": a_record()}
            ),
            self.a_date(),
        )

    def nobody_came(self) -> Message:
        reasons = (None, None, "acceptable", "unacceptable", "logistics")
        return nobody_came(no_session_reason=self.one(*reasons), next=self.one(None, None, self.a_date()))

    def in_company(self) -> Message:
        return a_booking(
            self.now + timedelta(days=self.one(1, 2, 5)),
            contact=ContactType.GROUP_WORK,
            pathway=self.one(*self.case.pathways),
            modules=self.one((), ("family-meetings",), ("peer-mentor",)),
            reason="agreed",
        )

    def about_people(self) -> Message:
        return self.one(
            CaseworkerGone(by=self.one(*STAFF), reason="left"),
            HandOver(by="ops.example", contract=self.one("north", "south"), reason="moved"),
            a_note(self.now - timedelta(minutes=self.pick % 90), concerns=self.one("", "", "x")),
            an_amendment(practitioner=Practitioner(username=self.one("pp.new", "pp.old"))),
            an_amendment(responsible_officer=Practitioner(username=self.one("ro.new", "ro.old"))),
            an_amendment(restricted_to=self.one((), STAFF, STAFF, ("named.person",))),
        )

    def a_pause(self) -> Message:
        return self.one(
            Pause(
                by=WORKER,
                why=self.one(*PauseReason),
                review_on=london_date(self.now) + timedelta(days=self.one(7, 1, 40, 0)),
                reason="held",
            ),
            Resume(by=WORKER),
            Resume(by=WORKER, reason="well again"),
        )

    def an_end(self) -> Message:
        codes = tuple(WithdrawalCode)
        return self.one(
            Withdraw(by=PRACTITIONER, code=codes[self.pick // 7 % len(codes)], reason="over"),
            Reinstate(by=PRACTITIONER, reason="a mistake"),
            Reinstate(by=PRACTITIONER, reason="a mistake"),
        )

    def a_decision(self) -> Message:
        return decision(self.one(*DECISIONS), eligible=self.pick % 4 > 0)

    def from_outside(self) -> Message:
        key = self.one(*self.case.outbox, *self.case.words, "nothing")
        result = self.one("accepted", "accepted", "refused", "failed")
        return ErrandReported(key=key, outcome=Outcome.model_validate({"result": result}))

    def about_the_referral(self) -> Message:
        return self.one(
            an_amendment(pathway=self.one(*self.case.pathways), complexity=self.one(*Complexity)),
            an_amendment(completion_deadline=london_date(self.now) + timedelta(days=self.one(-1, 0, 3, 60))),
            self.a_new_sheet(),
            UndoAmendment(by=PRACTITIONER, reason="a mistake", amendment=self.one(None, 1, 2)),
            an_amendment(latest_delivery=london_date(self.now) + timedelta(days=self.one(0, 2, 20, 200))),
            an_amendment(unavailable_times=self.one((), (Unavailable(weekday=self.pick % 7),))),
            an_amendment(pathway=self.one(*self.case.pathways), outcomes=self.one((), self.some_outcomes())),
            an_amendment(
                interpreter_language=self.one("Polish", "Urdu"), crn=self.one(None, "X000002", "X000003")
            ),
        )

    def some_outcomes(self) -> tuple[UUID, ...]:
        row = self.case.specifications[self.one(*self.case.pathways)]
        return tuple(outcome.id for outcome in row.outcomes)[: 1 + self.pick % 3]

    def a_new_sheet(self) -> Amend:
        sheet: ContactSheet = self.case.referral.participant.contact
        safe = {Channel.TEXT: self.one(True, False), Channel.LETTER: self.one(True, False, True)}
        changes = {"safe": self.one(safe, safe, {}), "language": self.one(*Language)}
        return an_amendment(contact=sheet.model_copy(update=changes))
