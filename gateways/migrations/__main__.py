"""Drafts the next step, from what the row classes have and no step makes yet: `make migration SAYS="..."`."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from gateways.sql_engine import open_engine
from gateways.sql_schema import STEPS, draft_step


def draft(says: str, steps: Path = STEPS) -> Path:
    """Draft the step that brings the newest schema to the row classes as they are now."""
    with TemporaryDirectory() as folder:
        engine = open_engine(f"sqlite:///{folder}/newest.db")
        try:
            return draft_step(engine, says, steps)
        finally:
            engine.dispose()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit('usage: python -m gateways.migrations "what the step adds"')
    sys.stdout.write(f"{draft(sys.argv[1]).name}: read it, and give it its sentence\n")
