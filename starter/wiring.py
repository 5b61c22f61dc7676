"""The one place on this side of the house that knows gateways: it opens what a verb reads from."""

from collections.abc import Iterator
from contextlib import closing, contextmanager

from gateways.report_page import ReportPage
from gateways.settings import RegisterSettings
from gateways.sql_figures import UNREADABLE, SqlFigures
from gateways.sql_register import SqlRegister
from gateways.sql_schema import SchemaBehind
from starter.connection import Unreachable
from starter.report_files import Page, Source

WHERE = "see THROUGHLINE_REGISTER_URL"


def open_register() -> SqlRegister:
    """The register named by `THROUGHLINE_REGISTER_URL`.

    Raises:
        ValueError, OSError, sqlalchemy.exc.DatabaseError: as `SqlRegister.open` does.
    """
    return SqlRegister.open(RegisterSettings().register_url)


@contextmanager
def figures_at_hand() -> Iterator[Source]:
    """The figures of the register named by `THROUGHLINE_REGISTER_URL`.

    Raises:
        Unreachable: there is no such register, or it cannot be read; in a line without its address.
    """
    with closing(_figures()) as source:
        try:
            yield source
        except UNREADABLE as error:
            raise _unread(error) from None


def _figures() -> SqlFigures:
    try:
        return SqlFigures.open(RegisterSettings().register_url)
    except FileNotFoundError as gone:
        raise Unreachable(f"{gone} - {WHERE}") from None
    except SchemaBehind as behind:
        raise Unreachable(
            f"the register cannot be read: {behind} - type `python -m worker migrate`"
        ) from None
    except (OSError, ValueError, *UNREADABLE) as error:
        raise _unread(error) from None


def _unread(error: Exception) -> Unreachable:
    """What SQLAlchemy says may quote the address, and that may hold a password."""
    return Unreachable(f"the register cannot be read ({type(error).__name__}) - {WHERE}")


def report_page() -> Page:
    """The page of a contract's figures, from its template."""
    return ReportPage().render
