"""The two pathways as the seeds have them, fact by fact."""

from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interventions.errors import UnknownService
from interventions.promises.catalogue import Cadence, Catalogue, Dose, Module, ServiceSpecification
from interventions.vocabulary import Complexity, Pathway, Provider, Unit

FAMILY, LIFESTYLE = Pathway.FAMILY, Pathway.LIFESTYLE
LOW, MEDIUM, HIGH = Complexity
CATALOGUE = Catalogue.load()
EVERY_SERVICE = [
    pytest.param(pathway, complexity, id=f"{pathway}, {complexity}")
    for pathway in Pathway
    for complexity in Complexity
]


def promised(pathway: Pathway, complexity: Complexity, version: str = "seed-v1") -> ServiceSpecification:
    return CATALOGUE.specification(pathway, complexity, version)


@pytest.mark.parametrize(
    ("pathway", "complexity", "unit", "amount", "sessions"),
    [
        pytest.param(FAMILY, LOW, Unit.MINUTES, 5 * 60, 5, id="family, low: five hours"),
        pytest.param(FAMILY, MEDIUM, Unit.MINUTES, 12 * 60, 12, id="family, medium: twelve hours"),
        pytest.param(FAMILY, HIGH, Unit.MINUTES, 20 * 60, 20, id="family, high: twenty hours"),
        pytest.param(LIFESTYLE, LOW, Unit.SESSIONS, 5, 5, id="lifestyle, low: five sessions"),
        pytest.param(LIFESTYLE, MEDIUM, Unit.SESSIONS, 8, 8, id="lifestyle, medium: eight sessions"),
        pytest.param(LIFESTYLE, HIGH, Unit.SESSIONS, 12, 12, id="lifestyle, high: twelve sessions"),
    ],
)
def test_the_dose(pathway: Pathway, complexity: Complexity, unit: Unit, amount: int, sessions: int) -> None:
    dose = promised(pathway, complexity).dose
    assert (dose.unit, dose.amount, dose.session_minutes, dose.sessions) == (unit, amount, 60, sessions)


@pytest.mark.parametrize(
    ("pathway", "complexity", "period", "days"),
    [
        pytest.param(FAMILY, LOW, "month", 30, id="family, low: one to two a month"),
        pytest.param(FAMILY, MEDIUM, "fortnight", 14, id="family, medium: one to two a fortnight"),
        pytest.param(FAMILY, HIGH, "week", 7, id="family, high: one to two a week"),
        pytest.param(LIFESTYLE, LOW, "week", 7, id="lifestyle, low: one to two a week"),
        pytest.param(LIFESTYLE, MEDIUM, "week", 7, id="lifestyle, medium: one to two a week"),
        pytest.param(LIFESTYLE, HIGH, "week", 7, id="lifestyle, high: one to two a week"),
    ],
)
def test_the_cadence(pathway: Pathway, complexity: Complexity, period: str, days: int) -> None:
    cadence = promised(pathway, complexity).cadence
    assert (cadence.period, cadence.minimum, cadence.maximum, cadence.days) == (period, 1, 2, days)


@pytest.mark.parametrize(
    ("pathway", "complexity", "weeks", "modules", "indicators"),
    [
        pytest.param(FAMILY, LOW, None, 8, 2, id="family, low"),
        pytest.param(FAMILY, MEDIUM, None, 10, 2, id="family, medium: low and two more"),
        pytest.param(FAMILY, HIGH, None, 11, 3, id="family, high: medium and one more"),
        pytest.param(LIFESTYLE, LOW, 4, 7, 5, id="lifestyle, low: over four weeks"),
        pytest.param(LIFESTYLE, MEDIUM, 8, 10, 4, id="lifestyle, medium: over eight, low and three"),
        pytest.param(LIFESTYLE, HIGH, 8, 12, 4, id="lifestyle, high: over eight, medium and two"),
    ],
)
def test_the_length_the_menu_and_the_profile(
    pathway: Pathway, complexity: Complexity, weeks: int | None, modules: int, indicators: int
) -> None:
    service = promised(pathway, complexity)
    assert (service.weeks, len(service.menu), len(service.profile)) == (weeks, modules, indicators)


