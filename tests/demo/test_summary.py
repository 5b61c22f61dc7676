"""The demo's last table reads well on a narrow screen, on a wide one and in a file."""

from uuid import uuid4

import pytest
from rich.console import Console

from demo.live_display import Person
from demo.summary import COUNTED, table
from interventions.end_of_service import Conclusion

PEOPLE = [Person("Winston Achebe-Marsh", "Lifestyle medium"), Person("Ross Pemberley", "Family high")]


def a_conclusion() -> Conclusion:
    return Conclusion.model_validate(
        {
            "referral_id": uuid4(),
            "pathways": ["lifestyle-and-associates"],
            "complexities": ["medium"],
            "ending": "completed",
            "sessions_planned": 20,
            "sessions_held": 20,
            "minutes_delivered": {"lifestyle-and-associates": 1200},
            "texts": 13,
            "letters": 3,
            "documents": 1,
            "outcomes": {},
            "tasks_open": 0,
            "facts": 100,
            "clocks": [{"name": f"update/{n}", "due": "", "state": "met"} for n in range(29)],
        }
    )


def shown(width: int) -> list[str]:
    console = Console(width=width, highlight=False)
    with console.capture() as screen:
        console.print(table(PEOPLE, [a_conclusion() for _ in PEOPLE], width))
    return screen.get().splitlines()


@pytest.mark.parametrize("width", [80, 100, 110, 111, 120, 200])
def test_no_word_is_broken_and_no_line_too_long(width: int) -> None:
    lines = shown(width)
    words = "\n".join(lines).split()
    assert max(map(len, lines)) <= width
    for whole in ("Winston", "Achebe-Marsh", "Lifestyle", "medium", "completed", *" ".join(COUNTED).split()):
        assert whole in words
    assert sum("20 of 20" in line and "29 of 29" in line and "1200" in line for line in lines) == 2


def test_with_room_a_person_is_a_line() -> None:
    assert any("Winston Achebe-Marsh" in line and "Lifestyle medium" in line for line in shown(120))
    assert not any("Winston Achebe-Marsh" in line and "Lifestyle medium" in line for line in shown(80))
