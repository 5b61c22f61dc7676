"""What the worker says to its log: one line a record, on stderr, and nothing about a person.

Libraries put phone numbers and parameters into log lines and into the text of their errors (reliability
brief 2.5). So theirs are quiet, and of an error only its kind and place are written, with its words only
where they are ours or the server's.
"""

import json
import logging
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime

from temporalio.runtime import (
    LogForwardingConfig,
    LoggingConfig,
    PrometheusConfig,
    Runtime,
    TelemetryConfig,
    TelemetryFilter,
)
from temporalio.service import RPCError

from interventions.errors import ServiceError
from worker.problem import Problem
from worker.settings import Settings

OUR_WORDS = (ServiceError, Problem, RPCError)
QUIET = (
    *("alembic", "fontTools", "httpcore", "httpcore2", "httpx", "httpx2", "sqlalchemy", "twilio", "urllib3"),
    "weasyprint",
)
SAFE_FIELDS = ("workflow_type", "workflow_id", "run_id", "activity_type", "task_queue")


class Line(logging.Formatter):
    """A record as `time=... level=... logger=... message=...`, with `error` and `at` when there is one."""

    def format(self, record: logging.LogRecord) -> str:
        """One line, whatever the record holds."""
        at = datetime.fromtimestamp(record.created, UTC)
        said = {
            "time": f"{at:%Y-%m-%dT%H:%M:%S}.{int(record.msecs):03}Z",
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            **_of_temporal(record),
        }
        if record.exc_info and (error := record.exc_info[1]):
            said |= {"error": " < ".join(map(_named, _chain(error))), "at": _place(error)}
        return " ".join(f"{name}={_quoted(value)}" for name, value in said.items())


def log_to_stderr(level: str) -> None:
    """Send every logger of this process to stderr, from `level` up."""
    handler = logging.StreamHandler()
    handler.setFormatter(Line())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    # Below this the SDK writes whole payloads, and a payload is a referral.
    logging.getLogger("temporalio").setLevel(max(logging.INFO, logging.getLevelName(level)))


def telemetry(settings: Settings) -> Runtime:
    """The one runtime of this process: the SDK's own warnings into our log, metrics if asked for.

    Raises:
        Problem: the metrics address cannot be listened on.
    """
    forwarding = LogForwardingConfig(
        logger=logging.getLogger("temporalio.core"),
        append_target_to_name=False,
        prepend_target_on_message=False,
        append_log_fields_to_message=False,
    )
    logs = LoggingConfig(TelemetryFilter(core_level="WARN", other_level="ERROR"), forwarding=forwarding)
    metrics = _prometheus(settings.metrics_address) if settings.metrics_address else None
    tags = {"service": "throughline"}
    try:
        return Runtime(telemetry=TelemetryConfig(logging=logs, metrics=metrics, global_tags=tags))
    except ValueError:
        what = f"cannot offer metrics at {settings.metrics_address}"
        raise Problem(what, "set THROUGHLINE_METRICS_ADDRESS to an address that is free") from None


def _prometheus(address: str) -> PrometheusConfig:
    return PrometheusConfig(
        bind_address=address, durations_as_seconds=True, counters_total_suffix=True, unit_suffix=True
    )


def _of_temporal(record: logging.LogRecord) -> dict[str, str]:
    fields = getattr(getattr(record, "temporal_log", None), "fields", {})
    return {name: str(fields[name]) for name in SAFE_FIELDS if name in fields}


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _named(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}" if isinstance(error, OUR_WORDS) else type(error).__name__


def _place(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    return f"{frames[-1].name}:{frames[-1].lineno}" if frames else "nowhere"


def _quoted(value: str) -> str:
    plain = value.isascii() and value.isprintable() and not set(value) & set(' "=')
    return value if plain and value else json.dumps(value)
