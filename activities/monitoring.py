"""Telling R&M: one record of one intervention at a time, on a queue of its own."""

from dataclasses import dataclass
from datetime import timedelta
from secrets import token_hex
from time import monotonic
from uuid import UUID

from temporalio import activity
from temporalio.exceptions import ApplicationError, ApplicationErrorCategory

from activities.ports import MonitoringAway, MonitoringSystem
from activities.turns import Turns
from interventions.correspondence import Outcome, TellMonitoring
from interventions.message import Wire


class MonitoringErrand(Wire):
    """A record of one intervention, as handed to the monitoring queue."""

    referral_id: UUID
    errand: TellMonitoring


LONGEST_WAIT = timedelta(minutes=5)
DOUBLINGS = 4
A_MOMENT = timedelta(seconds=1)
# All calls of one record (`rm_record_seconds` is 50 at most), begun late, the last one connected late.
CALLS_AT_MOST = timedelta(seconds=60)


def away_for_now(away: MonitoringAway, next_look: timedelta | None = None) -> ApplicationError:
    """The failure of a try while R&M is away: neither an address nor an answer, for it travels to screens.

    It is benign: it is expected, seen on the workflow, and must not fill the log once a try. `next_look` is
    how long to wait; None is as long as the queue's own patience says.
    """
    return ApplicationError(
        f"R&M is away ({away.why})",
        type="monitoring-away",
        category=ApplicationErrorCategory.BENIGN,
        next_retry_delay=next_look,
    )


def busy_for_now(yet: timedelta) -> ApplicationError:
    """The failure of a try while somebody else tells R&M of the intervention; next when they are done."""
    return ApplicationError(
        "R&M is being told of this intervention already",
        type="monitoring-away",
        category=ApplicationErrorCategory.BENIGN,
        next_retry_delay=yet + A_MOMENT,
    )


@dataclass(frozen=True)
class MonitoringActivities:
    """Needs R&M's credentials, so it has a queue of its own; while R&M is away its errands wait there.

    `settling`: after an end that leaves open whether a write was taken, R&M gets at least so long to finish
    it before it is read again. What it takes up later than that is written twice. `late`: a turn that took
    longer to get has lost so much of its lease, and is given back.
    """

    monitoring: MonitoringSystem
    turns: Turns
    settling: timedelta = timedelta(seconds=30)
    late: timedelta = timedelta(seconds=5)

    @activity.defn
    def tell_monitoring(self, told: MonitoringErrand) -> Outcome:
        """Make R&M say what the record says. Away, it is tried again for as long as it takes.

        Whoever dies in the middle keeps the turn until its calls are over and R&M has had time to settle.
        """
        errand, holder = told.errand, token_hex(16)
        self._take_turn(told.referral_id, holder)
        try:
            outcome = self.monitoring.tell(
                f"{told.referral_id}/{errand.key}", told.referral_id, errand.record
            )
        except MonitoringAway as away:
            rest = self.settling if away.perhaps_taken else timedelta()
            self.turns.leave(told.referral_id, holder, rest)
            raise away_for_now(away, self._next_look(away)) from None
        self.turns.leave(told.referral_id, holder, timedelta())
        return outcome

    def _take_turn(self, referral_id: UUID, holder: str) -> None:
        asked = monotonic()
        if yet := self.turns.take(referral_id, holder, CALLS_AT_MOST + self.settling):
            raise busy_for_now(yet)
        if monotonic() - asked > self.late.total_seconds():
            self.turns.leave(referral_id, holder, timedelta())
            raise busy_for_now(timedelta())

    def _next_look(self, away: MonitoringAway) -> timedelta | None:
        """Doubled with every try, so that it never falls short of what the queue's patience would wait."""
        if not away.perhaps_taken:
            return None
        return min(self.settling * (1 << min(activity.info().attempt - 1, DOUBLINGS)), LONGEST_WAIT)
