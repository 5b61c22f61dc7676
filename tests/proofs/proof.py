"""Every proof by its name."""

from collections.abc import Callable

from tests.proofs.calendar_oracle import calendar_oracle

Proof = Callable[[], tuple[int, int]]

PROOFS: dict[str, Proof] = {"calendar_oracle": calendar_oracle}
