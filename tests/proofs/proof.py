"""Every proof by its name."""

from collections.abc import Callable

from tests.proofs.calendar_oracle import calendar_oracle
from tests.proofs.database_failover import database_failover
from tests.proofs.monitoring_outage import monitoring_outage
from tests.proofs.random_journeys import random_journeys
from tests.proofs.send_kill import send_kill

Proof = Callable[[], tuple[int, int]]

PROOFS: dict[str, Proof] = {
    "calendar_oracle": calendar_oracle,
    "database_failover": database_failover,
    "monitoring_outage": monitoring_outage,
    "random_journeys": random_journeys,
    "send_kill": send_kill,
}
