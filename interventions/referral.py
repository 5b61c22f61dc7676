"""Stage 1. A referral, as it is pinned for the life of the intervention.

R&M's JSON is read at the edge (`starter/referral_form.py`); this is what it says in our words.
"""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from pydantic import AwareDatetime, Field

from interventions.days.london import LONDON, london_date
from interventions.message import Wire
from interventions.participant import Participant
from interventions.vocabulary import Complexity, Pathway


class Practitioner(Wire):
    """The probation practitioner who referred (R&M: sentBy, ppName)."""

    username: str
    name: str = ""


class Unavailable(Wire):
    """A time at which the participant can't come: on one weekday (0 is Monday) or every day, in London.

    Without `ends` it lasts to the end of the day.
    """

    weekday: int | None = Field(default=None, ge=0, le=6)
    starts: time = time(0)
    ends: time | None = None

    def covers(self, starts_at: datetime, minutes: int) -> bool:
        """Whether a meeting would share any of that time; a time that ends before it starts ends next day."""
        begin = starts_at.astimezone(LONDON).replace(tzinfo=None)
        end = begin + timedelta(minutes=minutes)
        days = (begin.date() - timedelta(days=1), begin.date(), end.date())
        return any(self._on(day, begin, end) for day in days if self.weekday in (None, day.weekday()))

    def _on(self, day: date, begin: datetime, end: datetime) -> bool:
        first = datetime.combine(day, self.starts)
        last = datetime.combine(day, self.ends or time(0))
        return begin < (last if last > first else last + timedelta(days=1)) and first < end


class Selection(Wire):
    """One pathway chosen in the referral, at its complexity, with the outcomes wanted from it."""

    pathway: Pathway
    complexity: Complexity
    outcomes: tuple[UUID, ...] = Field(min_length=1)
    outcomes_version: str


class Extension(Wire):
    """The practitioner agreed, on `agreed_on`, that sessions of a pathway go on until the end of `until`."""

    pathway: Pathway
    until: date
    agreed_on: date


class Referral(Wire):
    """A sent referral. One referral is one intervention, however many pathways it selects (A33).

    `sent_at` starts the assessment clock; its London date is day 0 (A2). `responsible_officer` is who decides
    where it is not who referred. `latest_delivery` is the last day on which sessions may be delivered, where
    policy stops them before the sentence does (domain brief 2.2, Probation Reset).
    """

    id: UUID
    reference: str
    sent_at: AwareDatetime
    participant: Participant
    practitioner: Practitioner
    selections: tuple[Selection, ...] = Field(min_length=1)
    contract: str = ""
    relevant_sentence_id: int | None = None
    completion_deadline: date | None = None
    maximum_enforceable_days: int | None = None
    further_information: str = ""
    accessibility_needs: str = ""
    additional_needs: str = ""
    interpreter_language: str | None = None
    unavailable: str = ""
    supplementary_risk_id: UUID | None = None
    unavailable_times: tuple[Unavailable, ...] = ()
    restricted_to: tuple[str, ...] = ()
    former_crns: tuple[str, ...] = ()
    responsible_officer: Practitioner | None = None
    latest_delivery: date | None = None
    extensions: tuple[Extension, ...] = ()

    @property
    def day_sent(self) -> date:
        """The London date the referral was sent."""
        return london_date(self.sent_at)

    def extension(self, pathway: Pathway) -> Extension | None:
        """How much longer that pathway's sessions may take than its weeks, or None."""
        return next((agreed for agreed in self.extensions if agreed.pathway is pathway), None)

    def selection(self, pathway: Pathway) -> Selection | None:
        """What was chosen in this pathway, or None."""
        return next((chosen for chosen in self.selections if chosen.pathway is pathway), None)
