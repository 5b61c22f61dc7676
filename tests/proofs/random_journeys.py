"""Random journeys on the core, everything looked at after each step; the seed is printed."""

import os
from concurrent.futures import ProcessPoolExecutor
from random import SystemRandom

from rich.console import Console

from tests.interventions.journeys import a_journey

JOURNEYS = 20_000
SHARE = 250


def random_journeys() -> tuple[int, int]:
    """20,000 random journeys: dates, dose, clocks, contact, agenda, endings, the case from its facts.

    The first seed is a fresh one, and printed; SEED=n walks the same journeys again.
    """
    out = Console(highlight=False, soft_wrap=True)
    first = int(os.environ.get("SEED") or SystemRandom().randrange(10**9))
    out.print(f"random_journeys: seeds {first} to {first + JOURNEYS - 1} (SEED={first} for the same again)")
    with ProcessPoolExecutor() as hands:
        shares = hands.map(_broken, range(first, first + JOURNEYS, SHARE))
        broken = [line for share in shares for line in share]
    for line in broken[:20]:
        out.print(line)
    return JOURNEYS, len(broken)


def _broken(first: int) -> list[str]:
    """What did not hold, a line for each journey that broke; `a_journey(seed)` walks it again."""
    lines = []
    for seed in range(first, first + SHARE):
        try:
            a_journey(seed)
        except Exception as why:  # noqa: BLE001 (whatever goes wrong is a violation)
            lines.append(f"seed {seed}: {type(why).__name__}: {str(why)[:200]}")
    return lines
