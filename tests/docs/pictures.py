"""Pictures of two papers for docs/pictures, a page each: `python -m tests.docs.pictures` (needs pdftoppm)."""

import subprocess
from datetime import date, time, timedelta
from pathlib import Path

from gateways.press import WeasyPress
from gateways.wording import JinjaWording
from interventions.days.london import at_london
from interventions.participant import Address
from interventions.vocabulary import ContactType, Language, LetterFormat
from interventions.words.correspondence import Envelope, Paper
from tests.templates.examples import a_date, a_plan_copy, a_target, an_appointment_letter

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
FIRST = date(2026, 3, 10)
HOME = Envelope(
    to="Callum Redfearn", address=Address(lines=("Flat 3", "12 Mill Lane", "Armley"), postcode="ZZ1 1ZZ")
)
HOUSE = ("Hope House", "4 Acacia Row", "01632 960 123")
LETTERHEAD = ("Your support team", *HOUSE)
IN_WELSH = {Language.WELSH: ("Eich tîm cymorth", *HOUSE)}
PLAN = a_plan_copy(
    targets=(
        a_target(),
        a_target(
            what="Ring the college about the Monday course",
            measure="Has a place, or is on the list",
            by=date(2026, 3, 27),
            outcome="Takes part in work or learning",
            owner="Callum and Priya",
        ),
    ),
    dates=tuple(
        a_date(
            starts_at=at_london(FIRST + timedelta(weeks=week), time(14)),
            contact=ContactType.PHONE if week == 1 else ContactType.FACE_TO_FACE,
            place="" if week == 1 else "Hope House",
        )
        for week in range(4)
    ),
)
PAPERS: dict[str, tuple[Paper, Language, LetterFormat]] = {
    "action-plan": (PLAN, Language.ENGLISH, LetterFormat.STANDARD),
    "appointment-large-print-welsh": (
        an_appointment_letter(first=True),
        Language.WELSH,
        LetterFormat.LARGE_PRINT,
    ),
}


def drawn(folder: Path) -> list[Path]:
    """Print them and turn every page into a PNG under `folder`; answers which."""
    press, wording = WeasyPress(), JinjaWording(letterhead=LETTERHEAD, letterheads=IN_WELSH)
    for name, (paper, language, form) in PAPERS.items():
        page = wording.paper(paper, language, form, envelope=HOME, on=date(2026, 3, 2))
        command = ["pdftoppm", "-r", "72", "-png", "-", str(folder / name)]
        subprocess.run(command, input=press.pdf(page), check=True)
    return sorted(path for name in PAPERS for path in folder.glob(f"{name}-*.png"))


if __name__ == "__main__":
    for picture in drawn(PICTURES):
        print(picture.name)  # noqa: T201
