"""What a session can be about: the menus of the seeds, who may join them and how they are delivered."""

import pytest

from interventions.promises.catalogue import Catalogue, Module
from interventions.vocabulary import Complexity, ContactType, Pathway

FAMILY, LIFESTYLE = Pathway.FAMILY, Pathway.LIFESTYLE
LOW, MEDIUM, HIGH = Complexity
CATALOGUE = Catalogue.load()


def menu_of(pathway: Pathway, complexity: Complexity) -> tuple[Module, ...]:
    return CATALOGUE.specification(pathway, complexity, "seed-v1").menu


def module(pathway: Pathway, complexity: Complexity, key: str) -> Module:
    found = CATALOGUE.specification(pathway, complexity, "seed-v1").module(key)
    assert found is not None, f"{key} is not on the menu"
    return found


@pytest.mark.parametrize(
    ("pathway", "complexity", "added"),
    [
        pytest.param(
            FAMILY,
            LOW,
            "specialist-legal-advice family-ties-workshop family-meetings relationship-workshop "
            "conflict-and-communication-workshop activity-workshop virtual-learning-hub online-chat",
            id="family, low",
        ),
        pytest.param(FAMILY, MEDIUM, "interventions-in-parenting step-back", id="family, medium"),
        pytest.param(FAMILY, HIGH, "domestic-violence-prevention", id="family, high"),
        pytest.param(
            LIFESTYLE,
            LOW,
            "introduction-to-behavioural-change goal-setting identity-and-self-image "
            "accessing-community-services communication-skills motivation-and-change workshop-by-need",
            id="lifestyle, low",
        ),
        pytest.param(
            LIFESTYLE,
            MEDIUM,
            "causes-of-offending community-engagement core-values-and-beliefs",
            id="lifestyle, medium",
        ),
        pytest.param(LIFESTYLE, HIGH, "erase peer-mentor", id="lifestyle, high"),
    ],
)
def test_what_each_complexity_adds_to_the_menu(pathway: Pathway, complexity: Complexity, added: str) -> None:
    below = list(Complexity)[: list(Complexity).index(complexity)]
    inherited = [listed.key for listed in menu_of(pathway, below[-1])] if below else []
    assert [listed.key for listed in menu_of(pathway, complexity)] == inherited + added.split()


@pytest.mark.parametrize(
    ("key", "eligibility", "formats", "counts"),
    [
        pytest.param(
            "erase", "erase", "face-to-face virtual phone", True, id="ERASE: one-to-one, in the dose"
        ),
        pytest.param(
            "peer-mentor", "peer-mentor", "group-work", False, id="peer mentor: group, a supplement"
        ),
    ],
)
def test_the_special_modules_of_high_lifestyle(
    key: str, eligibility: str, formats: str, counts: bool
) -> None:
    special = module(LIFESTYLE, HIGH, key)
    assert (special.eligibility, special.counts) == (eligibility, counts)
    assert set(special.formats) == set(formats.split())
    assert key not in {row.key for row in menu_of(LIFESTYLE, MEDIUM)}


@pytest.mark.parametrize(
    ("key", "formats"),
    [
        pytest.param(
            "specialist-legal-advice", "face-to-face phone virtual", id="legal advice: 1-2-1, online"
        ),
        pytest.param("family-meetings", "face-to-face phone", id="family meetings: 1-2-1"),
        pytest.param("activity-workshop", "group-work", id="activity workshop: group"),
        pytest.param("virtual-learning-hub", "virtual", id="learning hub: online"),
        pytest.param("online-chat", "virtual", id="chat: online"),
        pytest.param("family-ties-workshop", " ".join(ContactType), id="family ties: any"),
        pytest.param("relationship-workshop", " ".join(ContactType), id="relationships: any"),
        pytest.param("conflict-and-communication-workshop", " ".join(ContactType), id="conflict: any"),
        pytest.param("interventions-in-parenting", " ".join(ContactType), id="parenting: any"),
        pytest.param("step-back", " ".join(ContactType), id="Step Back: any"),
        pytest.param("domestic-violence-prevention", " ".join(ContactType), id="domestic violence: any"),
    ],
)
def test_how_family_modules_are_delivered(key: str, formats: str) -> None:
    assert set(module(FAMILY, HIGH, key).formats) == set(formats.split())


def test_which_modules_do_not_count_need_eligibility_or_involve_others() -> None:
    listed = [*menu_of(FAMILY, HIGH), *menu_of(LIFESTYLE, HIGH)]
    assert {row.key for row in listed if not row.counts} == {
        "virtual-learning-hub",
        "online-chat",
        "peer-mentor",
    }
    assert {row.key for row in listed if row.eligibility} == {"erase", "peer-mentor"}
    assert {row.key for row in listed if row.involves_others} == {
        "family-meetings",
        "step-back",
        "domestic-violence-prevention",
    }


@pytest.mark.parametrize("pathway", list(Pathway))
@pytest.mark.parametrize("complexity", list(Complexity))
def test_every_menu_is_cumulative_upwards(pathway: Pathway, complexity: Complexity) -> None:
    keys = {row.key for row in menu_of(pathway, complexity)}
    assert keys <= {row.key for row in menu_of(pathway, HIGH)}
    assert {row.key for row in menu_of(pathway, LOW)} <= keys
