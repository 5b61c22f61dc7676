"""The send ledger in SQL, beside the register. No transaction outlives a call, and none waits for a carrier.

A text is changed by comparing and setting its `revision`. A claim, which must look at more than its text,
first locks the row of the number and then the counts of the day, always in that order.
"""

import secrets
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, and_, func, or_, select, tuple_, union_all, update
from sqlalchemy.orm import Session

from activities.ledger import (
    AT_ONCE,
    Claim,
    Granted,
    Held,
    NoSuchText,
    Recipient,
    Settled,
    Surroundings,
    claim_of,
    is_stopped,
    settled,
)
from activities.sending import ARRIVED, Intent, Receipt, Sending, reported
from gateways.sql_engine import InTheDatabase, insert_or_nothing
from gateways.sql_text_rows import a_new_row, as_values, the_sending
from gateways.sql_text_tables import WENT_TWICE, TextCountRow, TextNumberRow, TextRow

EVERYBODY = ""


class SqlLedger(InTheDatabase):
    """Texts in the table `texts`, with `text_numbers` and `text_counts`. Safe to share among threads."""

    def plan(self, intent: Intent) -> Sending:
        """Write the text down in a transaction of its own; there already, it stands."""
        row = a_new_row(intent, secrets.token_hex(16))
        with self.engine.begin() as connection:
            connection.execute(insert_or_nothing(TextRow, self.engine.dialect.name), row)
        with Session(self.engine) as session:
            place = (str(intent.referral_id), intent.key, intent.recipient_version)
            return the_sending(session.get_one(TextRow, place))

    def find(self, referral_id: UUID, key: str) -> Sending | None:
        """The text under this key, the latest where it was addressed anew."""
        named = select(TextRow).where(TextRow.referral_id == str(referral_id), TextRow.key == key)
        with Session(self.engine) as session:
            row = session.scalar(named.order_by(TextRow.recipient_version.desc()).limit(1))
            return the_sending(row) if row else None

    def claim(self, token: str, claim: Claim) -> Granted | Held | Sending:
        """Take a planned text, its number and the day's counts locked while it is decided.

        Raises:
            NoSuchText: there is no such text.
        """
        with self.engine.begin() as connection:
            row = _row(connection, token)
            number, person = row.number, row.person
        with self.engine.begin() as connection:
            self._lock(connection, number, person, claim)
            row = _row(connection, token)
            sending = the_sending(row)
            answer = claim_of(sending, claim, _around(connection, row, claim))
            after = answer.sending if isinstance(answer, Granted) else answer
            if isinstance(after, Sending) and after != sending:
                if not _set(connection, row, after):
                    return the_sending(_row(connection, token))  # a report came in between
                if after.day != sending.day:
                    _take_places(connection, person, claim)
            return answer

    def change(self, token: str, way: Callable[[Sending], Sending]) -> Sending:
        """Take the text one of its ways; where somebody else was quicker, from where they left it.

        Raises:
            NoSuchText: there is no such text.
        """
        while True:
            with self.engine.connect() as connection:
                row = _row(connection, token)
            sending = the_sending(row)
            after = way(sending)
            if after == sending:
                return sending
            with self.engine.begin() as connection:
                if _set(connection, row, after):
                    return after

    def receipt(self, receipt: Receipt) -> Settled | None:
        """Enter a report, found by its token or else by the carrier's reference.

        Raises:
            NoSuchText: the report names a token, and there is none such.
        """
        token = receipt.token or self._token_of(receipt.reference)
        return settled(self.change(token, lambda sending: reported(sending, receipt))) if token else None

    def _token_of(self, reference: str) -> str | None:
        with Session(self.engine) as session:
            return session.scalar(select(TextRow.token).where(TextRow.reference == reference))

    def untold(self, entered_before: datetime, after: Settled | None = None) -> tuple[Settled, ...]:
        """Ends entered before an instant that their interventions have not heard of, the earliest first."""
        place = (TextRow.settled_at, TextRow.token)
        ended = select(TextRow).where(
            TextRow.end_told.is_(False),
            TextRow.state.in_(ARRIVED),
            TextRow.reference.is_not(None),
            TextRow.settled_at < entered_before,
        )
        if after:
            ended = ended.where(tuple_(*place) > (after.settled_at, after.token))
        with Session(self.engine) as session:
            rows = session.scalars(ended.order_by(*place).limit(AT_ONCE))
            return tuple(end for row in rows if (end := settled(the_sending(row))))

    def told(self, token: str) -> None:
        """Note that the intervention has heard how this text ended."""
        with self.engine.begin() as connection:
            connection.execute(update(TextRow).where(TextRow.token == token).values(end_told=True))

    def known(self, references: Iterable[str]) -> frozenset[str]:
        """Which references belong to texts in the ledger."""
        wanted = list(references)
        # Asked apart, so that each is read off its own index and no text is read at all.
        first = select(TextRow.reference).where(TextRow.reference.in_(wanted))
        second = select(TextRow.second).where(TextRow.second.in_(wanted), WENT_TWICE)
        with self.engine.connect() as connection:
            return frozenset(connection.scalars(union_all(first, second)))

    def recipients(self, number: str) -> tuple[Recipient, ...]:
        """The interventions that have texted this number, the latest first."""
        texts = select(TextRow).where(
            TextRow.number == number, TextRow.attempt > 0, TextRow.state.not_in(("planned", "suppressed"))
        )
        with Session(self.engine) as session:
            sendings = [the_sending(row) for row in session.scalars(texts.order_by(TextRow.said_at))]
        latest = {each.intent.referral_id: each.intent for each in sendings}
        found = (Recipient(each.referral_id, each.key, each.said_at) for each in latest.values())
        return tuple(sorted(found, key=lambda each: each.said_at, reverse=True))

    def stop(self, number: str, at: datetime) -> None:
        """No text goes to this number, unless it resumed later than `at`."""
        self._note(number, "stopped_at", at)

    def resume(self, number: str, at: datetime) -> None:
        """Texts may go to this number again, unless it stopped at `at` or later."""
        self._note(number, "resumed_at", at)

    def stopped(self, number: str) -> bool:
        """Whether the number has been stopped and not resumed."""
        with Session(self.engine) as session:
            row = session.get(TextNumberRow, number)
            return row is not None and is_stopped(row.stopped_at, row.resumed_at)

    def _note(self, number: str, word: str, at: datetime) -> None:
        column = getattr(TextNumberRow, word)
        with self.engine.begin() as connection:
            insert = insert_or_nothing(TextNumberRow, self.engine.dialect.name)
            connection.execute(insert, {"number": number})
            earlier = (TextNumberRow.number == number, or_(column.is_(None), column < at))
            connection.execute(update(TextNumberRow).where(*earlier).values({word: at}))

    def _lock(self, connection: Connection, number: str, person: str, claim: Claim) -> None:
        """In SQLite the first insert takes the only pen; elsewhere each row is locked."""
        dialect = self.engine.dialect.name
        connection.execute(insert_or_nothing(TextNumberRow, dialect), {"number": number})
        connection.execute(select(TextNumberRow).where(TextNumberRow.number == number).with_for_update())
        for whose in (person, EVERYBODY):
            count = {"day": claim.day, "person": whose, "taken": 0}
            connection.execute(insert_or_nothing(TextCountRow, dialect), count)
            connection.execute(
                select(TextCountRow)
                .where(TextCountRow.day == claim.day, TextCountRow.person == whose)
                .with_for_update()
            )


