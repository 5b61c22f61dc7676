"""One update for each thing people say and one signal for each thing the world says, from the core's tables.

The table is the core's (`interventions.messages`), so a new message needs no line here.
"""

from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from pydantic import ValidationError
from pydantic_core import to_json
from temporalio import workflow
from temporalio.exceptions import ApplicationError

from interventions.illegible import illegible
from interventions.messages import SIGNALS, UPDATES, Message
from workflows.contract import Receipt


class Listener(Protocol):
    """A workflow that can be spoken to."""

    def hear(self, message: Message) -> Receipt: ...
    def check(self, message: Message) -> None: ...
    def hear_outside(self, message: Message) -> None: ...


Shell = TypeVar("Shell", bound=type[Listener])


def hears_everything(shell: Shell) -> Shell:
    """Give the workflow class its handlers, named and described as in the core."""
    for name, message in UPDATES.items():
        setattr(shell, name, _update(name, message))
    for name, outside in SIGNALS.items():
        setattr(shell, name, _signal(name, outside))
    return shell


def _first_line(message: type[Message]) -> str:
    return (message.__doc__ or "").strip().splitlines()[0]


def _update(name: str, message: type[Message]) -> Callable[..., Any]:
    """Whoever speaks is told of a misspelt field; what was accepted is read tolerantly ever after."""

    def hear(self: Listener, said: Any = None) -> Receipt:
        return self.hear(message.model_validate_json(to_json(said)))

    def check(self: Listener, said: Any = None) -> None:
        try:
            typed = message.model_validate_json(to_json(said or {}), extra="forbid")
        except ValidationError as error:
            no = illegible(error)
            raise ApplicationError(str(no), no.in_json(), type=no.rule, non_retryable=True) from None
        self.check(typed)

    hear.__annotations__ = {"said": Any, "return": Receipt}
    check.__annotations__ = {"said": Any, "return": None}
    handler = workflow.update(name=name, description=_first_line(message))(hear)
    handler.validator(check)
    return handler


def _signal(name: str, message: type[Message]) -> Callable[..., Any]:
    def hear(self: Listener, said: Message) -> None:
        self.hear_outside(said)

    hear.__annotations__ = {"said": message, "return": None}
    return workflow.signal(name=name, description=_first_line(message))(hear)
