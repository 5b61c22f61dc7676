"""The filters templates may use: types into the words of a person, in the language of the template."""

from base64 import b64encode
from collections.abc import Callable, Mapping
from datetime import date

from gateways import spoken_welsh as welsh
from gateways.timetable import weeks
from interventions.days.london import london_date, spoken_date, spoken_moment, spoken_time
from interventions.vocabulary import Achievement, ContactType, Language
from interventions.words.correspondence import DoseLine

CONTACT = {
    ContactType.PHONE: "by phone",
    ContactType.VIRTUAL: "online",
    ContactType.FACE_TO_FACE: "in person",
    ContactType.GROUP_WORK: "in a group",
}
ACHIEVEMENT = {
    Achievement.ACHIEVED: "Achieved",
    Achievement.PARTIALLY_ACHIEVED: "Partially achieved",
    Achievement.NOT_ACHIEVED: "Not achieved",
}
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def spoken_contact(contact: ContactType) -> str:
    """How two people meet, at the end of a sentence: "in person"."""
    return CONTACT[contact]


def spoken_achievement(achievement: Achievement) -> str:
    """How far an outcome was reached: "Partially achieved"."""
    return ACHIEVEMENT[achievement]


def spoken_length(minutes: int) -> str:
    """How long a meeting takes: "45 minutes", "1 hour", "1 hour 30 minutes"."""
    hours, rest = divmod(minutes, 60)
    words = [f"{hours} hour{'' if hours == 1 else 's'}"] if hours else []
    words += [f"{rest} minute{'' if rest == 1 else 's'}"] if rest or not hours else []
    return " ".join(words)


def spoken_day(day: date) -> str:
    """A day without its year: "10 March"."""
    return f"{day.day} {day:%B}"


def spoken_amount(dose: DoseLine) -> str:
    """How much: "5 sessions"."""
    return dose.amount


def spoken_pace(dose: DoseLine) -> str:
    """How often: "once a week", or nothing where the plan does not say."""
    return dose.frequency


def weekdays(_: object = None) -> tuple[str, ...]:
    """The days of the week in three letters, from Monday."""
    return WEEKDAYS


def sentence(words: str) -> str:
    """The words with a capital first letter, and every other letter as it was."""
    return words[:1].upper() + words[1:]


def picture(svg: str) -> str:
    """An SVG drawing as an address that holds it, so that nothing is fetched."""
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"


Filter = Callable[..., object]
COMMON: dict[str, Filter] = {
    "london_date": london_date,
    "sentence": sentence,
    "picture": picture,
    "weeks": weeks,
}
FILTERS: Mapping[Language, dict[str, Filter]] = {
    Language.ENGLISH: COMMON
    | {
        "spoken_date": spoken_date,
        "spoken_day": spoken_day,
        "spoken_time": spoken_time,
        "spoken_moment": spoken_moment,
        "spoken_contact": spoken_contact,
        "spoken_achievement": spoken_achievement,
        "spoken_length": spoken_length,
        "spoken_amount": spoken_amount,
        "spoken_pace": spoken_pace,
        "weekdays": weekdays,
    },
    Language.WELSH: COMMON
    | {
        "spoken_date": welsh.spoken_date,
        "spoken_day": welsh.spoken_day,
        "spoken_time": welsh.spoken_time,
        "spoken_moment": welsh.spoken_moment,
        "spoken_contact": welsh.spoken_contact,
        "spoken_achievement": welsh.spoken_achievement,
        "spoken_length": welsh.spoken_length,
        "spoken_amount": welsh.spoken_amount,
        "spoken_pace": welsh.spoken_pace,
        "weekdays": welsh.weekdays,
    },
}
# A text has no letters with a roof on in its alphabet, so some Welsh words are said another way there.
TEXTED: Mapping[Language, dict[str, Filter]] = {
    Language.ENGLISH: FILTERS[Language.ENGLISH],
    Language.WELSH: FILTERS[Language.WELSH] | {"spoken_contact": welsh.texted_contact},
}