# What the carrier's list may show of these cannot be told from another text to the same number.
_UNTRACED = or_(TextRow.state == "claimed", and_(TextRow.state == "accepted", TextRow.reference.is_(None)))


def _row(connection: Connection, token: str) -> Row[Any]:
    row = connection.execute(select(TextRow).where(TextRow.token == token)).one_or_none()
    if row is None:
        raise NoSuchText("token: no such text in the ledger")
    return row


def _set(connection: Connection, row: Row[Any], after: Sending) -> bool:
    """Write what a text became, if it is still what was read."""
    unchanged = (TextRow.token == row.token, TextRow.revision == row.revision)
    values = as_values(after) | {"revision": row.revision + 1}
    return connection.execute(update(TextRow).where(*unchanged).values(values)).rowcount == 1


def _around(connection: Connection, row: Row[Any], claim: Claim) -> Surroundings:
    number = select(TextNumberRow).where(TextNumberRow.number == row.number)
    words = connection.execute(number).one()
    others = select(func.max(TextRow.lease_until)).where(
        TextRow.number == row.number, TextRow.token != row.token, _UNTRACED
    )
    leased = connection.execute(others).scalar()
    taken = select(TextCountRow.person, TextCountRow.taken).where(
        TextCountRow.day == claim.day, TextCountRow.person.in_((row.person, EVERYBODY))
    )
    counts = {found.person: found.taken for found in connection.execute(taken)}
    return Surroundings(
        stopped=is_stopped(words.stopped_at, words.resumed_at),
        busy_until=leased + claim.patience if leased else None,
        by_person=counts[row.person],
        by_everybody=counts[EVERYBODY],
    )


def _take_places(connection: Connection, person: str, claim: Claim) -> None:
    places = (TextCountRow.day == claim.day, TextCountRow.person.in_((person, EVERYBODY)))
    connection.execute(update(TextCountRow).where(*places).values(taken=TextCountRow.taken + 1))
