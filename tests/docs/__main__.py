"""Rewrite the generated parts of docs/journey.md and docs/figures.md: `make docs`."""

from tests.docs.figures_page import FIGURES
from tests.docs.figures_page import SECTIONS as MEASURES
from tests.docs.generated import JOURNEY, SECTIONS, rewritten

if __name__ == "__main__":
    for page, sections in ((JOURNEY, SECTIONS), (FIGURES, MEASURES)):
        page.write_text(rewritten(page.read_text("utf-8"), sections), "utf-8")
