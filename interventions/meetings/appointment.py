"""A meeting: the slot it fills, the appointments made for it, and what became of each.

A slot ("assessment", "session-3") holds its attempts in order. Only the last one can be live, so there is
never more than one live appointment for a slot: by construction, not by flags (domain brief 6, F6).
"""

from datetime import datetime, timedelta

from interventions.days.london import Instant
from interventions.message import Wire
from interventions.vocabulary import Attended, ContactType, NoSessionReason, Pathway

ASSESSMENT = "assessment"


def session(number: int) -> str:
    """The name of the nth delivery session's slot."""
    return f"session-{number}"


def supplement(number: int) -> str:
    """The name of the nth meeting that supplements the dose without counting (domain brief 7.6, A29)."""
    return f"supplement-{number}"


class Appointment(Wire):
    """A date agreed. `version` counts the dates made for the same slot, from 1.

    `counts` is false for a supplement; `moved_by` says who asked, where an earlier date was moved.
    """

    slot: str
    version: int
    starts_at: Instant
    minutes: int
    contact: ContactType
    place: str = ""
    pathway: Pathway | None = None
    modules: tuple[str, ...] = ()
    final: bool = False
    counts: bool = True
    moved_by: str = ""
    booked_at: Instant

    @property
    def ends_at(self) -> datetime:
        """When it should be over."""
        return self.starts_at + timedelta(minutes=self.minutes)

    @property
    def key(self) -> str:
        """Names this date among all the intervention's dates."""
        return f"{self.slot}/{self.version}"

    def overlaps(self, starts_at: datetime, minutes: int) -> bool:
        """Whether the two meetings share any time."""
        return starts_at < self.ends_at and self.starts_at < starts_at + timedelta(minutes=minutes)


class Contact(Wire):
    """What became of an appointment. What was written about it stays in the register, not here."""

    slot: str
    version: int
    happened_at: Instant
    recorded_at: Instant
    attended: Attended
    held: bool
    minutes: int = 0
    pathway: Pathway | None = None
    final: bool = False
    counts: bool = True
    no_session_reason: NoSessionReason | None = None

    @property
    def key(self) -> str:
        """The key of the appointment it records."""
        return f"{self.slot}/{self.version}"


class Slot(Wire):
    """One meeting the service owes, however many dates it takes."""

    name: str
    appointments: tuple[Appointment, ...] = ()
    contacts: tuple[Contact, ...] = ()
    called_off: tuple[int, ...] = ()
    forfeited: bool = False

    @property
    def live(self) -> Appointment | None:
        """The date still standing: the last one made, unless it was recorded or called off."""
        if not self.appointments:
            return None
        last = self.appointments[-1]
        recorded = any(contact.version == last.version for contact in self.contacts)
        return None if recorded or last.version in self.called_off else last

    @property
    def missed(self) -> bool:
        """Whether it is still owed although a date for it has come and gone, or was called off."""
        return bool(self.appointments) and not (self.live or self.held or self.forfeited)

    @property
    def held(self) -> Contact | None:
        """The contact at which the meeting took place, or None while it is still owed."""
        return next((contact for contact in self.contacts if contact.held), None)
