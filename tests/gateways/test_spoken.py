"""Types in a person's words."""

import pytest

from gateways.spoken import ACHIEVEMENT, CONTACT, spoken_achievement, spoken_contact, spoken_length
from interventions.vocabulary import Achievement, ContactType


@pytest.mark.parametrize(
    ("contact", "words"),
    [
        (ContactType.PHONE, "by phone"),
        (ContactType.VIRTUAL, "online"),
        (ContactType.FACE_TO_FACE, "in person"),
        (ContactType.GROUP_WORK, "in a group"),
    ],
)
def test_how_two_people_meet(contact: ContactType, words: str) -> None:
    assert spoken_contact(contact) == words


@pytest.mark.parametrize(
    ("achievement", "words"),
    [
        (Achievement.ACHIEVED, "Achieved"),
        (Achievement.PARTIALLY_ACHIEVED, "Partially achieved"),
        (Achievement.NOT_ACHIEVED, "Not achieved"),
    ],
)
def test_how_far_an_outcome_was_reached(achievement: Achievement, words: str) -> None:
    assert spoken_achievement(achievement) == words


def test_there_are_words_for_every_value() -> None:
    assert set(CONTACT) == set(ContactType)
    assert set(ACHIEVEMENT) == set(Achievement)


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (1, "1 minute"),
        (45, "45 minutes"),
        (60, "1 hour"),
        (61, "1 hour 1 minute"),
        (90, "1 hour 30 minutes"),
        (480, "8 hours"),
        (0, "0 minutes"),
    ],
)
def test_how_long_a_meeting_takes(minutes: int, words: str) -> None:
    assert spoken_length(minutes) == words
