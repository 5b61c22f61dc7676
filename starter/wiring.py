"""The one place on this side of the house that knows gateways: it opens what a verb reads from."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import TypeVar

from pydantic import Field, ValidationError

from activities.inbox import Inbox
from activities.ledger import Ledger
from gateways.report_page import ReportPage
from gateways.settings import GatewaySettings, RegisterSettings, what_is_wrong
from gateways.sql_engine import open_engine
from gateways.sql_figures import UNREADABLE, SqlFigures
from gateways.sql_reasons import why
from gateways.sql_register import SqlRegister
from gateways.sql_schema import SchemaBehind
from interventions.errors import CatalogueError
from interventions.promises.policy import load_policy
from starter.connection import Unreachable
from starter.report_files import Page, Source
from starter.webhooks.post import Post

Kind = TypeVar("Kind", bound=GatewaySettings)
WHERE = "see THROUGHLINE_REGISTER_URL"


def open_register() -> SqlRegister:
    """The register named by `THROUGHLINE_REGISTER_URL`.

    Raises:
        Unreachable: the setting is wrong.
        ValueError, OSError, sqlalchemy.exc.DatabaseError: as `open_engine` does.
    """
    return SqlRegister.open(_read(RegisterSettings).register_url)


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


class DoorSettings(RegisterSettings):
    """What the door for carriers is told."""

    policy: str = Field(default="standard", pattern=r"^[a-z0-9-]+$", description="whose words are urgent")


@dataclass(frozen=True)
class DoorParts:
    """What stands behind the door for carriers. Without an account it `lets_in` nobody."""

    ledger: Ledger
    inbox: Inbox
    post: Post
    urgent: tuple[str, ...]
    answers_an_hour: int
    lets_in: bool


@contextmanager
def door_at_hand() -> Iterator[DoorParts]:
    """Ledger and inbox of the register's database, and Twilio's way of speaking to us.

    Raises:
        Unreachable: the database can't be opened, or a setting is wrong; in a line without any secret.
    """
    # The carrier's library is slow to load, and no other verb needs it.
    from gateways.sql_inbox import SqlInbox
    from gateways.sql_ledger import SqlLedger
    from gateways.twilio_post import TwilioPost
    from gateways.twilio_settings import TwilioSettings

    with _opening():
        settings, twilio = _read(DoorSettings), _read(TwilioSettings)
        policy = load_policy(settings.policy)
        engine = open_engine(settings.register_url)
    ledger, inbox, post = SqlLedger(engine), SqlInbox(engine), TwilioPost(twilio)
    urgent, answers = policy.urgent_words, policy.automatic_answers_an_hour
    try:
        yield DoorParts(ledger, inbox, post, urgent, answers, lets_in=twilio.is_set)
    finally:
        engine.dispose()


@contextmanager
def register_at_hand() -> Iterator[SqlRegister]:
    """The register named by `THROUGHLINE_REGISTER_URL`, to be read.

    Raises:
        Unreachable: it can't be opened; in a line without its address.
    """
    with _opening():
        register = open_register()
    with closing(register):
        yield register


@contextmanager
def _opening(to_be: str = "opened") -> Iterator[None]:
    """What keeps a database or a policy from use, in a line without any secret."""
    try:
        yield
    except CatalogueError as error:
        raise Unreachable(f"the policy cannot be used: {error} - see THROUGHLINE_POLICY") from None
    except SchemaBehind as behind:
        raise Unreachable(
            f"the register cannot be {to_be}: {behind} - type `python -m worker migrate`"
        ) from None
    except (OSError, ValueError, *UNREADABLE) as error:
        raise _unread(error) from None


def _figures() -> SqlFigures:
    with _opening("read"):
        try:
            return SqlFigures.open(_read(RegisterSettings).register_url)
        except FileNotFoundError as gone:
            raise Unreachable(f"{gone} - {WHERE}") from None


def _read(kind: type[Kind]) -> Kind:
    """The settings of one kind, or `Unreachable` with each that is wrong."""
    try:
        return kind()
    except ValidationError as error:
        raise Unreachable(f"a setting is wrong: {what_is_wrong(kind, error)}") from None


def _unread(error: Exception) -> Unreachable:
    """What SQLAlchemy says may quote the address, and that may hold a password."""
    return Unreachable(f"the register cannot be read ({why(error)}) - {WHERE}")


def report_page() -> Page:
    """The page of a contract's figures, from its template."""
    return ReportPage().render