@pytest.mark.parametrize(("pathway", "complexity"), EVERY_SERVICE)
def test_only_high_lifestyle_is_one_to_one_throughout(pathway: Pathway, complexity: Complexity) -> None:
    is_high_lifestyle = (pathway, complexity) == (LIFESTYLE, HIGH)
    assert promised(pathway, complexity).one_to_one_only is is_high_lifestyle


@pytest.mark.parametrize(
    ("pathway", "complexity", "words"),
    [
        pytest.param(FAMILY, LOW, ["positive contact", "recently renewed"], id="family, low"),
        pytest.param(FAMILY, MEDIUM, ["more difficulties", "good and difficult"], id="family, medium"),
        pytest.param(FAMILY, HIGH, ["little or no contact", "hostile", "recently ended"], id="family, high"),
        pytest.param(
            LIFESTYLE, LOW, ["confidence", "alone", "close friends", "gambling"], id="lifestyle, low"
        ),
        pytest.param(
            LIFESTYLE, MEDIUM, ["belongs to none", "pro-criminal", "impulsive"], id="lifestyle, medium"
        ),
        pytest.param(LIFESTYLE, HIGH, ["county lines", "extremism", "online"], id="lifestyle, high"),
    ],
)
def test_the_profile_indicators(pathway: Pathway, complexity: Complexity, words: list[str]) -> None:
    profile = " ".join(promised(pathway, complexity).profile)
    assert [word for word in words if word not in profile] == []


@pytest.mark.parametrize("complexity", list(Complexity))
@pytest.mark.parametrize(
    ("pathway", "provider", "letter", "final"),
    [
        pytest.param(FAMILY, Provider.FORWARD_TRUST, False, "face-to-face", id="family"),
        pytest.param(LIFESTYLE, Provider.INTERVENTIONS_ALLIANCE, True, "offered", id="lifestyle"),
    ],
)
def test_who_delivers_whether_a_letter_is_sent_and_how_it_ends(
    pathway: Pathway, provider: Provider, letter: bool, final: str, complexity: Complexity
) -> None:
    service = promised(pathway, complexity)
    assert (service.provider, service.welcome_letter, service.final_session) == (provider, letter, final)


@pytest.mark.parametrize(("pathway", "complexity"), EVERY_SERVICE)
def test_a_pinned_service_survives_the_wire_and_newer_fields(
    pathway: Pathway, complexity: Complexity
) -> None:
    service = promised(pathway, complexity)
    said = service.model_dump(mode="json") | {"added_later": 1}
    assert ServiceSpecification.model_validate(said) == service
    assert {type(row) for row in service.menu} == {Module}


def test_an_unknown_outcomes_version_is_refused() -> None:
    with pytest.raises(UnknownService, match="outcomes_version"):
        promised(FAMILY, LOW, "seed-v9")


@given(st.integers(1, 5000), st.integers(15, 240))
def test_a_dose_of_minutes_is_the_fewest_sessions_that_reach_it(amount: int, length: int) -> None:
    sessions = Dose(unit=Unit.MINUTES, amount=amount, session_minutes=length).sessions
    assert (sessions - 1) * length < amount <= sessions * length


@given(st.integers(1, 9), st.integers(1, 9))
def test_a_cadence_never_runs_backwards(minimum: int, maximum: int) -> None:
    if minimum > maximum:
        with pytest.raises(ValueError, match="minimum is above maximum"):
            Cadence(period="week", minimum=minimum, maximum=maximum)
    else:
        cadence = Cadence(period="week", minimum=minimum, maximum=maximum)
        assert timedelta(days=cadence.days) == timedelta(weeks=1)


def test_an_outcome_is_found_by_its_id_and_no_other() -> None:
    service = promised(FAMILY, LOW)
    assert [service.outcome(listed.id) for listed in service.outcomes] == list(service.outcomes)
    assert service.outcome(UUID(int=0)) is None
