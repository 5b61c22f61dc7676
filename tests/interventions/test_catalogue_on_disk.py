"""The pathway files under R&M's own ids, and what happens when somebody mistypes one."""

from pathlib import Path
from shutil import copytree
from uuid import UUID

import pytest

from interventions.errors import CatalogueError
from interventions.promises.catalogue import PATHWAYS, Catalogue
from interventions.vocabulary import Complexity, Pathway

CATALOGUE = Catalogue.load()
FAMILY, LIFESTYLE = Pathway.FAMILY, Pathway.LIFESTYLE
LOW, MEDIUM, HIGH = Complexity
FAMILY_SEED = (
    "1ffe903f-0aea-4ad0-8fe2-6e58b7ec0324",
    "868f713a-5c53-4a18-b20f-ff8f118e9c30",
    "dd7e2bb6-4374-405a-9524-432aefd63a70",
    "fdf33edf-dd73-4649-88d5-330805124dd7",
    "f2a1026d-dcb7-4d8b-a227-3f6615ca3b80",
)
FAMILY_2025 = (
    "f265b88b-c79c-4860-a942-6db392e4b986",
    "ad3b053e-eb32-429f-958c-7f164dd2b7d2",
    "edaca79a-9c43-44ad-996e-e4df789a9da0",
    "04442985-3395-476f-93b7-6150bc78174e",
)
LIFESTYLE_SEED = (
    "f45e26a8-65d4-4acf-bee4-fd6d0f5cf1e5",
    "f2aa2f28-27b5-4e79-856e-6a3f19550b20",
    "fdabad61-446a-47cc-b100-7a56b41f7812",
    "c19081d3-75f5-4ff1-bd37-e29a3bb1618d",
    "c8aa564d-12ba-4479-9f07-4a6a60fb3bbf",
)
LIFESTYLE_2025 = (
    "d0d077f9-9832-41ac-ad89-fc4a915dee0f",
    "f7908f5e-ec66-43a1-8a1b-a36081efed04",
)


@pytest.mark.parametrize(
    ("pathway", "version", "ids", "words"),
    [
        pytest.param(
            FAMILY,
            "seed-v1",
            FAMILY_SEED,
            ["positive family", "parenting", "intimate", "coping", "Complies"],
            id="family, the seed's five",
        ),
        pytest.param(
            FAMILY,
            "rm-2025-04",
            FAMILY_2025,
            ["parenting", "Improves relationships", "breakdown", "family services"],
            id="family, R&M's four",
        ),
        pytest.param(
            LIFESTYLE,
            "seed-v1",
            LIFESTYLE_SEED,
            ["identity", "purposeful", "pro-criminal", "negative peers", "community"],
            id="lifestyle, R&M's old five",
        ),
        pytest.param(
            LIFESTYLE,
            "rm-2025-04",
            LIFESTYLE_2025,
            ["Reduces", "community"],
            id="lifestyle, R&M's two",
        ),
    ],
)
@pytest.mark.parametrize("complexity", list(Complexity))
def test_the_outcomes_of_each_version_are_the_same_at_every_complexity(
    pathway: Pathway, version: str, ids: tuple[str, ...], words: list[str], complexity: Complexity
) -> None:
    service = CATALOGUE.specification(pathway, complexity, version)
    assert service.outcomes_version == version
    assert [str(outcome.id) for outcome in service.outcomes] == list(ids)
    assert all(word in outcome.title for word, outcome in zip(words, service.outcomes, strict=True))


@pytest.mark.parametrize(
    ("pathway", "chosen", "version"),
    [
        pytest.param(FAMILY, FAMILY_SEED[:1], "seed-v1", id="one of the seed's"),
        pytest.param(FAMILY, FAMILY_2025[1:3], "rm-2025-04", id="two of R&M's"),
        pytest.param(LIFESTYLE, LIFESTYLE_SEED, "seed-v1", id="all of the old ones"),
        pytest.param(FAMILY, (FAMILY_SEED[0], FAMILY_2025[0]), None, id="old and new mixed"),
        pytest.param(FAMILY, LIFESTYLE_2025, None, id="the other pathway's"),
        pytest.param(FAMILY, (), "rm-2025-04", id="none chosen: the newest"),
    ],
)
def test_the_newest_version_that_knows_every_chosen_outcome(
    pathway: Pathway, chosen: tuple[str, ...], version: str | None
) -> None:
    assert CATALOGUE.outcomes_version_of(pathway, map(UUID, chosen)) == version


@pytest.mark.parametrize(
    ("category", "pathway"),
    [
        pytest.param("9556a399-3529-4993-8030-41db2090555e", FAMILY, id="family"),
        pytest.param("b84f4eb7-4db0-477e-8c59-21027b3262c5", LIFESTYLE, id="lifestyle"),
        pytest.param("c036826e-f077-49a5-8b33-601dca7ad479", None, id="social inclusion: not ours"),
    ],
)
def test_a_service_category_is_a_pathway(category: str, pathway: Pathway | None) -> None:
    assert CATALOGUE.pathway_of(UUID(category)) is pathway


