"""Leaving the norm: why a date moves opens no rule; who says why all the same does, and the fact names it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import pytest

from interventions.case import Case
from interventions.facts import AnyFact, AppointmentBooked
from interventions.figures.ending import ending_figures
from interventions.messages import ApprovePlan, Book, SubmitPlan
from interventions.promises.action_plan import PlannedDate
from interventions.referral import Unavailable
from interventions.views.status import timeline
from interventions.vocabulary import Stage
from tests.builders import a_case_at, a_plan, facts_of, names, refusal, told
from tests.sayings import PRACTITIONER, WORKER, a_booking, a_record, an_amendment, on

ED2, ED1 = 2, 1
WHY = "she asked for it herself"


def delivering(edition: int, example: str = "lifestyle-low") -> Case:
    """session-1 is booked for Wednesday 10 June at 10am."""
    return a_case_at(Stage.DELIVERY, example, edition=edition)


def busy_on_thursdays(edition: int) -> Case:
    return told(delivering(edition), an_amendment(unavailable_times=(Unavailable(weekday=3),)))


def two_this_week(edition: int) -> Case:
    """The third session of a pathway with two a week at most is booked for the week after."""
    case = told(delivering(edition), a_booking("2026-06-11T10:00"))
    return told(case, a_booking("2026-06-18T10:00"))


def one_day_left(edition: int) -> Case:
    """The order asks for one day, and has two sessions on it."""
    case = told(delivering(edition), an_amendment(maximum_enforceable_days=1))
    return told(case, a_booking("2026-06-10T14:00"))


def final_booked(edition: int) -> Case:
    return a_case_at(Stage.FINAL_SESSION, "family-low", edition=edition)


def a_week_after_the_first(edition: int) -> Case:
    """One or two sessions a week: the second is booked for the last day that is soon enough."""
    case = told(delivering(edition), a_record(), "2026-06-10T11:30")
    return told(case, a_booking("2026-06-17T16:00"))


@dataclass(frozen=True)
class Move:
    """A date that stands, and where somebody wants it, which a soft rule is against."""

    rule: str
    case: Callable[[int], Case]
    slot: str
    starts_at: str
    changes: dict[str, Any]

    def said(self, **more: Any) -> Book:
        usual = {"slot": self.slot, "moved_by": "provider", "reason": "the room is taken"}
        return a_booking(self.starts_at, **(usual | self.changes | more))


# fmt: off
MOVES = [
    Move("unavailable", busy_on_thursdays, "session-1", "2026-06-11T10:00", {}),
    Move("too-often", two_this_week, "session-3", "2026-06-12T10:00", {}),
    Move("beyond-enforceable-days", one_day_left, "session-2", "2026-06-17T10:00", {}),
    Move("not-on-menu", delivering, "session-1", "2026-06-11T10:00", {"modules": ("juggling",)}),
    Move("wrong-format", partial(delivering, example="family-low"), "session-1", "2026-06-11T10:00", {"modules": ("activity-workshop",)}),  # noqa: E501
    Move("final-face-to-face", final_booked, "session-5", "2026-08-13T12:00", {"contact": "virtual"}),
]
# fmt: on
every_rule = pytest.mark.parametrize("move", MOVES, ids=lambda move: move.rule)


def made(facts: tuple[AnyFact, ...]) -> AppointmentBooked:
    (date,) = (fact for fact in facts if isinstance(fact, AppointmentBooked))
    return date


def opened(case: Case, message: Book) -> tuple[str, ...]:
    return made(facts_of(case, message)).opened


@every_rule
def test_why_it_is_moved_opens_nothing(move: Move) -> None:
    no = refusal(move.case(ED2), move.said())
    assert no.rule == move.rule
    assert "all_the_same" in f"{no}"


@every_rule
def test_who_says_why_all_the_same_opens_it_and_the_fact_names_it(move: Move) -> None:
    date = made(facts_of(move.case(ED2), move.said(all_the_same=WHY)))
    assert (date.opened, date.all_the_same, date.reason) == ((move.rule,), WHY, "the room is taken")


@every_rule
def test_a_case_begun_under_the_first_edition_moves_as_it_did(move: Move) -> None:
    for words in ("", WHY):
        assert opened(move.case(ED1), move.said(all_the_same=words)) == ()


@every_rule
def test_said_again_it_changes_nothing(move: Move) -> None:
    case, message = move.case(ED2), move.said(all_the_same=WHY)
    assert facts_of(told(case, message), message) == ()


@every_rule
def test_such_a_move_is_an_override_and_a_plain_one_is_none(move: Move) -> None:
    case = move.case(ED2)
    assert overrides(case, move.said(all_the_same=WHY)) == 1
    within_the_norm = a_booking(case.live[0].starts_at, slot=case.live[0].slot, place="Room 3")
    plain = within_the_norm.model_copy(update={"moved_by": "provider", "reason": "the room is taken"})
    assert overrides(case, plain.model_copy(update={"all_the_same": WHY})) == 0


def overrides(case: Case, message: Book) -> int:
    return ending_figures(case, facts_of(case, message)).overrides


@pytest.mark.parametrize("edition", [ED1, ED2])
def test_of_a_date_that_is_not_moved_either_says_why(edition: int) -> None:
    case = told(delivering(edition), a_booking("2026-06-11T10:00"))
    third = a_booking("2026-06-12T10:00", slot="session-3")
    assert refusal(case, third).rule == "too-often"
    named = ("too-often",) if edition == ED2 else ()
    for words in ({"reason": WHY}, {"all_the_same": WHY}):
        said = third.model_copy(update=words)
        assert opened(case, said) == named
        assert overrides(case, said) == 1
        assert facts_of(told(case, said), said) == ()


def test_a_reason_that_opens_nothing_is_no_override_from_edition_2_on() -> None:
    usual = a_booking("2026-06-17T10:00", reason=WHY)
    assert [overrides(delivering(edition), usual) for edition in (ED1, ED2)] == [1, 0]


def test_everything_that_stood_in_the_way_is_named_by_its_rule() -> None:
    case = told(two_this_week(ED2), an_amendment(unavailable_times=(Unavailable(weekday=4),)))
    changes = {"slot": "session-3", "moved_by": "participant", "reason": "a shift", "all_the_same": WHY}
    message = a_booking("2026-06-12T10:00", modules=("juggling",), **changes)
    assert opened(case, message) == ("unavailable", "not-on-menu", "too-often")
    (line,) = [line.about for line in timeline(told(case, message))[-1:]]
    assert line == "session-3/2 (unavailable, not-on-menu, too-often: all the same)"


def test_what_took_place_opened_nothing_for_it_is_not_to_come() -> None:
    recalled = a_booking("2026-06-05T10:00", record=a_record())
    case = told(delivering(ED2), an_amendment(unavailable_times=(Unavailable(weekday=4),)))
    assert opened(case, recalled) == ()


def test_no_words_open_a_rule_that_is_not_soft() -> None:
    usual = {"slot": "session-1", "moved_by": "provider", "reason": "ill", "all_the_same": WHY}
    for starts_at, changes, rule in (
        ("2026-06-11T10:00", {"modules": ("erase",)}, "not-on-menu"),
        ("2026-06-11T10:00", {"contact": "group-work"}, "no-risk-sign-off"),
        ("2027-06-11T10:00", {}, "too-far-ahead"),
    ):
        assert refusal(delivering(ED2), a_booking(starts_at, **(usual | changes))).rule == rule


# A move that leaves too long a gap is made; what is at stake is whether the caseworker is asked.
A_DAY_MORE = {"slot": "session-2", "moved_by": "participant", "reason": "at his sister's"}


@pytest.mark.parametrize(
    ("edition", "words", "asked", "named"),
    [
        pytest.param(ED2, "", True, (), id="why it is moved does not say why nobody comes sooner"),
        pytest.param(ED2, WHY, False, ("too-seldom",), id="all the same does"),
        pytest.param(ED1, "", False, (), id="under the first edition a move said it by itself"),
    ],
)
def test_a_move_to_a_day_that_is_too_late(
    edition: int, words: str, asked: bool, named: tuple[str, ...]
) -> None:
    facts = facts_of(
        a_week_after_the_first(edition), a_booking("2026-06-18T09:00", all_the_same=words, **A_DAY_MORE)
    )
    assert (made(facts).opened, "TaskOpened" in names(facts)) == (named, asked)


def off_the_menu(edition: int, **date: Any) -> tuple[Case, SubmitPlan]:
    """A plan with a reason of its own, whose first date is off the menu."""
    case = a_case_at(Stage.ACTION_PLAN, edition=edition)
    first = PlannedDate(starts_at=on(case, 9), place="Room 2", modules=("juggling",), **date)
    plan = a_plan(case, dates=(first,), reason="twelve is too many for him")
    return case, SubmitPlan(by=WORKER, plan=plan)


def a_plan_with(edition: int, **date: Any) -> Case:
    """That plan, approved."""
    case, plan = off_the_menu(edition, **date)
    return told(told(case, plan, on(case, 4)), ApprovePlan(by=PRACTITIONER), on(case, 7))


def test_a_plans_reason_says_nothing_of_its_first_dates() -> None:
    no = refusal(*off_the_menu(ED2))
    assert (no.rule, no.field) == ("not-on-menu", "plan.dates[0].modules")


def test_a_date_of_a_plan_says_for_itself_why_all_the_same() -> None:
    case = a_plan_with(ED2, all_the_same=WHY)
    assert [date.key for date in case.live] == ["session-1/1"]
    assert any("not-on-menu" in line.about for line in timeline(case))


def test_a_plan_under_the_first_edition_speaks_for_its_dates() -> None:
    assert [date.key for date in a_plan_with(ED1).live] == ["session-1/1"]
