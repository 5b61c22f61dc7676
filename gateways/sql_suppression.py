"""The list of those nobody writes to any more, in SQL, beside the register."""

from sqlalchemy.orm import Session

from gateways.case_number import compared
from gateways.sql_engine import InTheDatabase, insert_or_nothing
from gateways.sql_tables import SuppressedContactRow


class SqlSuppression(InTheDatabase):
    """Case numbers in the table `suppressed_contacts`, for good. Safe to share among threads."""

    def suppress(self, crn: str) -> None:
        """Enter a case number; again, however it is typed, changes nothing."""
        # PostgreSQL's text cannot hold a NUL.
        row = {"compared": compared(crn), "crn": crn.replace("\0", "")}
        with self.engine.begin() as connection:
            connection.execute(insert_or_nothing(SuppressedContactRow, self.engine.dialect.name), row)

    def holds(self, crn: str) -> bool:
        """Whether it is on the list, however it is typed."""
        with Session(self.engine) as session:
            return session.get(SuppressedContactRow, compared(crn)) is not None
