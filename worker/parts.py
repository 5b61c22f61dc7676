"""What answers each port: the worker's gateways, opened by its settings and nowhere else."""

from dataclasses import dataclass, field

from activities.carrying import Texts
from activities.ledger import Ledger
from activities.ports import (
    Documents,
    Letters,
    MonitoringSystem,
    Press,
    Reference,
    Register,
    Suppression,
    Wording,
)
from activities.texting import TextingRules
from activities.turns import Turns
from gateways.nobody_to_tell import NobodyToTell
from gateways.outbox import Outbox
from gateways.press import WeasyPress
from gateways.printing import Printing
from gateways.refer_and_monitor.opening import open_monitoring
from gateways.remembered_turns import RememberedTurns
from gateways.shelf import Shelf
from gateways.sql_engine import open_engine
from gateways.sql_ledger import SqlLedger
from gateways.sql_projection import SqlProjection
from gateways.sql_register import SqlRegister
from gateways.sql_suppression import SqlSuppression
from gateways.sql_turns import SqlTurns
from gateways.wording import JinjaWording
from interventions.errors import CatalogueError
from worker.carriers import can_be_answered, letters_by, texts_by
from worker.opening import REGISTER, opening
from worker.problem import Problem
from worker.settings import Settings

RULES = TextingRules()


@dataclass(frozen=True)
class Parts:
    """What answers each port."""

    texts: Texts
    ledger: Ledger
    letters: Letters
    documents: Documents
    press: Press
    wording: Wording
    register: Register
    suppression: Suppression
    reference: Reference
    monitoring: MonitoringSystem = field(default_factory=NobodyToTell)
    turns: Turns = field(default_factory=RememberedTurns)


def parts(settings: Settings) -> Parts:
    """The real gateways, opened.

    Raises:
        Problem: the catalogue, a template or the register is not fit to start with.
    """
    outbox, answered = Outbox(settings.outbox), can_be_answered()
    with opening("templates"):
        wording = JinjaWording(letterheads=settings.letterheads, can_be_answered=answered)
    with opening(REGISTER):
        database = open_engine(settings.register_url)
    shelf = _shelf(settings.policy)
    return Parts(
        texts=texts_by(outbox, RULES),
        ledger=SqlLedger(database),
        letters=letters_by(outbox),
        documents=outbox,
        press=Printing(wording, WeasyPress().pdf if settings.print_as == "pdf" else None),
        wording=wording,
        register=SqlRegister(database),
        suppression=SqlSuppression(database),
        reference=shelf,
        monitoring=_monitoring_system(settings, shelf),
        turns=SqlTurns(database),
    )


def current_state(settings: Settings) -> SqlProjection:
    """The register's current state, opened.

    Raises:
        Problem: the register is not fit to be opened.
    """
    with opening(REGISTER):
        return SqlProjection.open(settings.register_url)


def what_is_refilled(settings: Settings) -> tuple[SqlRegister, SqlSuppression, SqlLedger]:
    """The facts, the list of those nobody writes to any more, and the texts: in one database, opened.

    Raises:
        Problem: the register is not fit to be opened.
    """
    with opening(REGISTER):
        database = open_engine(settings.register_url)
    return SqlRegister(database), SqlSuppression(database), SqlLedger(database)


def _monitoring_system(settings: Settings, shelf: Shelf) -> MonitoringSystem:
    try:
        return open_monitoring(settings, shelf.catalogue)
    except CatalogueError as error:
        raise Problem(f"THROUGHLINE_RM_PLACES: {error}") from None


def _shelf(policy: str) -> Shelf:
    try:
        shelf = Shelf.from_files()
    except CatalogueError as error:
        raise Problem(f"the catalogue is not fit to start with: {error}") from None
    if policy not in shelf.policies:
        raise Problem(f"THROUGHLINE_POLICY: no such policy; there are {', '.join(shelf.policies)}")
    return shelf
