"""The one place on this side of the house that knows gateways: it opens what a verb reads from."""

from gateways.settings import RegisterSettings
from gateways.sql_register import SqlRegister


def open_register() -> SqlRegister:
    """The register named by `THROUGHLINE_REGISTER_URL`.

    Raises:
        ValueError, OSError, sqlalchemy.exc.DatabaseError: as `SqlRegister.open` does.
    """
    return SqlRegister.open(RegisterSettings().register_url)
