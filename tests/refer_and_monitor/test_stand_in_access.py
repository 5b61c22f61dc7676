"""Who may do what in the stand-in: as in R&M, a write is always a person's."""

import httpx2

from examples.refer_and_monitor.people import provider
from examples.refer_and_monitor.referrals import SentReferral
from examples.refer_and_monitor.running import StandIn
from examples.refer_and_monitor.world import World
from tests.refer_and_monitor.caller import DATE, Caller, bare_client, caseworker


def test_nobody_comes_in_without_a_token(running: StandIn, referral: SentReferral) -> None:
    answer = Caller(running.url)("GET", f"/sent-referral/{referral.id}")
    assert (answer.status_code, answer.json()["error"]) == (401, "Unauthorized")


def test_a_wrong_secret_gets_no_token(running: StandIn, world: World) -> None:
    answer = httpx2.post(
        f"{running.url}/auth/oauth/token",
        data={"grant_type": "client_credentials"},
        auth=(world.tokens.client_id, "guessed"),
        timeout=10,
    )
    assert answer.status_code == 401


def test_a_token_runs_out(running: StandIn, world: World, referral: SentReferral) -> None:
    client = bare_client(running)
    world.tokens.expire()
    assert client("GET", f"/sent-referral/{referral.id}").status_code == 401


def test_a_bare_client_reads_but_writes_nothing(running: StandIn, referral: SentReferral) -> None:
    client = bare_client(running)
    assert client("GET", f"/sent-referral/{referral.id}").json()["id"] == str(referral.id)
    answer = client("POST", f"/referral/{referral.id}/supplier-assessment", DATE)
    assert answer.status_code == 403
    assert answer.json()["accessErrors"] == [
        "no 'user_id' claim in token",
        "no 'user_name' claim in token",
        "no 'auth_source' claim in token",
    ]
    assert client("GET", f"/sent-referral/{referral.id}/case-notes").status_code == 403


def test_a_client_without_the_role_reads_nothing(
    running: StandIn, world: World, referral: SentReferral
) -> None:
    world.tokens.client_roles = ()
    assert bare_client(running)("GET", f"/sent-referral/{referral.id}").status_code == 403


def test_a_caseworker_of_another_contract_is_named_the_groups_that_are_missing(
    running: StandIn, world: World, referral: SentReferral
) -> None:
    world.welcome(provider("far.away", 90, "PRJ_9999", code="ELSEWHERE"))
    answer = caseworker(running, "FAR.AWAY")("POST", f"/referral/{referral.id}/supplier-assessment", DATE)
    assert answer.status_code == 403
    assert answer.json()["accessErrors"] == ["missing group INT_CR_PRJ_5626", "missing group INT_SP_SEETEC"]


def test_whoever_writes_is_whoever_the_token_names(
    running: StandIn, world: World, referral: SentReferral
) -> None:
    note = {"referralId": str(referral.id), "subject": "Called", "body": "No answer"}
    answer = caseworker(running, "BEN.LISTER")("POST", "/case-note", note)
    assert answer.json()["sentBy"]["username"] == "BEN.LISTER"


def test_a_practitioner_may_not_do_the_providers_work(running: StandIn, referral: SentReferral) -> None:
    answer = caseworker(running, "NATASHA.HOLLIS")(
        "POST", f"/referral/{referral.id}/supplier-assessment", DATE
    )
    assert answer.status_code == 403
