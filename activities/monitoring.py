"""Telling R&M: one record of one intervention at a time, on a queue of its own."""

import logging
from dataclasses import dataclass, field
from datetime import timedelta
from secrets import token_hex
from time import monotonic
from uuid import UUID

from temporalio import activity
from temporalio.exceptions import ApplicationError

from activities.ports import SIGNED_OUT, MonitoringAway, MonitoringSystem
from activities.takings import Takings
from activities.turns import Turns
from activities.waiting import count, wait
from interventions.message import Wire
from interventions.words.correspondence import FAILING, Outcome, TellMonitoring

log = logging.getLogger(__name__)


class MonitoringErrand(Wire):
    """A record of one intervention, as handed to the monitoring queue."""

    referral_id: UUID
    errand: TellMonitoring


LONGEST_WAIT = timedelta(minutes=5)
DOUBLINGS = 4
# As the queue's own patience begins (`workflows.patience.TELLING`).
AT_FIRST = timedelta(seconds=5)
A_MOMENT = timedelta(seconds=1)
# All calls of one record (`rm_record_seconds` is 50 at most), begun late, the last one connected late.
CALLS_AT_MOST = timedelta(seconds=60)


def away_for_now(away: MonitoringAway, next_look: timedelta | None = None) -> ApplicationError:
    """The failure of a try while R&M is away. `next_look`: as `wait` has it."""
    return wait("monitoring-away", next_look, f"R&M is away ({away.why})")


# By then two hours have passed: of an outage somebody knows; of one record that fails by itself nobody does.
STUCK_AT_TRY = 26


def _warn(told: MonitoringErrand, away: MonitoringAway, attempt: int) -> None:
    """Count and say what does not pass by itself: a sign-in to be renewed, a record that is stuck."""
    if away.why == SIGNED_OUT:
        count("throughline_monitoring_signed_out")
        log.error("R&M has signed us out: nothing is told until its secret or token is renewed")
    elif attempt >= STUCK_AT_TRY:
        count("throughline_monitoring_stuck")
        if attempt == STUCK_AT_TRY:
            what, where = told.errand.record.record, told.referral_id
            log.error("R&M has not taken a record for hours: %s of %s (%s)", what, where, away.why)


def _give_up(told: MonitoringErrand, away: MonitoringAway) -> Outcome:
    count("throughline_monitoring_given_up")
    what, where = told.errand.record.record, told.referral_id
    log.error("R&M fails a record and takes others: %s of %s is a person's now (%s)", what, where, away.why)
    return Outcome(result="refused", why=FAILING)


@dataclass(frozen=True)
class MonitoringActivities:
    """Needs R&M's credentials, so it has a queue of its own; while R&M is away its errands wait there.

    `settling`: after an end that leaves open whether a write was taken, R&M gets at least so long to finish
    it before it is read again. What it takes up later than that is written twice. `late`: a turn that took
    longer to get has lost so much of its lease, and is given back. `takings` is this worker's, of all tries.
    """

    monitoring: MonitoringSystem
    turns: Turns
    settling: timedelta = timedelta(seconds=30)
    late: timedelta = timedelta(seconds=5)
    takings: Takings = field(default_factory=Takings)

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
            if self._fails_by_itself(told, away):
                return _give_up(told, away)
            _warn(told, away, activity.info().attempt)
            raise away_for_now(away, self._next_look(away)) from None
        self.turns.leave(told.referral_id, holder, timedelta())
        if outcome.result == "accepted":
            self.takings.note(told.referral_id, activity.info().started_time)
        return outcome

    def _fails_by_itself(self, told: MonitoringErrand, away: MonitoringAway) -> bool:
        """Whether its time is over, R&M was reached and failed it, and it takes what others tell it."""
        now, until = activity.info().started_time, told.errand.give_up_at
        if until is None or now < until or away.for_all:
            return False
        return self.takings.of_others(told.referral_id, now)

    def _take_turn(self, referral_id: UUID, holder: str) -> None:
        asked = monotonic()
        yet = self.turns.take(referral_id, holder, CALLS_AT_MOST + self.settling)
        if not yet:
            if monotonic() - asked <= self.late.total_seconds():
                return
            self.turns.leave(referral_id, holder, timedelta())
        raise wait("monitoring-busy", yet + A_MOMENT, "R&M is being told of this intervention already")

    def _next_look(self, away: MonitoringAway) -> timedelta | None:
        """Doubled with every try, so that it never falls short of what the queue's patience would wait.

        Where nothing was taken, as long as R&M asks for; where it does not ask, the queue decides.
        """
        if away.perhaps_taken:
            return _doubled(self.settling, DOUBLINGS)
        if away.after is None:
            return None
        return max(min(away.after, LONGEST_WAIT), _doubled(AT_FIRST, 2 * DOUBLINGS))


def _doubled(first: timedelta, times: int) -> timedelta:
    """So long at the first try, twice that at the second, until it is five minutes."""
    return min(first * (1 << min(activity.info().attempt - 1, times)), LONGEST_WAIT)
