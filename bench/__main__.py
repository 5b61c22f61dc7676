"""Run a benchmark by name: `python -m bench report`; without a name, say which there are."""

import sys

from bench import report, webhooks

BENCHMARKS = {"report": report.run, "webhooks": webhooks.run}


def main(words: list[str]) -> int:
    """Run the benchmark named; 2 where none is, or none of that name."""
    if not words or words[0] not in BENCHMARKS:
        sys.stdout.write("".join(f"  {name:10} {run.__doc__}\n" for name, run in BENCHMARKS.items()))
        return 2
    BENCHMARKS[words[0]](words[1:])
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
