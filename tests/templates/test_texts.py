"""Texts: one segment each, in London words, and nothing on a lock screen that tells a stranger anything."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateways.one_text import SEGMENT, septets
from gateways.wording import JinjaWording
from interventions.days.london import LONDON
from interventions.vocabulary import ContactType, Language
from interventions.words.correspondence import AssessmentReminder, EmergencyText, Saying, SessionReminder
from tests.templates.examples import IN_SUMMER, a_session_reminder, an_assessment_reminder
from tests.templates.words import (
    ABOUT_THE_LAW,
    ABOUT_THE_LAW_IN_WELSH,
    ABOUT_THE_SERVICE,
    CRN,
    LINK_OR_NUMBER,
    menu_titles,
    telling,
)

WORDING = JinjaWording()
ANSWERABLE = JinjaWording(can_be_answered=True)
TITLES = menu_titles()
KINDS = [AssessmentReminder, SessionReminder]
INSTANTS = st.datetimes(datetime(2024, 1, 1), datetime(2036, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001
SHAPE = re.compile(
    r"Reminder: (our first meeting is|we are meeting) on [A-Z][a-z]+day \d{1,2} [A-Z][a-z]+ "
    r"at (\d{1,2}(:\d\d)?[ap]m|12 noon|12 midnight), (by phone|online|in person|in a group)\. "
    r"If you cannot make it, please tell us as soon as you can\."
)
AROUND_BOTH_CLOCK_CHANGES = [
    change + timedelta(minutes=minutes)
    for change in (datetime(2026, 3, 29, 1, tzinfo=UTC), datetime(2026, 10, 25, 1, tzinfo=UTC))
    for minutes in range(-36 * 60, 36 * 60, 45)
]

# Every day of the week in every month, its number of two digits, at each kind of time: a random search
# seldom meets the longest (a Wednesday in July, at noon).
WHERE_WORDS_ARE_LONGEST = [
    datetime(2026, month, day, hour, minute, tzinfo=LONDON)
    for month in range(1, 13)
    for day in range(10, 17)
    for hour, minute in ((0, 0), (12, 0), (10, 30), (22, 30))
]


def written(saying: Saying) -> str:
    return WORDING.text(saying, Language.ENGLISH)


@pytest.mark.parametrize(
    ("saying", "words"),
    [
        pytest.param(
            a_session_reminder(),
            "Reminder: we are meeting on Tuesday 10 March at 2pm, in person. "
            "If you cannot make it, please tell us as soon as you can.",
            id="a session in winter",
        ),
        pytest.param(
            an_assessment_reminder(contact=ContactType.PHONE),
            "Reminder: our first meeting is on Tuesday 10 March at 2pm, by phone. "
            "If you cannot make it, please tell us as soon as you can.",
            id="the first meeting",
        ),
        pytest.param(
            a_session_reminder(starts_at=IN_SUMMER, contact=ContactType.GROUP_WORK),
            "Reminder: we are meeting on Tuesday 14 July at 9am, in a group. "
            "If you cannot make it, please tell us as soon as you can.",
            id="08:00 UTC in July is nine in London",
        ),
        pytest.param(
            a_session_reminder(starts_at=datetime(2026, 3, 29, 11, tzinfo=UTC), contact=ContactType.VIRTUAL),
            "Reminder: we are meeting on Sunday 29 March at 12 noon, online. "
            "If you cannot make it, please tell us as soon as you can.",
            id="the day the clocks go forward",
        ),
        pytest.param(
            a_session_reminder(starts_at=datetime(2026, 10, 25, 9, 30, tzinfo=UTC)),
            "Reminder: we are meeting on Sunday 25 October at 9:30am, in person. "
            "If you cannot make it, please tell us as soon as you can.",
            id="the day the clocks go back",
        ),
    ],
)
def test_a_text_reads(saying: Saying, words: str) -> None:
    assert written(saying) == words


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("contact", ContactType)
def test_every_text_is_whole_and_short_around_both_clock_changes(
    kind: type[AssessmentReminder | SessionReminder], contact: ContactType
) -> None:
    for starts_at in AROUND_BOTH_CLOCK_CHANGES:
        assert_fits_a_phone(written(kind(starts_at=starts_at, contact=contact)))


@given(kind=st.sampled_from(KINDS), contact=st.sampled_from(ContactType), starts_at=INSTANTS)
def test_every_text_is_whole_and_short_on_any_day(
    kind: type[AssessmentReminder | SessionReminder], contact: ContactType, starts_at: datetime
) -> None:
    assert_fits_a_phone(written(kind(starts_at=starts_at, contact=contact)))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("contact", ContactType)
def test_no_text_tells_a_stranger_anything(
    kind: type[AssessmentReminder | SessionReminder], contact: ContactType
) -> None:
    for starts_at in (IN_SUMMER, *AROUND_BOTH_CLOCK_CHANGES):
        words = written(kind(starts_at=starts_at, contact=contact))
        assert telling(words, ABOUT_THE_LAW + ABOUT_THE_SERVICE) == []
        assert not [title for title in TITLES if title in words.lower()]
        assert not CRN.search(words)
        assert not LINK_OR_NUMBER.search(words)


@pytest.mark.parametrize(
    ("saying", "words"),
    [
        pytest.param(
            a_session_reminder(),
            "Nodyn atgoffa: byddwn yn cwrdd ddydd Mawrth 10 Mawrth am 2yp, wyneb yn wyneb. "
            "Os na allwch ddod, rhowch wybod i ni cyn gynted ag y gallwch.",
            id="a session",
        ),
        pytest.param(
            an_assessment_reminder(starts_at=IN_SUMMER, contact=ContactType.PHONE),
            "Nodyn atgoffa: mae ein cyfarfod cyntaf ddydd Mawrth 14 Gorffennaf am 9yb, trwy ffonio. "
            "Os na allwch ddod, rhowch wybod cyn gynted ag y gallwch.",
            id="the first meeting",
        ),
    ],
)
def test_a_text_reads_in_welsh(saying: Saying, words: str) -> None:
    assert WORDING.text(saying, Language.WELSH) == words


@pytest.mark.parametrize(
    ("language", "words"),
    [
        pytest.param(
            Language.ENGLISH,
            "Reminder: we are meeting on Tuesday 10 March at 2pm, in person. "
            "Reply 1 to confirm. If you cannot come, reply 2 and we will ring you.",
            id="in English",
        ),
        pytest.param(
            Language.WELSH,
            "Nodyn atgoffa: byddwn yn cwrdd ddydd Mawrth 10 Mawrth am 2yp, wyneb yn wyneb. "
            "Atebwch 1 i gadarnhau, neu 2 os na allwch ddod.",
            id="in Welsh",
        ),
    ],
)
def test_where_an_answer_reaches_us_a_reminder_says_what_it_does(language: Language, words: str) -> None:
    assert ANSWERABLE.text(a_session_reminder(), language) == words


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("contact", ContactType)
@pytest.mark.parametrize("wording", [WORDING, ANSWERABLE], ids=["one way", "answerable"])
def test_the_longest_words_for_a_day_and_a_time_fit_too(
    wording: JinjaWording,
    kind: type[AssessmentReminder | SessionReminder],
    contact: ContactType,
    language: Language,
) -> None:
    for starts_at in WHERE_WORDS_ARE_LONGEST:
        words = wording.text(kind(starts_at=starts_at, contact=contact), language)
        assert (septets(words) or SEGMENT + 1) <= SEGMENT


@given(kind=st.sampled_from(KINDS), contact=st.sampled_from(ContactType), starts_at=INSTANTS)
def test_a_welsh_text_is_one_segment_too(
    kind: type[AssessmentReminder | SessionReminder], contact: ContactType, starts_at: datetime
) -> None:
    words = WORDING.text(kind(starts_at=starts_at, contact=contact), Language.WELSH)
    assert (septets(words) or SEGMENT + 1) <= SEGMENT
    assert telling(words, ABOUT_THE_LAW_IN_WELSH) == []


def test_the_emergency_text_says_where_help_is_and_nothing_about_anybody() -> None:
    words = written(EmergencyText())
    assert words == (
        "We may not see texts straight away. In danger now? Call 999. Health: 111. "
        "To talk, day or night: Samaritans, 116 123. We will be in touch."
    )
    assert (septets(words) or SEGMENT + 1) <= SEGMENT
    assert telling(words, ABOUT_THE_LAW + ABOUT_THE_SERVICE) == []


def assert_fits_a_phone(words: str) -> None:
    length = septets(words)
    assert length is not None
    assert length <= SEGMENT
    assert SHAPE.fullmatch(words)
