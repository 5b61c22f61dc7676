"""GOV.UK Notify over real HTTP: a letter once whatever happens, and nothing of anybody in a reference."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256

import pytest
from pydantic import SecretStr, ValidationError

from activities.carrying import CannotLook
from gateways.in_memory import RememberedLetters
from gateways.notify.client import NotifyClient, Said
from gateways.notify.letters import NotifyLetters, NotifyUnavailable
from gateways.notify.settings import NotifySettings
from gateways.notify.texts import NotifyTexts
from interventions.words.correspondence import Outcome
from tests.gateways.notify_stand_in import KEY as API_KEY
from tests.gateways.notify_stand_in import TEMPLATE, NotifyAccount, notify_stand_in
from tests.gateways.papers import envelope, printed
from tests.gateways.text_intents import an_outgoing

KEY = "7d3c1a52-9a55-4f0e-8f31-6c1f0a7b9d10/welcome/1"
NOBODY = "http://127.0.0.1:9"


@dataclass
class Desk:
    """Notify's gateways, and the account they reach."""

    account: NotifyAccount
    client: NotifyClient
    kept: RememberedLetters

    def posts(self, key: str = KEY, suffix: str = "pdf") -> Outcome:
        letters = NotifyLetters(self.client, self.kept)
        return letters.post(key, envelope("Siân O'Neil"), printed("%PDF-1.7 Annwyl", suffix=suffix))


def a_client(url: str) -> NotifyClient:
    settings = NotifySettings(api_key=SecretStr(API_KEY), base_url=url, text_template=TEMPLATE)
    return NotifyClient(settings, longest_call=timedelta(milliseconds=500))


@pytest.fixture
def desk() -> Iterator[Desk]:
    account = NotifyAccount()
    with notify_stand_in(account) as url:
        client = a_client(url)
        yield Desk(account, client, RememberedLetters())
        client.close()


def test_a_letter_is_handed_over_as_it_was_printed_and_kept_here_too(desk: Desk) -> None:
    outcome = desk.posts()
    assert outcome == Outcome(result="accepted", reference=desk.account.taken[0]["id"])
    assert desk.account.letters() == [b"%PDF-1.7 Annwyl"]
    assert [letter.key for letter in desk.kept.posted] == [KEY]
    assert desk.account.taken[0]["postage"] == "second"


def test_the_reference_tells_of_nobody(desk: Desk) -> None:
    desk.posts()
    assert desk.account.taken[0]["reference"] == sha256(KEY.encode()).hexdigest()


def test_again_is_answered_as_the_first_time(desk: Desk) -> None:
    assert desk.posts() == desk.posts()
    assert desk.posts(f"{KEY}/again").reference != desk.posts().reference
    assert len(desk.account.taken) == 2


@pytest.mark.parametrize(
    "trouble",
    [
        pytest.param(429, id="too fast"),
        pytest.param(500, id="it falls over"),
        pytest.param(503, id="it is away"),
        pytest.param("lost", id="taken, and the answer lost"),
        pytest.param("cut", id="the connection is cut"),
    ],
)
def test_after_trouble_the_next_attempt_looks_first_and_one_letter_goes(
    desk: Desk, trouble: int | str
) -> None:
    desk.account.troubles = [trouble]
    with pytest.raises(NotifyUnavailable):
        desk.posts()
    assert desk.posts().result == "accepted"
    assert len(desk.account.taken) == 1


def test_a_letter_notify_will_not_have_is_refused_for_good(desk: Desk) -> None:
    desk.account.troubles = [400]
    assert desk.posts() == Outcome(result="refused", why="letter-refused")


@pytest.mark.parametrize(
    "status",
    ["validation-failed", "virus-scan-failed", "technical-failure", "permanent-failure", "cancelled"],
)
def test_a_letter_that_came_to_grief_there_is_told_when_it_is_asked_about(desk: Desk, status: str) -> None:
    reference = desk.posts().reference
    desk.account.status = status
    assert desk.posts() == Outcome(result="refused", reference=reference, why=status)
    told = NotifyLetters(desk.client, desk.kept).letter_became(KEY)
    assert told == Outcome(result="did-not-arrive", why=status)


