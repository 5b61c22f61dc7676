"""A carrier that follows the letter of one referral, and what it says of it when it is asked."""

from uuid import UUID

from demo.story import Story, parse_story
from gateways.in_memory import RememberedLetters
from interventions.words.correspondence import Outcome
from tests.stories.staging import YEARS_LATER

LETTER = "welcome/1"
NOT_POSTED = Outcome(result="did-not-arrive", why="validation-failed")

# It goes on when the date of the assessment is made: a letter holds up nothing.
HANDED_OVER = """
story     Their carrier took a letter and could not print it: the caseworker hands over a copy
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   then          letter welcome/1 accepted; no task undelivered/welcome/1
Tue 2 Jun 11:05    then          letter welcome/1 undelivered; task undelivered/welcome/1 for caseworker
                   caseworker    books Mon 8 Jun 14:00
                   then          date assessment; awaiting appointment
Wed 3 Jun 09:00    caseworker    closes task undelivered/welcome/1 because handed over a copy
                   then          no task undelivered/welcome/1
Sun 7 Jun 14:05    then          text reminder/assessment/1 accepted; letters 1
                   then          no task undelivered/*; no task unheard/*
"""


def a_story(text: str) -> Story:
    """The story in that text, in the years to come."""
    return parse_story(text, "followed-letters", YEARS_LATER)


def followed(referral_id: UUID, became: Outcome) -> RememberedLetters:
    """Takes every letter; of the referral's first it says what became of it."""
    return RememberedLetters(follows={f"{referral_id}/{LETTER}": became})
