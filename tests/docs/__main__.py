"""Rewrite the generated parts of the pages in docs: `make docs`."""

from tests.docs.figures_page import FIGURES
from tests.docs.figures_page import SECTIONS as MEASURES
from tests.docs.generated import JOURNEY, SECTIONS, rewritten
from tests.docs.task_table import SECTIONS as ASKED
from tests.docs.task_table import TASKS

if __name__ == "__main__":
    for page, sections in ((JOURNEY, SECTIONS), (FIGURES, MEASURES), (TASKS, ASKED)):
        page.write_text(rewritten(page.read_text("utf-8"), sections), "utf-8")
