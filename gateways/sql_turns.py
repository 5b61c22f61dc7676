"""The turns of telling R&M in SQL, beside the register. No transaction outlives a call or waits for R&M."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from sqlalchemy import Connection, func, select, update

from gateways.sql_engine import InTheDatabase, insert_or_nothing
from gateways.sql_tables import MonitoringTurnRow

LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


class SqlTurns(InTheDatabase):
    """Turns in the table `monitoring_turns`. Safe to share among threads.

    Every instant is the database server's. SQLite has no clock of its own: there, the one machine's.
    """

    def take(self, referral_id: UUID, holder: str, lease: timedelta) -> timedelta:
        """Take the turn, unless somebody has it: then how long they may have it yet."""
        row = {"referral_id": str(referral_id), "holder": "", "until": LONG_AGO}
        its = MonitoringTurnRow.referral_id == str(referral_id)
        with self.engine.begin() as connection:
            # In SQLite this takes the only pen; elsewhere the row is locked.
            connection.execute(insert_or_nothing(MonitoringTurnRow, self.engine.dialect.name), row)
            until = connection.execute(
                select(MonitoringTurnRow.until).where(its).with_for_update()
            ).scalar_one()
            now = _now(connection)
            if until > now:
                return until - now
            connection.execute(update(MonitoringTurnRow).where(its).values(holder=holder, until=now + lease))
            return timedelta()

    def leave(self, referral_id: UUID, holder: str, rest: timedelta) -> None:
        """Give the turn back; nobody gets it for so long."""
        mine = (MonitoringTurnRow.referral_id == str(referral_id), MonitoringTurnRow.holder == holder)
        with self.engine.begin() as connection:
            until = _now(connection) + rest
            connection.execute(update(MonitoringTurnRow).where(*mine).values(until=until))


def _now(connection: Connection) -> datetime:
    if connection.dialect.name == "sqlite":
        return datetime.now(UTC)
    now: datetime = connection.execute(select(func.clock_timestamp())).scalar_one()
    return now.astimezone(UTC)
