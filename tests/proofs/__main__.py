"""Run a proof by its name; its last line is `NAME: n cases, k violations`, and k > 0 is a failure."""

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
    sys.exit(main(sys.argv[1:]))
