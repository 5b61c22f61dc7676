"""R&M shows usernames in capitals; that makes nobody another person."""

from interventions.messages import MonitoringShown
from interventions.monitoring.differences import differences
from interventions.monitoring.usernames import as_spelt_here
from interventions.vocabulary import Stage
from tests.builders import a_case_at, facts_of
from tests.interventions.monitoring.in_step import a_case_told
from tests.shown import as_rm_shows


def test_f13_a_username_in_capitals_is_the_same_person() -> None:
    case = a_case_at(Stage.DELIVERY)
    assert case.caseworker
    theirs, practitioner = case.caseworker.username.upper(), case.referral.practitioner.username.lower()
    shown = as_rm_shows(case, assigned_to=theirs, practitioner=practitioner)
    assert {found.topic for found in differences(case, shown)} == {"caseworker", "practitioner"}
    spelt = as_spelt_here(case, shown)
    assert (differences(case, spelt), facts_of(case, MonitoringShown(seen=spelt))) == ((), ())


def test_f13_an_assignment_keyed_in_is_seen_whatever_its_capitals() -> None:
    case = a_case_told(Stage.CLOSED, mode="tasks")
    [task] = [key for key, one in case.monitoring.by_hand.items() if one.record.record == "assignment"]
    spelt = as_spelt_here(case, as_rm_shows(case, assigned_to="SAM.CASEWORKER"))
    assert task in {found.topic for found in differences(case, spelt) if found.kind == "keyed-in"}


def test_somebody_unknown_stays_as_r_and_m_has_them() -> None:
    case = a_case_at(Stage.DELIVERY)
    shown = as_rm_shows(case, assigned_to="JO.OTHER", practitioner=None)
    assert as_spelt_here(case, shown) == shown
