"""The Twilio account from the environment: all of it or nothing, named when it is wrong, never repeated."""

import pytest

from gateways.twilio_settings import TwilioSettings
from worker.problem import Problem
from worker.settings import settings_of

WHOLE = {
    "ACCOUNT_SID": "AC" + "a1" * 16,
    "AUTH_TOKEN": "s3cret-of-ours",
    "MESSAGING_SERVICE_SID": "MG" + "b2" * 16,
    "PUBLIC_URL": "https://texts.example.org/",
}


def read(monkeypatch: pytest.MonkeyPatch, given: dict[str, str]) -> TwilioSettings:
    for name, value in given.items():
        monkeypatch.setenv(f"THROUGHLINE_TWILIO_{name}", value)
    return settings_of(TwilioSettings)


def test_nothing_set_means_the_outbox(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not read(monkeypatch, {}).is_set
    assert not read(monkeypatch, {"ACCOUNT_SID": "", "AUTH_TOKEN": ""}).is_set


def test_a_whole_account_is_read_and_its_secrets_are_not_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = read(monkeypatch, WHOLE)
    assert settings.is_set
    assert settings.public_url == "https://texts.example.org"
    assert WHOLE["AUTH_TOKEN"] not in f"{settings!r} {settings} {settings.model_dump_json()}"


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        pytest.param({"AUTH_TOKEN": ""}, "THROUGHLINE_TWILIO_AUTH_TOKEN", id="no token"),
        pytest.param({"PUBLIC_URL": ""}, "THROUGHLINE_TWILIO_PUBLIC_URL", id="no address for reports"),
        pytest.param({"ACCOUNT_SID": ""}, "THROUGHLINE_TWILIO_ACCOUNT_SID", id="no account"),
        pytest.param({"MESSAGING_SERVICE_SID": ""}, "exactly one of", id="no sender"),
        pytest.param({"SENDER": "+447700900999"}, "exactly one of", id="two senders"),
        pytest.param(
            {"MESSAGING_SERVICE_SID": "", "SENDER": "OURNAME"},
            "THROUGHLINE_TWILIO_SENDER",
            id="a name, to which nobody can reply STOP",
        ),
        pytest.param({"ACCOUNT_SID": "nonsense-1"}, "THROUGHLINE_TWILIO_ACCOUNT_SID", id="no sid"),
        pytest.param({"PUBLIC_URL": "http://texts.example.org"}, "https", id="reports in the open"),
        pytest.param({"BASE_URL": "http://elsewhere.example.org"}, "https", id="texts in the open"),
    ],
)
def test_half_an_account_is_refused_by_name_and_never_repeated(
    monkeypatch: pytest.MonkeyPatch, changes: dict[str, str], rule: str
) -> None:
    with pytest.raises(Problem) as refused:
        read(monkeypatch, WHOLE | changes)
    assert rule in str(refused.value)
    given = {*WHOLE.values(), *changes.values()} - {""}
    assert not [value for value in given if value in str(refused.value)]
