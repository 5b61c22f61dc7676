"""Rewrite the generated parts of docs/journey.md: `make docs`."""

from tests.docs.generated import JOURNEY, rewritten

if __name__ == "__main__":
    JOURNEY.write_text(rewritten(JOURNEY.read_text("utf-8")), "utf-8")
