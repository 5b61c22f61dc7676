"""What the world says, and what the shell says to itself."""

from interventions.correspondence import Outcome
from interventions.messages.message import Message
from interventions.monitoring.seen import SeenReferral


class DeliveryReceipt(Message):
    """The carrier says whether a text arrived."""

    key: str
    arrived: bool


class ErrandReported(Message):
    """An errand came back. Said by the shell, with the carrier's answer."""

    key: str
    outcome: Outcome


class MonitoringShown(Message):
    """Somebody looked, and R&M shows this of the referral now."""

    seen: SeenReferral
