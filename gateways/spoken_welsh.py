"""Welsh words for dates, times and types. A Welsh reader is to approve them before they are used.

Days and months are the 19 words of the civil calendar (reliability brief 3). Nouns stay singular after a
number, as Welsh has it. `dydd` softens to `ddydd` where it means "on": templates write the first d.
"""

from datetime import date, datetime

from interventions.days.london import LONDON, london_date
from interventions.vocabulary import Achievement, ContactType, Unit
from interventions.words.correspondence import DoseLine

DAYS = ("Llun", "Mawrth", "Mercher", "Iau", "Gwener", "Sadwrn", "Sul")
SHORT_DAYS = ("Llun", "Maw", "Mer", "Iau", "Gwe", "Sad", "Sul")
MONTHS = (
    *("Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin"),
    *("Gorffennaf", "Awst", "Medi", "Hydref", "Tachwedd", "Rhagfyr"),
)
CONTACT = {
    ContactType.PHONE: "dros y ffôn",
    ContactType.VIRTUAL: "ar-lein",
    ContactType.FACE_TO_FACE: "wyneb yn wyneb",
    ContactType.GROUP_WORK: "mewn grŵp",
}
TEXTED_CONTACT = CONTACT | {ContactType.PHONE: "trwy ffonio", ContactType.GROUP_WORK: "gydag eraill"}
ACHIEVEMENT = {
    Achievement.ACHIEVED: "Cyflawnwyd",
    Achievement.PARTIALLY_ACHIEVED: "Cyflawnwyd yn rhannol",
    Achievement.NOT_ACHIEVED: "Ni chyflawnwyd",
}
TIMES = {1: "unwaith", 2: "dwywaith"}
PERIODS = {"week": "yr wythnos", "fortnight": "bob pythefnos", "month": "y mis"}


def spoken_day(day: date) -> str:
    """A day without its year: "10 Mawrth"."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def spoken_date(day: date) -> str:
    """A date as written to a person: "dydd Llun 20 Ebrill 2026"."""
    return f"dydd {DAYS[day.weekday()]} {spoken_day(day)} {day.year}"


def spoken_time(instant: datetime) -> str:
    """London time as written to a person: "9:30yb", "2yp", "12 hanner dydd", "12 hanner nos"."""
    at = instant.astimezone(LONDON).time()
    if (at.hour, at.minute) in {(0, 0), (12, 0)}:
        return "12 hanner dydd" if at.hour else "12 hanner nos"
    minutes = f":{at.minute:02}" if at.minute else ""
    return f"{at.hour % 12 or 12}{minutes}{'yb' if at.hour < 12 else 'yp'}"


def spoken_moment(instant: datetime) -> str:
    """A London day and time as written to a person: "dydd Llun 20 Ebrill am 9:30yb"."""
    day = london_date(instant)
    return f"dydd {DAYS[day.weekday()]} {spoken_day(day)} am {spoken_time(instant)}"


def spoken_contact(contact: ContactType) -> str:
    """How two people meet, at the end of a sentence: "wyneb yn wyneb"."""
    return CONTACT[contact]


def texted_contact(contact: ContactType) -> str:
    """The same in letters that a text's alphabet has."""
    return TEXTED_CONTACT[contact]


def spoken_achievement(achievement: Achievement) -> str:
    """How far an outcome was reached: "Cyflawnwyd yn rhannol"."""
    return ACHIEVEMENT[achievement]


def spoken_length(minutes: int) -> str:
    """How long a meeting takes: "45 munud", "1 awr", "1 awr 30 munud"."""
    hours, rest = divmod(minutes, 60)
    words = [f"{hours} awr"] if hours else []
    words += [f"{rest} munud"] if rest or not hours else []
    return " ".join(words)


def spoken_amount(dose: DoseLine) -> str:
    """How much: "5 sesiwn", "12 awr"; as it was written where an older plan has no number."""
    match dose.unit:
        case Unit.SESSIONS:
            return f"{dose.number} sesiwn"
        case Unit.MINUTES:
            return spoken_length(dose.number)
        case _:
            return dose.amount


def spoken_pace(dose: DoseLine) -> str:
    """How often: "unwaith yr wythnos"; as it was written where an older plan has no number."""
    if dose.times is None or dose.period not in PERIODS:
        return dose.frequency
    return f"{TIMES.get(dose.times, f'{dose.times} gwaith')} {PERIODS[dose.period]}"


def weekdays(_: object = None) -> tuple[str, ...]:
    """The days of the week in short, from Monday."""
    return SHORT_DAYS
