"""Our gateway on the stand-in, opened by its settings as the worker opens it."""

from typing import Any

from examples.refer_and_monitor.running import StandIn
from gateways.refer_and_monitor.gateway import ReferAndMonitor
from gateways.refer_and_monitor.opening import open_monitoring
from gateways.refer_and_monitor.settings import MonitoringSettings
from interventions.promises.catalogue import Catalogue


def settings(running: StandIn, **other: Any) -> MonitoringSettings:
    """The settings for the stand-in; `other` ones take the place of the usual."""
    said = {name.removeprefix("THROUGHLINE_").lower(): value for name, value in running.environment.items()}
    return MonitoringSettings(**{**said, **other})


def reach(running: StandIn, **other: Any) -> ReferAndMonitor:
    """The gateway on the stand-in."""
    opened = open_monitoring(settings(running, **other), Catalogue.load())
    assert isinstance(opened, ReferAndMonitor)
    return opened
