"""What a session may be about and in what company: consents, groups, hours, pace."""
# ruff: noqa: E501 (a table reads a line an example)

from collections.abc import Callable

import pytest

from interventions.case import Case
from interventions.messages import Book, Message
from interventions.referral import Unavailable
from interventions.vocabulary import Stage
from tests.builders import a_case_at, facts_of, names, refusal, told
from tests.interventions.lives import after
from tests.sayings import a_booking, an_amendment, decision

ON_MONDAYS = (Unavailable(weekday=0),)
AT_NOON = (Unavailable(starts="12:00", ends="13:00"),)
AT_NIGHT = (Unavailable(starts="22:00", ends="06:00"),)


def delivering(example: str = "family-high") -> Case:
    """session-1 is booked for Wednesday 10 June at 10am."""
    return a_case_at(Stage.DELIVERY, example)


def unavailable(times: tuple[Unavailable, ...]) -> Case:
    return told(delivering("lifestyle-low"), an_amendment(unavailable_times=times))


def decided(*modules: str, example: str = "family-high") -> Case:
    return after(delivering(example), *(decision(module) for module in modules))


def about(*modules: str, starts_at: str = "2026-06-16T10:00", reason: str = "") -> Book:
    return a_booking(starts_at, modules=modules, reason=reason)


def in_a_group(*modules: str, reason: str = "") -> Book:
    return a_booking("2026-06-16T10:00", contact="group-work", modules=modules, reason=reason)


OTHERS = ("family-meetings", "step-back", "domestic-violence-prevention")

# fmt: off
REFUSED = [
    *(pytest.param(delivering, about(key, reason="they want it"), None, "others-take-part", "modules", id=f"{key}: nobody asked the others") for key in OTHERS),
    *(pytest.param(lambda key=key: decided(f"consent/{key}"), about(key), None, "others-take-part", "modules", id=f"{key}: no risk check") for key in OTHERS),
    *(pytest.param(lambda key=key: decided(f"risk/{key}"), about(key), None, "others-take-part", "modules", id=f"{key}: no consent") for key in OTHERS),
    pytest.param(lambda: after(decided("risk/step-back", "consent/step-back"), decision("consent/step-back", False)), about("step-back"), None, "others-take-part", "modules", id="consent taken back"),
    pytest.param(lambda: delivering("family-low"), about("step-back", starts_at="2026-07-18T10:00", reason="they want it"), None, "others-take-part", "modules", id="off the menu, with a reason, and nobody asked the others"),
    pytest.param(delivering, in_a_group(), None, "no-risk-sign-off", "contact", id="a group nobody signed off"),
    pytest.param(lambda: after(decided("group-risk"), decision("group-risk", False)), in_a_group(reason="wants it"), None, "no-risk-sign-off", "contact", id="a group sign-off taken back"),
    pytest.param(lambda: decided("peer-mentor", example="lifestyle-high"), in_a_group("peer-mentor"), None, "no-risk-sign-off", "contact", id="a peer mentor is a group too"),
    pytest.param(lambda: decided("group-risk", example="lifestyle-high"), in_a_group(reason="wants it"), None, "wrong-format", "contact", id="a group at high, signed off"),
    pytest.param(lambda: unavailable(ON_MONDAYS), a_booking("2026-06-15T10:00"), None, "unavailable", "starts_at", id="on a day they can't come"),
    pytest.param(lambda: unavailable(AT_NOON), a_booking("2026-06-16T12:30"), None, "unavailable", "starts_at", id="at an hour they can't come"),
    pytest.param(lambda: unavailable(AT_NOON), a_booking("2026-06-16T11:30"), None, "unavailable", "starts_at", id="running into an hour they can't come"),
    pytest.param(lambda: unavailable(AT_NIGHT), a_booking("2026-06-16T05:00"), None, "unavailable", "starts_at", id="in a night that goes over midnight"),
    pytest.param(lambda: delivering("lifestyle-low"), a_booking("2026-05-31T10:00", record={"by": "sam", "attended": "no"}), None, "before-the-referral", "starts_at", id="a meeting before the referral"),
    pytest.param(lambda: delivering("lifestyle-low"), a_booking("2026-06-16T10:00", record={"by": "sam", "attended": "no"}), None, "not-yet", "record", id="the record of a meeting to come"),
]
# fmt: on


@pytest.mark.parametrize(("case", "message", "when", "rule", "field"), REFUSED)
def test_a_date_does_not_fit(
    case: Callable[[], Case], message: Message, when: None, rule: str, field: str
) -> None:
    no = refusal(case(), message, when)
    assert (no.rule, no.field) == (rule, field)


@pytest.mark.parametrize(
    ("case", "message"),
    [
        *(
            pytest.param(lambda key=key: decided(f"consent/{key}", f"risk/{key}"), about(key), id=key)
            for key in OTHERS
        ),
        pytest.param(lambda: decided("group-risk"), in_a_group(), id="a group that was signed off"),
        pytest.param(
            lambda: decided("group-risk", "peer-mentor", example="lifestyle-high"),
            in_a_group("peer-mentor"),
            id="the peer mentor at high, twice decided",
        ),
        pytest.param(
            lambda: unavailable(ON_MONDAYS), a_booking("2026-06-16T10:00"), id="on a day they can come"
        ),
        pytest.param(
            lambda: unavailable(ON_MONDAYS),
            a_booking("2026-06-15T10:00", reason="asked for it"),
            id="on a day they can't, with a reason",
        ),
        pytest.param(lambda: unavailable(AT_NOON), a_booking("2026-06-16T13:00"), id="as soon as they can"),
        pytest.param(lambda: unavailable(AT_NOON), a_booking("2026-06-16T11:00"), id="until they can't"),
        pytest.param(
            lambda: delivering("lifestyle-low"),
            a_booking("2026-06-05T10:00", record={"by": "sam", "attended": "no"}),
            id="a meeting that nobody had booked",
        ),
    ],
)
def test_a_date_fits(case: Callable[[], Case], message: Book) -> None:
    assert "AppointmentBooked" in names(facts_of(case(), message))


def test_a_week_is_a_week_on_the_wall_when_the_clocks_go_back() -> None:
    """Two a week: Thursday and Friday before the change, and the Thursday after at the same wall time."""
    case = a_case_at(Stage.DELIVERY, "lifestyle-low", sent="2026-10-12T10:00")
    (first,) = case.live
    moved = a_booking("2026-10-23T10:00", slot=first.slot, moved_by="provider", reason="ill")
    case = told(told(case, moved), a_booking("2026-10-24T10:00"))
    assert names(facts_of(case, a_booking("2026-10-30T10:00"))) == ["AppointmentBooked"]
    assert refusal(case, a_booking("2026-10-30T09:59")).rule == "too-often"


def test_a_meeting_nobody_had_booked_is_on_record_with_its_late_update() -> None:
    late = a_booking("2026-06-05T10:00", record={"by": "sam", "attended": "no"})
    assert names(facts_of(delivering("lifestyle-low"), late))[:2] == ["AppointmentBooked", "ContactRecorded"]
