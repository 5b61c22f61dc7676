"""Tokens: kept while they are good, renewed before they run out, and whose name stands under what."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from pydantic import SecretStr

from activities.ports import MonitoringAway
from examples.refer_and_monitor.referrals import SentReferral
from examples.refer_and_monitor.running import StandIn
from examples.refer_and_monitor.troubles import Kind, Trouble
from examples.refer_and_monitor.world import World
from gateways.refer_and_monitor.calling import open_http
from gateways.refer_and_monitor.signing_in import GrantedTokens
from tests.gateways.dripping import Drips, dripping
from tests.refer_and_monitor.reaching import reach
from tests.refer_and_monitor.told import ASSIGNED, BOOKED, NOTED

CLIENT = {"grant_type": SecretStr("client_credentials")}


class Hand:
    """A clock's hand, moved by hand."""

    def __init__(self) -> None:
        self.at = 1000.0

    def __call__(self) -> float:
        return self.at


def granted(running: StandIn, hand: Hand) -> GrantedTokens:
    return GrantedTokens(
        http=open_http(5, 5),
        url=f"{running.url}/auth",
        client_id=running.world.tokens.client_id,
        client_secret=SecretStr(running.world.tokens.client_secret),
        grant=CLIENT,
        clock=hand,
    )


@pytest.mark.parametrize(
    "lifetime, good_for",
    [
        pytest.param(1200, 1140, id="a minute to spare"),
        pytest.param(60, 54, id="a short one: a tenth to spare"),
    ],
)
def test_a_token_is_kept_until_shortly_before_it_runs_out(
    running: StandIn, world: World, lifetime: int, good_for: float
) -> None:
    world.tokens.lifetime = lifetime
    hand = Hand()
    tokens = granted(running, hand)
    with tokens.http:
        first = tokens.bearer()
        hand.at += good_for - 0.001
        assert tokens.bearer() == first
        hand.at += 0.001
        assert tokens.bearer() != first


def test_many_threads_sign_in_once(running: StandIn, world: World) -> None:
    before = world.tokens.issued
    tokens = granted(running, Hand())
    with tokens.http, ThreadPoolExecutor(8) as threads:
        bearers = set(threads.map(lambda _: tokens.bearer(), range(40)))
    assert (len(bearers), world.tokens.issued - before) == (1, 1)


def test_one_that_is_spoilt_is_not_offered_again_and_the_next_is_kept(running: StandIn, world: World) -> None:
    tokens = granted(running, Hand())
    with tokens.http:
        first = tokens.bearer()
        tokens.spoilt(first)
        second = tokens.bearer()
        tokens.spoilt(first)
        assert (first != second, tokens.bearer()) == (True, second)


def test_a_token_that_ran_out_on_the_way_costs_one_more_call(
    running: StandIn, world: World, referral: SentReferral
) -> None:
    gateway = reach(running)
    with gateway.line.http:
        gateway.see(referral.id)
        world.tokens.expire()
        world.calls.clear()
        assert gateway.see(referral.id) is not None
    paths = [call.path for call in world.calls]
    assert paths[:3] == [
        f"/sent-referral/{referral.id}",
        "/auth/oauth/token",
        f"/sent-referral/{referral.id}",
    ]


@pytest.mark.parametrize(
    "kind, why",
    [
        pytest.param("refused-before", "auth-status-500", id="500"),
        pytest.param("wrong-json", "not-understood", id="a page"),
        pytest.param("turned-away", "auth-status-403", id="a page that turns us away"),
        pytest.param("cut-after", "cut", id="cut"),
    ],
)
def test_when_hmpps_auth_is_away_so_is_r_and_m(
    running: StandIn, world: World, referral: SentReferral, kind: Kind, why: str
) -> None:
    world.troubles.plan(Trouble(kind, path="/auth/"))
    gateway = reach(running)
    with gateway.line.http, pytest.raises(MonitoringAway) as away:
        gateway.see(referral.id)
    assert away.value.why == why
    assert [call.path for call in world.calls] == ["/auth/oauth/token"]


def test_a_wrong_secret_is_signed_out_and_not_said(
    running: StandIn, world: World, referral: SentReferral
) -> None:
    gateway = reach(running, rm_client_secret=SecretStr("guessed"))
    with gateway.line.http, pytest.raises(MonitoringAway) as away:
        gateway.see(referral.id)
    assert (away.value.why, away.value.args) == ("signed-out", ("signed-out",))


def test_hmpps_auths_own_403_is_signed_out() -> None:
    no = Drips(status=403, body=b'{"error": "access_denied", "error_description": "locked"}')
    with dripping(no) as auth, open_http(5, 5) as http:
        tokens = GrantedTokens(http, auth.url, "throughline", SecretStr("secret"), CLIENT)
        with pytest.raises(MonitoringAway, match="signed-out"):
            tokens.bearer()


def test_we_read_as_the_client_and_write_as_whoever_lent_us_their_name(
    running: StandIn, world: World, referral: SentReferral
) -> None:
    gateway = reach(running)
    with gateway.line.http:
        assert gateway.tell("key", referral.id, NOTED).result == "accepted"
    assert [note["sentBy"]["username"] for note in referral.notes] == ["THROUGHLINE.SERVICE"]


def test_with_nobodys_name_nothing_is_called_and_a_person_is_asked(
    running: StandIn, world: World, referral: SentReferral
) -> None:
    gateway = reach(running, rm_user_refresh_token="")
    world.calls.clear()
    with gateway.line.http:
        outcome = gateway.tell("key", referral.id, ASSIGNED)
        assert (outcome.result, outcome.why) == ("refused", "not-permitted")
        assert world.calls == []
        assert gateway.see(referral.id) is not None


def test_a_token_that_was_taken_back_waits_for_another(
    running: StandIn, world: World, referral: SentReferral
) -> None:
    gateway = reach(running, rm_user_refresh_token=SecretStr("taken back"))
    with gateway.line.http, pytest.raises(MonitoringAway, match="signed-out"):
        gateway.tell("key", referral.id, BOOKED)


def test_a_token_file_is_read_anew_for_every_call(
    running: StandIn, world: World, referral: SentReferral, tmp_path: Path
) -> None:
    file = tmp_path / "token"
    gateway = reach(running, rm_user_refresh_token="", rm_user_token_file=file)
    with gateway.line.http:
        for spoilt in ("", "two\nlines", "caf\u00e9"):
            file.write_text(spoilt, "utf-8")
            with pytest.raises(MonitoringAway, match="signed-out"):
                gateway.tell("key", referral.id, NOTED)
        file.write_text(world.tokens.for_person(world.people["ASHA.OKORO"]) + "\n", "utf-8")
        assert gateway.tell("key", referral.id, NOTED).result == "accepted"
    assert [note["sentBy"]["username"] for note in referral.notes] == ["ASHA.OKORO"]