@pytest.mark.parametrize(
    ("pathway", "level", "complexity"),
    [
        pytest.param(FAMILY, "ddc8ee4a-403e-47cc-9af1-815938429bbc", LOW, id="family, low"),
        pytest.param(FAMILY, "8e409327-e3ab-4c91-9300-2f61a409789f", MEDIUM, id="family, medium"),
        pytest.param(FAMILY, "52ca5958-56c6-4ae3-99ca-86180265f717", HIGH, id="family, high"),
        pytest.param(LIFESTYLE, "a8860894-2610-4070-aa66-72089417ceb2", LOW, id="lifestyle, low"),
        pytest.param(LIFESTYLE, "707a0244-6bfe-4f0a-80d9-5e79498e81a8", MEDIUM, id="lifestyle, medium"),
        pytest.param(LIFESTYLE, "005566a2-ca85-471c-9ac0-38f3aa749092", HIGH, id="lifestyle, high"),
        pytest.param(FAMILY, "005566a2-ca85-471c-9ac0-38f3aa749092", None, id="the other pathway's level"),
    ],
)
def test_a_complexity_level_is_a_complexity(
    pathway: Pathway, level: str, complexity: Complexity | None
) -> None:
    assert CATALOGUE.complexity_of(pathway, UUID(level)) is complexity


@pytest.mark.parametrize(
    ("was", "typed", "names"),
    [
        pytest.param("welcome_letter =", "welcom_letter =", "welcom_letter: Extra inputs", id="misspelt key"),
        pytest.param("counts = false", "count = false", r"menu\.1\.count: Extra", id="misspelt in a module"),
        pytest.param("unit = ", "units = ", r"complexity\.low\.dose\.units: Extra", id="misspelt in a dose"),
        pytest.param("minimum = 1", "minimun = 1", r"cadence\.minimun: Extra", id="misspelt in a cadence"),
        pytest.param("minimum = 1", "minimum = 3", "minimum is above maximum", id="cadence backwards"),
        pytest.param("weeks = 8\n", "weeks = 0\n", r"complexity\.medium\.weeks", id="no weeks at all"),
        pytest.param("amount = 12", "amount = 0", r"complexity\.high\.dose\.amount", id="no dose"),
        pytest.param(
            "[complexity.high]", "[complexity.higher]", r"complexity\.higher", id="unknown complexity"
        ),
        pytest.param(
            'key = "erase"', 'key = "goal-setting"', "listed twice: goal-setting", id="module twice"
        ),
        pytest.param('key = "erase"', 'key = "ERASE!"', r"menu\.0\.key", id="malformed key"),
        pytest.param('formats = ["group-work"]', "formats = []", r"menu\.1\.formats", id="no format"),
        pytest.param('"group-work"', '"group"', r"menu\.1\.formats\.0", id="unknown format"),
        pytest.param(
            'final_session = "offered"', 'final_session = "maybe"', "final_session", id="final rule"
        ),
        pytest.param(LIFESTYLE_SEED[0], LIFESTYLE_SEED[1], r"outcomes\.seed-v1: .*twice", id="outcome twice"),
        pytest.param(LIFESTYLE_SEED[0], "f45e26a8", r"outcomes\.seed-v1\.0\.id", id="not an id"),
        pytest.param("rm_id =", "rm_id", "not TOML", id="not TOML"),
    ],
)
def test_f23_a_mistyped_pathway_is_refused_naming_file_and_key(
    tmp_path: Path, was: str, typed: str, names: str
) -> None:
    folder = copytree(PATHWAYS, tmp_path / "pathways")
    page = folder / "lifestyle-and-associates.toml"
    good = page.read_text("utf-8")
    assert was in good
    page.write_text(good.replace(was, typed), "utf-8")
    with pytest.raises(CatalogueError, match=rf"^lifestyle-and-associates\.toml: .*{names}"):
        Catalogue.load(folder)


def test_a_missing_complexity_is_refused_by_name(tmp_path: Path) -> None:
    folder = copytree(PATHWAYS, tmp_path / "pathways")
    page = folder / "family-and-significant-others.toml"
    good = page.read_text("utf-8")
    high = good[good.index("[complexity.high]") : good.index("# Versions stand")]
    page.write_text(good.replace(high, ""), "utf-8")
    with pytest.raises(
        CatalogueError, match=r"^family-and-significant-others\.toml: .*complexity: missing high"
    ):
        Catalogue.load(folder)


def test_a_pathway_without_outcomes_is_refused(tmp_path: Path) -> None:
    folder = copytree(PATHWAYS, tmp_path / "pathways")
    page = folder / "family-and-significant-others.toml"
    good = page.read_text("utf-8")
    page.write_text(good[: good.index("seed-v1 = [")], "utf-8")
    with pytest.raises(CatalogueError, match="every version needs at least one outcome"):
        Catalogue.load(folder)


def test_a_pathway_without_a_file_is_named(tmp_path: Path) -> None:
    folder = copytree(PATHWAYS, tmp_path / "pathways")
    (folder / "lifestyle-and-associates.toml").unlink()
    with pytest.raises(CatalogueError, match="no file for lifestyle-and-associates in pathways"):
        Catalogue.load(folder)


def test_two_files_for_one_pathway_are_refused(tmp_path: Path) -> None:
    folder = copytree(PATHWAYS, tmp_path / "pathways")
    page = folder / "lifestyle-and-associates.toml"
    (folder / "lifestyle-draft.toml").write_text(page.read_text("utf-8"), "utf-8")
    with pytest.raises(CatalogueError, match="more than one file for lifestyle-and-associates"):
        Catalogue.load(folder)
