"""Run a proof by its name; its last line is `NAME: n cases, k violations`, and k > 0 is a failure."""

import os
import sys

from rich.console import Console

from tests.proofs.proof import PROOFS


def main(arguments: list[str]) -> int:
    """List the proofs, or run one."""
    out = Console(highlight=False, soft_wrap=True)
    if not arguments:
        for name, proof in PROOFS.items():
            out.print(f"  {name}: {(proof.__doc__ or '').splitlines()[0]}")
        return 0
    name = arguments[0]
    if name not in PROOFS:
        out.print(f"no proof is called {name}; there are: {', '.join(PROOFS)}")
        return 2
    cases, violations = PROOFS[name]()
    out.print(f"{name}: {cases} cases, {violations} violations")
    return 1 if violations else 0


if __name__ == "__main__":
    code = main(sys.argv[1:])
    sys.stdout.flush()
    sys.stderr.flush()
    # Threads of the Temporal client may outlive what they worked for, and now and then abort a Python that is
    # taking itself apart: the proof is over, and its result is not theirs to change.
    os._exit(code)
