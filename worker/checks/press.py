"""The press: whether this machine can print letters."""

from typing import Literal

from gateways.press import MISSING, REMEDY, PressMissing, loaded
from worker.checks.finding import Finding


def press(print_as: str) -> Finding:
    """Whether Pango is here, if letters are to be PDFs; a worker that prints nothing does without."""
    if print_as == "html":
        return Finding("press", "ok", "not wanted: letters are kept as pages (THROUGHLINE_PRINT_AS)")
    try:
        loaded()
    except PressMissing:
        return Finding("press", "failed", MISSING, REMEDY)
    return Finding("press", "ok", "letters are printed as PDF")


def best_print() -> Literal["pdf", "html"]:
    """How letters can be printed here: "pdf", or "html" where there is no Pango."""
    return "pdf" if press("pdf").ok == "ok" else "html"
