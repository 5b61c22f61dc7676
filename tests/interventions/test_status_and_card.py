"""What operators see: status, attributes and card at every stage."""

from collections.abc import Callable

import pytest

from interventions.case import Case
from interventions.messages import DeliveryReceipt, ErrandReported, SubmitPlan
from interventions.participant import ContactSheet
from interventions.views.card import card, summary
from interventions.views.status import attention, attributes, awaiting, status, timeline
from interventions.vocabulary import ClockState, Provider, Stage
from interventions.words.correspondence import Outcome
from tests.builders import a_case, a_case_at, a_plan, a_referral, asleep_until, left_until, told
from tests.sayings import WORKER, a_booking, a_record, allocation, at, nobody_came

REMINDER = "reminder/session-1/1"


CARD_SAYS = {
    "allocation": ": waiting for a caseworker",
    "appointment": ": waiting for an appointment to come",
    "booking": ": waiting for the next appointment to be booked",
    "plan": ": waiting for the action plan",
    "approval": ": waiting for the practitioner's decision on the plan",
    "report": ": waiting for the end-of-service report",
    "nothing": "### Completed",
}


def submitted() -> Case:
    case = a_case_at(Stage.ACTION_PLAN)
    return told(case, SubmitPlan(by=WORKER, plan=a_plan(case)), "2026-06-05T10:00")


def assessment_booked() -> Case:
    return told(a_case_at(Stage.ASSESSMENT), a_booking("2026-06-04T10:00"))


def nothing_booked() -> Case:
    return told(a_case_at(Stage.DELIVERY), a_record(), "2026-06-10T11:15")


def unsafe() -> Case:
    return told(a_case(a_referral(contact=ContactSheet())), allocation())


def unsent() -> Case:
    reminded = left_until(a_case_at(Stage.DELIVERY), "2026-06-09T10:00")
    return told(reminded, ErrandReported(key=REMINDER, outcome=Outcome(result="refused", why="opted-out")))


@pytest.mark.parametrize(
    ("case", "waits_for"),
    [
        pytest.param(a_case, "allocation", id="received"),
        pytest.param(lambda: a_case_at(Stage.ASSESSMENT), "booking", id="allocated"),
        pytest.param(assessment_booked, "appointment", id="the assessment is booked"),
        pytest.param(lambda: a_case_at(Stage.ACTION_PLAN), "plan", id="assessed"),
        pytest.param(submitted, "approval", id="the plan lies with the practitioner"),
        pytest.param(lambda: a_case_at(Stage.DELIVERY), "appointment", id="a session is booked"),
        pytest.param(nothing_booked, "booking", id="no session is booked"),
        pytest.param(lambda: a_case_at(Stage.FINAL_SESSION), "appointment", id="the final session is booked"),
        pytest.param(lambda: a_case_at(Stage.END_OF_SERVICE), "report", id="all is held"),
        pytest.param(lambda: a_case_at(Stage.CLOSED), "nothing", id="closed"),
    ],
)
def test_what_the_journey_waits_for(case: Callable[[], Case], waits_for: str) -> None:
    assert awaiting(case()) == attributes(case()).awaiting == status(case()).awaiting == waits_for
    assert card(case()).splitlines()[0].endswith(CARD_SAYS[waits_for])


@pytest.mark.parametrize(
    ("case", "why"),
    [
        pytest.param(a_case, "none", id="all is well"),
        pytest.param(lambda: left_until(a_case(), "2026-06-04T00:00"), "breached", id="a clock is broken"),
        pytest.param(unsent, "sending", id="a text could not be sent"),
        pytest.param(unsafe, "contact", id="nobody knows how to reach them"),
        pytest.param(
            lambda: told(a_case_at(Stage.DELIVERY), a_record(concerns="x"), "2026-06-10T11:00"),
            "urgent",
            id="a concern",
        ),
        pytest.param(
            lambda: left_until(a_case_at(Stage.ACTION_PLAN), "2026-06-10T09:00"), "clock", id="a warning"
        ),
        pytest.param(submitted, "task", id="a plan to decide on"),
    ],
)
def test_why_somebody_should_look(case: Callable[[], Case], why: str) -> None:
    assert attention(case()) == attributes(case()).attention == why


