"""The filters templates may use: types into the words of a person."""

from collections.abc import Callable

from interventions.london import london_date, spoken_date, spoken_moment, spoken_time
from interventions.vocabulary import Achievement, ContactType

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


FILTERS: dict[str, Callable[..., object]] = {
    "london_date": london_date,
    "spoken_date": spoken_date,
    "spoken_time": spoken_time,
    "spoken_moment": spoken_moment,
    "spoken_contact": spoken_contact,
    "spoken_achievement": spoken_achievement,
    "spoken_length": spoken_length,
}
