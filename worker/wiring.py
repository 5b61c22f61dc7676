"""The only place that knows every part: which gateway answers which port, which queue does what."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import timedelta

from pydantic import ValidationError
from temporalio.client import Client
from temporalio.common import VersioningBehavior, WorkerDeploymentVersion
from temporalio.worker import Worker, WorkerConfig, WorkerDeploymentConfig
from temporalio.worker.workflow_sandbox import SandboxedWorkflowRunner, SandboxRestrictions
from temporalio.workflow import SandboxImportNotificationPolicy

from activities.account import Account
from activities.asking_after import ReceiptActivities
from activities.carrying import Texts
from activities.correspondence import PaperActivities
from activities.ledger import Caps, Ledger
from activities.monitoring import MonitoringActivities
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
from activities.reconciliation import ReconciliationActivities
from activities.register import RegisterActivities
from activities.texting import TextingRules
from activities.texts import TextActivities
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
from worker.in_touch import InTouch
from worker.opening import REGISTER, opening
from worker.problem import Problem
from worker.settings import Settings
from workflows.contract import DOCUMENTS, INTERVENTIONS, MESSAGING, MONITORING, TASK_QUEUES
from workflows.intervention import Intervention
from workflows.reconciliation import Reconciliation

DEPLOYMENT = "throughline"
RULES = TextingRules()
# One thread each. Few for texts: what is half sent when a worker dies is at most this many.
SLOTS = {INTERVENTIONS: 10, MESSAGING: 4, DOCUMENTS: 4, MONITORING: 4}
# Anything a workflow reaches must be passed through on purpose: an accident costs every start dear.
STRICT_SANDBOX = SandboxRestrictions.default.with_import_notification_policy(
    SandboxImportNotificationPolicy.WARN_ON_DYNAMIC_IMPORT
    | SandboxImportNotificationPolicy.RAISE_ON_UNINTENTIONAL_PASSTHROUGH
)


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


def threads() -> ThreadPoolExecutor:
    """A thread for every activity that can run at once, over all queues."""
    return ThreadPoolExecutor(sum(SLOTS.values()), thread_name_prefix="activity")


def build_workers(
    client: Client,
    made: Parts,
    settings: Settings,
    *,
    queues: Sequence[str] = TASK_QUEUES,
    max_cached_workflows: int | None = None,
    executor: ThreadPoolExecutor,
) -> list[Worker]:
    """One worker per queue, ready to run. `max_cached_workflows` overrides the setting; 0 replays every task.

    Raises:
        Problem: there is no such queue.
    """
    if unknown := sorted(set(queues) - set(TASK_QUEUES)):
        raise Problem(f"no task queue {', '.join(unknown)}; there are {', '.join(TASK_QUEUES)}")
    cached = settings.max_cached_workflows if max_cached_workflows is None else max_cached_workflows
    own = {
        INTERVENTIONS: _interventions(made, cached),
        MESSAGING: _messaging(made, settings),
        DOCUMENTS: _documents(made),
        MONITORING: _monitoring(made, client, settings),
    }
    workers = []
    for queue in dict.fromkeys(queues):
        config = WorkerConfig(client=client, task_queue=queue, activity_executor=executor)
        config.update(_every_queue(settings))
        config.update(own[queue])
        workers.append(Worker(**config))
    return workers


def _interventions(made: Parts, cached: int) -> WorkerConfig:
    register = RegisterActivities(register=made.register, reference=made.reference)
    return WorkerConfig(
        workflows=[Intervention, Reconciliation],
        activities=[register.write_down, register.pin_terms, register.look_for_duplicates],
        # They run inside the workflow's own task: nothing is polled for.
        no_remote_activities=True,
        max_concurrent_local_activities=SLOTS[INTERVENTIONS],
        max_cached_workflows=cached,
        workflow_runner=SandboxedWorkflowRunner(restrictions=STRICT_SANDBOX),
        workflow_failure_exception_types=[ValidationError],
    )


def _messaging(made: Parts, settings: Settings) -> WorkerConfig:
    texts = TextActivities(
        texts=made.texts,
        wording=made.wording,
        suppression=made.suppression,
        ledger=made.ledger,
        rules=replace(RULES, caps=Caps(settings.texts_per_person, settings.texts_per_day)),
        account=Account(made.register),
    )
    receipts = ReceiptActivities(texts=made.texts, ledger=made.ledger)
    return WorkerConfig(
        activities=[texts.send_text, receipts.ask_receipt],
        max_concurrent_activities=SLOTS[MESSAGING],
        max_task_queue_activities_per_second=settings.texts_per_second,
    )


def _documents(made: Parts) -> WorkerConfig:
    papers = PaperActivities(
        letters=made.letters,
        documents=made.documents,
        press=made.press,
        suppression=made.suppression,
        account=Account(made.register),
    )
    return WorkerConfig(
        activities=[
            papers.post_letter,
            papers.ask_letter,
            papers.produce_document,
            papers.suppress_contact,
        ],
        max_concurrent_activities=SLOTS[DOCUMENTS],
    )


def _monitoring(made: Parts, client: Client, settings: Settings) -> WorkerConfig:
    settling = timedelta(seconds=settings.monitoring_settling_seconds)
    telling = MonitoringActivities(monitoring=made.monitoring, turns=made.turns, settling=settling)
    looking = ReconciliationActivities(
        monitoring=made.monitoring, register=made.register, interventions=InTouch(client)
    )
    return WorkerConfig(
        activities=[telling.tell_monitoring, looking.list_running, looking.list_page, looking.look],
        max_concurrent_activities=SLOTS[MONITORING],
    )


def _every_queue(settings: Settings) -> WorkerConfig:
    config = WorkerConfig(graceful_shutdown_timeout=timedelta(seconds=settings.graceful_shutdown_seconds))
    if settings.build_id:
        config["deployment_config"] = WorkerDeploymentConfig(
            version=WorkerDeploymentVersion(DEPLOYMENT, settings.build_id),
            use_worker_versioning=True,
            # Here and not on the workflow: a class that says so is stuck on a worker without versions.
            default_versioning_behavior=VersioningBehavior.AUTO_UPGRADE,
        )
    return config


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