@pytest.mark.parametrize(
    ("example", "providers"),
    [
        pytest.param("lifestyle-low", (Provider.INTERVENTIONS_ALLIANCE,), id="lifestyle"),
        pytest.param("family-low", (Provider.FORWARD_TRUST,), id="family"),
        pytest.param("both-pathways", (Provider.FORWARD_TRUST, Provider.INTERVENTIONS_ALLIANCE), id="both"),
    ],
)
def test_the_row_in_the_list_of_workflows(example: str, providers: tuple[Provider, ...]) -> None:
    row = attributes(a_case_at(Stage.DELIVERY, example))
    assert (row.stage, row.providers, row.breached) == (Stage.DELIVERY, providers, False)
    assert row.next_due == at("2026-06-09T10:00")
    assert row.clock_due == at("2026-06-11T00:00")
    assert row.sessions_left == {"lifestyle-low": 5, "family-low": 5, "both-pathways": 13}[example]
    closed = attributes(a_case_at(Stage.CLOSED, example))
    assert (closed.next_due, closed.clock_due, closed.sessions_left) == (None, None, 0)


def test_a_status_counts_what_was_promised_held_and_sent() -> None:
    case = left_until(a_case_at(Stage.DELIVERY, held=2), "2026-06-23T10:00")
    shown = status(case)
    assert (shown.sessions_planned, shown.sessions_held, shown.minutes) == (5, 2, 120)
    assert (shown.texts, shown.letters, shown.documents) == (0, 0, 0)
    assert shown.last_word == "text reminder/session-3/1 requested"
    for key in list(case.outbox):
        case = told(case, ErrandReported(key=key, outcome=Outcome(result="accepted", reference="1")))
    case = told(case, DeliveryReceipt(key="reminder/session-3/1", arrived=True))
    shown = status(case)
    assert (shown.texts, shown.letters, shown.documents) == (4, 2, 0)
    assert shown.last_word == "text reminder/session-3/1 delivered"
    assert shown.facts == len(timeline(case)) == case.sequence


def test_a_status_shows_every_clock_with_its_last_day_in_time() -> None:
    case = told(left_until(a_case_at(Stage.ASSESSMENT), "2026-06-16T00:00"), a_booking("2026-06-17T10:00"))
    shown = {view.name: view for view in status(case).clocks}
    assert (shown["assessment"].due, shown["assessment"].state) == (
        "Monday 15 June 2026",
        ClockState.BREACHED,
    )
    assert shown["assessment"].cause == "not-booked"
    assert shown["allocation"].state is ClockState.MET


def test_the_card_says_what_comes_next_and_hides_what_was_kept() -> None:
    text = card(a_case_at(Stage.DELIVERY))
    assert text.startswith("### Delivery: waiting for an appointment to come\n")
    assert "\nNext by itself: text reminder for session 1, Tuesday 9 June at 10am\n" in text
    assert "\n- **session 1**: Wednesday 10 June at 10am, face-to-face\n" in text
    assert "same-day record" not in text, "the date itself is shown"
    assert "\n- Lifestyle and associates: 0 of 5 sessions\n" in text
    assert "Late" not in text
    assert "allocation" not in text


def test_the_card_shows_the_deadlines_that_lie_ahead() -> None:
    ahead = "- **date for the assessment**: Thu 4 Jun 2026\n- **assessment**: Mon 15 Jun 2026\n"
    assert f"\n**Deadlines**\n\n{ahead}" in card(a_case_at(Stage.ASSESSMENT))


def test_what_is_due_within_the_hour_says_so() -> None:
    text = card(told(a_case_at(Stage.DELIVERY), a_record(concerns="x"), "2026-06-10T11:00"))
    assert "\n- **probation practitioner**, by 12 noon on Wed 10 Jun 2026: A concern was recorded" in text


def test_a_closed_card_says_how_it_ended_and_what_was_given() -> None:
    assert card(a_case_at(Stage.CLOSED)) == (
        "### Completed\n\n**Dose**\n\n- Lifestyle and associates: 5 of 5 sessions\n"
    )


def test_the_card_shows_a_broken_clock_and_its_task() -> None:
    text = card(
        asleep_until(told(a_case_at(Stage.DELIVERY), nobody_came(), "2026-06-10T11:00"), "2026-06-13T00:00")
    )
    assert text.split("\n\n")[1:3] == ["**Late**", "- **next booking**: due Fri 12 Jun 2026 (not booked)"]
    assert "\n- **operations**, by Tue 16 Jun 2026: Deadline missed: next session booked within 2" in text
    assert "working days (not booked) (`breached/next-session/1`)\n" in text


def test_the_summary_is_which_service_at_which_complexity() -> None:
    assert summary(a_referral("both-pathways")) == (
        "Lifestyle and associates, medium + Family and significant others, low"
    )
