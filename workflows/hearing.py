"""One update for each thing people say and one signal for each thing the world says, from the core's tables.

The table is the core's (`interventions.messages`), so a new message needs no line here.
"""

from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from temporalio import workflow

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
    def hear(self: Listener, said: Message) -> Receipt:
        return self.hear(said)

    def check(self: Listener, said: Message) -> None:
        self.check(said)

    # Temporal decodes the argument by its annotation, which must be this message's own type.
    hear.__annotations__ = {"said": message, "return": Receipt}
    check.__annotations__ = {"said": message, "return": None}
    handler = workflow.update(name=name, description=_first_line(message))(hear)
    handler.validator(check)
    return handler


def _signal(name: str, message: type[Message]) -> Callable[..., Any]:
    def hear(self: Listener, said: Message) -> None:
        self.hear_outside(said)

    hear.__annotations__ = {"said": message, "return": None}
    return workflow.signal(name=name, description=_first_line(message))(hear)
