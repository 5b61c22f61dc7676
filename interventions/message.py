"""The base of everything that crosses a wire or rests in a history."""

from pydantic import BaseModel, ConfigDict


class Wire(BaseModel):
    """Frozen, and tolerant of fields it does not know.

    A payload written by a newer release must still decode after a roll-back, so unknown fields are
    ignored and every field added later carries a default. Errors never repeat the input: it may be
    about a person (reliability brief, 2.5).
    """

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)


class Desk(Wire):
    """As somebody typed it: an unknown or misspelt key is an error, before anything starts."""

    model_config = ConfigDict(extra="forbid")
