"""Delius behind R&M: one booking a try, and no two future dates at once (domain brief 3.5)."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from uuid import UUID

from examples.refer_and_monitor.refusals import Refused


@dataclass(frozen=True)
class DeliusBooking:
    """One contact in Delius. `slot` is "assessment" or "session-3"."""

    id: int
    referral_id: UUID
    slot: str
    starts_at: datetime
    ends_at: datetime


@dataclass
class Delius:
    """Every booking made, and which still stand, by case number."""

    made: list[DeliusBooking] = field(default_factory=list)
    standing: dict[str, list[DeliusBooking]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        self._ids = count(2_500_000_001)

    def book(
        self, crn: str, referral_id: UUID, slot: str, starts_at: datetime, minutes: int, now: datetime
    ) -> int:
        """Make a booking, moving this slot's standing one. Answers its number.

        Raises:
            Refused: 409, another future date of this person lies at that time.
        """
        ends_at = starts_at + timedelta(minutes=minutes)
        others = [one for one in self.standing[crn] if (one.referral_id, one.slot) != (referral_id, slot)]
        if starts_at > now and any(one.starts_at < ends_at and starts_at < one.ends_at for one in others):
            message = "409 Conflict: appointment conflicts with another"
            raise Refused(409, "Call to dependency response exception", message, userMessage=message)
        booking = DeliusBooking(next(self._ids), referral_id, slot, starts_at, ends_at)
        self.made.append(booking)
        self.standing[crn] = [*others, booking]
        return booking.id

    def hold(self, crn: str, starts_at: datetime, minutes: int) -> None:
        """Somebody else's date for this person stands in Delius."""
        ends_at = starts_at + timedelta(minutes=minutes)
        self.standing[crn].append(DeliusBooking(next(self._ids), UUID(int=0), "theirs", starts_at, ends_at))

    def bookings(self, referral_id: UUID, slot: str) -> list[DeliusBooking]:
        """Every booking ever made for a slot."""
        return [one for one in self.made if (one.referral_id, one.slot) == (referral_id, slot)]
