"""The workers, one a queue: which queue does what, with how many hands, and with which parts."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

from pydantic import ValidationError
from temporalio.client import Client
from temporalio.common import VersioningBehavior, WorkerDeploymentVersion
from temporalio.worker import Worker, WorkerConfig, WorkerDeploymentConfig
from temporalio.worker.workflow_sandbox import SandboxedWorkflowRunner, SandboxRestrictions
from temporalio.workflow import SandboxImportNotificationPolicy

from activities.account import Account
from activities.asking_after import ReceiptActivities
from activities.correspondence import PaperActivities
from activities.ledger import Caps
from activities.monitoring import MonitoringActivities
from activities.reconciliation import ReconciliationActivities
from activities.register import RegisterActivities
from activities.texts import TextActivities
from worker.in_touch import InTouch
from worker.parts import RULES, Parts
from worker.problem import Problem
from worker.settings import Settings
from workflows.contract import DOCUMENTS, INTERVENTIONS, MESSAGING, MONITORING, TASK_QUEUES
from workflows.intervention import Intervention
from workflows.reconciliation import Reconciliation

DEPLOYMENT = "throughline"
# One thread each. Few for texts: what is half sent when a worker dies is at most this many.
SLOTS = {INTERVENTIONS: 10, MESSAGING: 4, DOCUMENTS: 4, MONITORING: 4}
# A start that cannot be read ends the workflow; anything else is tried again until a release can go on.
FAILURES = (ValidationError,)
# Anything a workflow reaches must be passed through on purpose: an accident costs every start dear.
STRICT_SANDBOX = SandboxRestrictions.default.with_import_notification_policy(
    SandboxImportNotificationPolicy.WARN_ON_DYNAMIC_IMPORT
    | SandboxImportNotificationPolicy.RAISE_ON_UNINTENTIONAL_PASSTHROUGH
)


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
        workflow_failure_exception_types=FAILURES,
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
