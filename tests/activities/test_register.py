"""Writing facts down and pinning terms: what is worth trying again, and what a person must look at."""

import pytest
from temporalio.exceptions import ApplicationError
from temporalio.testing import ActivityEnvironment

from activities.register import Page, RegisterActivities, TermsWanted
from gateways.in_memory import RememberedRegister
from gateways.shelf import Shelf
from interventions.facts import TaskClosed
from tests.gateways.register_entries import AT, REFERRAL, a_referral, an_entry

SHELF = Shelf.from_files()
PLANTED = "Zebedee Quillfeather"


def test_a_page_is_written_down_once_however_often_it_is_tried() -> None:
    register = RememberedRegister()
    activities = RegisterActivities(register, SHELF)
    page = Page(entries=(an_entry(1), an_entry(2)))
    for _ in range(3):
        ActivityEnvironment().run(activities.write_down, page)
    assert register.written == page.entries


def test_two_accounts_of_one_fact_are_never_tried_again_and_name_the_key_alone() -> None:
    register = RememberedRegister()
    register.write([an_entry(1)])
    different = Page(entries=(an_entry(1, TaskClosed(at=AT, task="x", how=PLANTED)),))
    with pytest.raises(ApplicationError) as refused:
        ActivityEnvironment().run(RegisterActivities(register, SHELF).write_down, different)
    assert refused.value.non_retryable
    assert refused.value.type == "RegisterDisagrees"
    assert refused.value.message == f"{REFERRAL}/1"
    assert refused.value.__cause__ is None


def test_the_terms_pinned_are_those_on_the_shelf() -> None:
    activities = RegisterActivities(RememberedRegister(), SHELF)
    wanted = TermsWanted(referral=a_referral(), policy="standard")
    assert ActivityEnvironment().run(activities.pin_terms, wanted) == SHELF.terms(a_referral(), "standard")


@pytest.mark.parametrize(
    ("policy", "version", "kind"),
    [
        pytest.param("generous", "seed-v1", "CatalogueError", id="no such policy"),
        pytest.param("standard", "rm-1999-01", "UnknownService", id="no such outcomes version"),
    ],
)
def test_a_shelf_that_lacks_something_is_asked_again_until_it_is_put_right(
    policy: str, version: str, kind: str
) -> None:
    activities = RegisterActivities(RememberedRegister(), SHELF)
    wanted = TermsWanted(referral=a_referral(outcomes_version=version), policy=policy)
    with pytest.raises(ApplicationError) as refused:
        ActivityEnvironment().run(activities.pin_terms, wanted)
    assert refused.value.type == kind
    assert not refused.value.non_retryable


def test_what_nobody_disputes_on_a_page_is_written_all_the_same() -> None:
    register = RememberedRegister()
    register.write([an_entry(2)])
    page = Page(entries=(an_entry(1), an_entry(2, TaskClosed(at=AT, task="x", how=PLANTED)), an_entry(3)))
    with pytest.raises(ApplicationError) as refused:
        ActivityEnvironment().run(RegisterActivities(register, SHELF).write_down, page)
    assert refused.value.message == f"{REFERRAL}/2"
    assert [entry.sequence for entry in register.entries(REFERRAL)] == [1, 2, 3]
