"""What every message has in common."""

from pydantic import Field

from interventions.message import Wire


class Message(Wire):
    """Something said."""


class Spoken(Message):
    """Something a person says, under their staff reference."""

    by: str = Field(min_length=1, description="staff reference of who says it")
