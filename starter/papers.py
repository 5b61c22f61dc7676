"""What is typed after a verb but is more than a word: files, and times a participant can't come."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from interventions.end_of_service import EndOfServiceReport
from interventions.messages import Amend, Spoken, SubmitPlan, SubmitReport
from interventions.participant import ContactSheet
from interventions.promises.action_plan import ActionPlan
from starter.faults import read_paper
from starter.referral_form import contact_sheet
from starter.rm_referral import ContactForm
from starter.unavailable import NONE, times_off

Reader = Callable[[Any, str], object]


def read_typed(kind: type[Spoken], field: str, value: object) -> object:
    """The value of a message's field: read from its file, put into its shape, or as it was typed.

    Raises:
        Refusal: a file cannot be read, or what stands in it or was typed is wrong.
    """
    reader = READERS.get((kind, field))
    return reader(value, field) if reader else value


def _plan(file: str, field: str) -> ActionPlan:
    return read_paper(Path(file), ActionPlan, name=field)


def _report(file: str, field: str) -> EndOfServiceReport:
    return read_paper(Path(file), EndOfServiceReport, name=field)


def _sheet(file: str, field: str) -> ContactSheet:
    """As it stands in a referral: R&M's spelling, strict."""
    return contact_sheet(read_paper(Path(file), ContactForm, name=field))


def _staff(names: list[str], field: str) -> tuple[str, ...]:
    """Nobody is called "none": it lifts the restriction."""
    return () if list(names) == [NONE] else tuple(names)


READERS: dict[tuple[type[Spoken], str], Reader] = {
    (SubmitPlan, "plan"): _plan,
    (SubmitReport, "report"): _report,
    (Amend, "contact"): _sheet,
    (Amend, "unavailable_times"): times_off,
    (Amend, "restricted_to"): _staff,
}
