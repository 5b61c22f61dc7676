"""The field's own words, as closed lists.

Values are what is stored and sent; they are never renamed, because histories outlive releases.
"""

from enum import StrEnum


class Pathway(StrEnum):
    """The commissioned service (R&M: service category)."""

    FAMILY = "family-and-significant-others"
    LIFESTYLE = "lifestyle-and-associates"


class Complexity(StrEnum):
    """How much support the probation practitioner asked for (R&M: complexity level)."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Provider(StrEnum):
    """Who delivers (seed footers; domain brief 1)."""

    INTERVENTIONS_ALLIANCE = "interventions-alliance"
    FORWARD_TRUST = "forward-trust"


class ContactType(StrEnum):
    """How two people meet (seeds, Action Plan: phone, virtual, face-to-face, group work)."""

    PHONE = "phone"
    VIRTUAL = "virtual"
    FACE_TO_FACE = "face-to-face"
    GROUP_WORK = "group-work"


IN_PERSON = (ContactType.FACE_TO_FACE, ContactType.GROUP_WORK)


class Channel(StrEnum):
    """A way of reaching the participant in writing."""

    TEXT = "text"
    LETTER = "letter"


class Attended(StrEnum):
    """Did the participant come (R&M: attended)."""

    YES = "yes"
    LATE = "late"
    NO = "no"


class NoSessionReason(StrEnum):
    """They came, and no session took place: whose doing was it (R&M: noSessionReasonType)."""

    ACCEPTABLE = "acceptable"
    UNACCEPTABLE = "unacceptable"
    LOGISTICS = "logistics"


class Achievement(StrEnum):
    """How far an outcome was reached (R&M: achievementLevel)."""

    ACHIEVED = "achieved"
    PARTIALLY_ACHIEVED = "partially-achieved"
    NOT_ACHIEVED = "not-achieved"


class ApprovalMode(StrEnum):
    """Who approves an action plan (domain brief 7.6, A19)."""

    EXTERNAL_PP = "external_pp"
    AUTO = "auto"


class MonitoringMode(StrEnum):
    """How R&M learns of what happens here (domain brief 0.5).

    "off": it is kept beside this service, by people. "tasks": each record is a task for a person to key in.
    "write": we write it, as the delegated user; what R&M refuses becomes a task.
    """

    OFF = "off"
    TASKS = "tasks"
    WRITE = "write"


# Who did it, where R&M says that it was done there and not by whom.
RM = "R&M"


class Stage(StrEnum):
    """Where the participant is on the journey (seeds: the headings of the service description)."""

    REFERRAL = "referral"
    ASSESSMENT = "assessment"
    ACTION_PLAN = "action-plan"
    DELIVERY = "delivery"
    FINAL_SESSION = "final-session"
    END_OF_SERVICE = "end-of-service"
    CLOSED = "closed"


class Ending(StrEnum):
    """How it ended (domain brief 2.3; R&M: deliveryState)."""

    COMPLETED = "completed"
    ENDED_EARLY = "ended-early"
    CANCELLED = "cancelled"


class WithdrawalCode(StrEnum):
    """Why a referral ended before its time: R&M's thirteen codes (domain brief 2.2)."""

    INELIGIBLE = "INE"
    MISTAKEN_OR_DUPLICATE = "MIS"
    NOT_ENGAGED = "NOT"
    NEEDS_MET_ELSEWHERE = "NEE"
    MOVED = "MOV"
    WORK_CARING_OR_SICKNESS = "WOR"
    DIED = "USE"
    ACQUITTED = "ACQ"
    RETURNED_TO_CUSTODY = "RET"
    SENTENCE_REVOKED = "SER"
    SENTENCE_EXPIRED = "SEE"
    COMPLETED_EARLY = "EAR"
    ANOTHER_REASON = "ANO"


class PauseReason(StrEnum):
    """Why the service waits."""

    ILLNESS = "illness"
    REMAND = "remand"
    COURT = "court"
    OTHER = "other"


class Role(StrEnum):
    """On whose behalf somebody acts, or who is asked to."""

    PROBATION_PRACTITIONER = "probation-practitioner"
    CASEWORKER = "caseworker"
    OPERATIONS = "operations"


class ClockState(StrEnum):
    """What became of a deadline. Exactly one holds at any time."""

    RUNNING = "running"
    BREACHED = "breached"
    MET = "met"
    MET_LATE = "met-late"
    STOPPED = "stopped"


class Unit(StrEnum):
    """What a dose is counted in: hours for family, sessions for lifestyle (domain brief 7.6, A5)."""

    MINUTES = "minutes"
    SESSIONS = "sessions"


class Language(StrEnum):
    """Which language the participant reads."""

    ENGLISH = "en"
    WELSH = "cy"


class ReplyKind(StrEnum):
    """What a participant's text asks for (`interventions.words.reply_words`)."""

    STOP = "stop"
    START = "start"
    CONFIRM = "confirm"
    CHANGE = "change"
    URGENT = "urgent"
    WRONG_PERSON = "wrong-person"
    OTHER = "other"


class TextsOff(StrEnum):
    """Why no text goes to a number any more."""

    STOPPED = "stopped"
    OPTED_OUT = "opted-out"
    NUMBER_BAD = "number-bad"
    WRONG_PERSON = "wrong-person"


class LetterFormat(StrEnum):
    """How a letter must look to be read by its reader."""

    STANDARD = "standard"
    LARGE_PRINT = "large-print"
    EASY_READ = "easy-read"
