"""What R&M takes of other interventions: how one record that fails by itself is told from an outage."""

from datetime import datetime, timedelta
from threading import Lock
from uuid import UUID

# R&M serves others if it took something in each of the last two: one good answer is no end of an outage yet.
SPELL = timedelta(hours=4)
TWO = 2


class Takings:
    """What was taken through this worker, by the hour, for as long as it counts. Safe among threads.

    Times are the server's, never this machine's. A worker that has just begun knows of nothing: then nobody
    is served, and whoever asks goes on waiting.
    """

    def __init__(self) -> None:
        self._hours: dict[datetime, set[UUID]] = {}
        self._lock = Lock()

    def note(self, referral_id: UUID, at: datetime) -> None:
        """R&M has taken a record of this intervention."""
        hour = _hour(at)
        with self._lock:
            for old in [each for each in self._hours if each <= hour - TWO * SPELL]:
                del self._hours[old]
            of_this_hour = self._hours.setdefault(hour, set())
            if len(of_this_hour) < TWO:  # of two, one is another's, whoever asks
                of_this_hour.add(referral_id)

    def of_others(self, referral_id: UUID, now: datetime) -> bool:
        """Whether it took records of other interventions in the last four hours, and in the four before."""
        with self._lock:
            hours = [hour for hour, taken in self._hours.items() if taken - {referral_id}]
        ages = [_hour(now) - hour for hour in hours]
        return any(age < SPELL for age in ages) and any(SPELL <= age < TWO * SPELL for age in ages)


def _hour(at: datetime) -> datetime:
    return at.replace(minute=0, second=0, microsecond=0)