# Every status its documentation gives a letter that has not failed.
@pytest.mark.parametrize(
    ("status", "result"),
    [
        ("pending-virus-check", "accepted"),
        ("created", "accepted"),
        ("sending", "accepted"),
        ("accepted", "accepted"),
        ("received", "arrived"),
    ],
)
def test_a_letter_can_be_asked_about(desk: Desk, status: str, result: str) -> None:
    letters = NotifyLetters(desk.client, desk.kept)
    desk.posts()
    desk.account.status = status
    assert letters.letter_became(KEY) == Outcome.model_validate({"result": result})
    assert letters.letter_became("another/letter") == Outcome(result="accepted")


def test_a_letter_that_cannot_be_asked_about_now_is_asked_about_again(desk: Desk) -> None:
    desk.account.key_is_good = False
    with pytest.raises(NotifyUnavailable, match="status-403"):
        NotifyLetters(desk.client, desk.kept).letter_became(KEY)


def test_a_page_is_no_letter(desk: Desk) -> None:
    assert desk.posts(suffix="html") == Outcome(result="refused", why="not-a-pdf")
    assert desk.account.taken == []


def test_a_wrong_key_is_our_affair_and_is_tried_again(desk: Desk) -> None:
    desk.account.key_is_good = False
    with pytest.raises(NotifyUnavailable, match=r"^account-wrong$"):
        desk.posts()
    desk.account.key_is_good = True
    assert desk.posts().result == "accepted"


def test_nobody_at_home_is_not_reached() -> None:
    client = a_client(NOBODY)
    with pytest.raises(NotifyUnavailable, match=r"^not-reached$"):
        NotifyLetters(client, RememberedLetters()).post(KEY, envelope("Siân"), printed("%PDF"))
    client.close()


def test_a_text_goes_under_the_ledgers_token_and_is_found_by_it(desk: Desk) -> None:
    texts, text = NotifyTexts(desk.client, TEMPLATE), an_outgoing(KEY)
    answer = texts.send(text)
    assert (answer.said, desk.account.texts()) == ("taken", [(text.to, text.words)])
    assert texts.find(text, None) == (answer.reference,)  # type: ignore[arg-type]
    assert desk.account.taken[0]["reference"] == text.token


@pytest.mark.parametrize(
    ("trouble", "said", "why"),
    [
        (429, "not-now", "rate-limited"),
        (400, "halted", "account-wrong"),
        (500, "in-doubt", "provider-error"),
        ("lost", "in-doubt", "no-answer"),
        ("cut", "in-doubt", "no-answer"),
    ],
)
def test_what_became_of_a_text_is_said_in_our_words(
    desk: Desk, trouble: int | str, said: str, why: str
) -> None:
    desk.account.troubles = [trouble]
    answer = NotifyTexts(desk.client, TEMPLATE).send(an_outgoing(KEY))
    assert (answer.said, answer.why) == (said, why)


@pytest.mark.parametrize(
    ("status", "arrival"),
    [
        ("sending", "accepted"),
        ("delivered", "delivered"),
        ("permanent-failure", "undelivered"),
        ("temporary-failure", "undelivered"),
        ("technical-failure", "failed"),
    ],
)
def test_how_a_text_is_doing(desk: Desk, status: str, arrival: str) -> None:
    texts = NotifyTexts(desk.client, TEMPLATE)
    reference = texts.send(an_outgoing(KEY)).reference
    desk.account.status = status
    receipt = texts.look_up(reference)
    assert receipt is not None
    assert receipt.state == arrival
    assert texts.look_up("6f9619ff-8b86-4d01-b42d-00cf4fc964ff") is None


def test_a_list_that_cannot_be_had_is_no_evidence(desk: Desk) -> None:
    desk.account.key_is_good = False
    with pytest.raises(CannotLook, match="account-wrong"):
        NotifyTexts(desk.client, TEMPLATE).find(an_outgoing(KEY), None)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "rule"),
    [
        ({"api_key": SecretStr("letmein")}, "THROUGHLINE_NOTIFY_API_KEY must end in two ids"),
        ({"text_template": TEMPLATE}, "THROUGHLINE_NOTIFY_API_KEY must be set as well"),
        ({"base_url": "http://example.org"}, "must be an https address"),
    ],
)
def test_wrong_settings_name_the_rule_and_not_the_secret(given: dict[str, object], rule: str) -> None:
    with pytest.raises(ValidationError, match=rule) as refused:
        NotifySettings.model_validate(given)
    assert "letmein" not in str(refused.value)
    assert API_KEY not in repr(NotifySettings(api_key=SecretStr(API_KEY)))


def test_what_notify_says_of_a_wrong_field_is_not_repeated() -> None:
    assert str(Said(400, "ValidationError", "phone_number")) == "400 ValidationError"
