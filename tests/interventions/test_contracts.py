"""Whom a contract takes: ages on their birthday, and genders as plainly as they are written."""

from datetime import date
from pathlib import Path

import pytest

from interventions.desk import read_page
from interventions.errors import CatalogueError
from interventions.promises.contracts import ANYBODY, CONTRACTS, Contract, Contracts, contracts_as_shipped

ADULTS = Contract(minimum_age=18, maximum_age=25, genders=("male",))
AGES = [
    pytest.param(date(2008, 6, 1), True, id="eighteen that day"),
    pytest.param(date(2008, 6, 2), False, id="eighteen the day after"),
    pytest.param(date(2008, 2, 29), True, id="born on a leap day"),
    pytest.param(date(2000, 6, 2), True, id="twenty-five for one more day"),
    pytest.param(date(2000, 6, 1), False, id="twenty-six that day"),
]
GENDERS = [
    pytest.param("Male", True, id="as R&M writes it"),
    pytest.param(" MALE ", True, id="however it is typed"),
    pytest.param("Female", False, id="plainly not"),
    pytest.param("Prefer to self-describe", True, id="for people to judge"),
]


@pytest.mark.parametrize(("born", "taken"), AGES)
def test_an_age_is_one_of_full_years(born: date, taken: bool) -> None:
    assert ADULTS.takes_age(born, date(2026, 6, 1)) is taken
    assert ANYBODY.takes_age(born, date(2026, 6, 1))


@pytest.mark.parametrize(("written", "taken"), GENDERS)
def test_only_what_is_plainly_written_keeps_somebody_out(written: str, taken: bool) -> None:
    assert ADULTS.takes_gender(written) is taken
    assert ANYBODY.takes_gender(written)


def test_the_two_contracts_of_the_brief_take_men_of_age_and_an_unknown_one_takes_everybody() -> None:
    shipped = contracts_as_shipped()
    assert shipped.of("PRJ_5626") == shipped.of("PRJ_5636") == Contract(minimum_age=18, genders=("male",))
    assert shipped.of("PRJ_9999") == shipped.of(None) == ANYBODY


def test_a_mistyped_contract_is_refused_naming_file_and_key(tmp_path: Path) -> None:
    page = tmp_path / "contracts.toml"
    page.write_text(CONTRACTS.read_text("utf-8").replace("minimum_age", "minimum_aeg"), "utf-8")
    with pytest.raises(CatalogueError, match=r"^contracts\.toml: .*minimum_aeg"):
        read_page(page, Contracts)
