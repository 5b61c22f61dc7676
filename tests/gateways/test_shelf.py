"""The reference shelf: checked whole at start, and never in the way of a running intervention."""

import shutil
from pathlib import Path

import pytest

from activities.ports import Reference
from gateways.shelf import Shelf
from interventions.days.working_days import ENGLAND_AND_WALES
from interventions.errors import CatalogueError, UnknownService
from interventions.promises.catalogue import PATHWAYS
from interventions.promises.contracts import CONTRACTS
from interventions.promises.policy import POLICIES
from interventions.vocabulary import ApprovalMode, Pathway
from tests.gateways.register_entries import a_referral


def test_every_packaged_policy_lies_on_it_under_its_file_name() -> None:
    shelf = Shelf.from_files()
    assert set(shelf.policies) == {path.stem for path in POLICIES.glob("*.toml")}
    assert shelf.policies["standard"].approval_mode is ApprovalMode.EXTERNAL_PP
    assert shelf.policies["auto-approval"].approval_mode is ApprovalMode.AUTO


def test_the_terms_are_the_referrals_rows_under_the_named_policy() -> None:
    reference: Reference = Shelf.from_files()
    terms = reference.terms(a_referral(), "auto-approval")
    assert set(terms.specifications) == {Pathway.FAMILY}
    assert terms.policy.version == "auto-approval-1"
    assert terms.calendar.first == a_referral().day_sent


def test_a_policy_nobody_knows_is_an_error_that_says_which_there_are() -> None:
    with pytest.raises(CatalogueError, match="there are auto-approval, in-step, in-step-reviewed, keyed-in"):
        Shelf.from_files().terms(a_referral(), "generous")


def test_an_outcomes_version_nobody_knows_is_an_error() -> None:
    with pytest.raises(UnknownService, match="outcomes_version"):
        Shelf.from_files().terms(a_referral(outcomes_version="rm-1999-01"), "standard")


def test_a_wrong_policy_stops_the_worker_though_nobody_asks_for_it(tmp_path: Path) -> None:
    policies = shutil.copytree(POLICIES, tmp_path / "policies")
    (policies / "spare.toml").write_text('version = "spare-1"', "utf-8")
    with pytest.raises(CatalogueError, match=r"^spare\.toml: "):
        Shelf.from_files(policies=policies)


def test_a_wrong_calendar_stops_the_worker(tmp_path: Path) -> None:
    calendar = tmp_path / ENGLAND_AND_WALES.name
    calendar.write_text(ENGLAND_AND_WALES.read_text("utf-8") + '\nmisspelt = "yes"\n', "utf-8")
    with pytest.raises(CatalogueError, match=ENGLAND_AND_WALES.name):
        Shelf.from_files(calendar=calendar)


def test_a_missing_pathway_stops_the_worker(tmp_path: Path) -> None:
    pathways = shutil.copytree(PATHWAYS, tmp_path / "pathways")
    (pathways / "lifestyle-and-associates.toml").unlink()
    with pytest.raises(CatalogueError, match="no file for lifestyle-and-associates"):
        Shelf.from_files(pathways=pathways)


def test_a_wrong_contract_stops_the_worker(tmp_path: Path) -> None:
    contracts = tmp_path / CONTRACTS.name
    contracts.write_text(CONTRACTS.read_text("utf-8").replace("minimum_age", "minimum_aeg"), "utf-8")
    with pytest.raises(CatalogueError, match=r"^contracts\.toml: .*minimum_aeg"):
        Shelf.from_files(contracts=contracts)


def test_a_shelf_without_policies_stops_the_worker(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="no policy"):
        Shelf.from_files(policies=tmp_path)


def test_what_lies_on_the_shelf_does_not_change_when_a_file_does(tmp_path: Path) -> None:
    policies = shutil.copytree(POLICIES, tmp_path / "policies")
    shelf = Shelf.from_files(policies=policies)
    before = shelf.terms(a_referral(), "standard")
    shutil.rmtree(policies)
    assert shelf.terms(a_referral(), "standard") == before
