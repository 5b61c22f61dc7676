"""Who carries what, by the settings: the outbox until somebody else is named, and never two for texts."""

from pathlib import Path

import pytest

from activities.texting import TextingRules
from gateways.notify.letters import NotifyLetters
from gateways.notify.texts import NotifyTexts
from gateways.outbox import Outbox
from gateways.twilio_texts import TwilioTexts
from tests.gateways.notify_stand_in import KEY, TEMPLATE
from worker.carriers import letters_by, texts_by
from worker.problem import Problem

RULES = TextingRules()
NOTIFY = {"THROUGHLINE_NOTIFY_API_KEY": KEY}
TEXTS_TOO = NOTIFY | {"THROUGHLINE_NOTIFY_TEXT_TEMPLATE": TEMPLATE}
TWILIO = {
    "THROUGHLINE_TWILIO_ACCOUNT_SID": "AC" + "0" * 32,
    "THROUGHLINE_TWILIO_AUTH_TOKEN": "secret",
    "THROUGHLINE_TWILIO_SENDER": "+447700900999",
    "THROUGHLINE_TWILIO_PUBLIC_URL": "https://example.org",
}


@pytest.mark.parametrize(
    ("environment", "texts", "letters"),
    [
        pytest.param({}, Outbox, Outbox, id="nothing is set"),
        pytest.param(NOTIFY, Outbox, NotifyLetters, id="Notify for letters"),
        pytest.param(TEXTS_TOO, NotifyTexts, NotifyLetters, id="Notify for both"),
        pytest.param(
            TEXTS_TOO | {"THROUGHLINE_NOTIFY_LETTERS": "false"}, NotifyTexts, Outbox, id="Notify for texts"
        ),
        pytest.param(TWILIO | NOTIFY, TwilioTexts, NotifyLetters, id="Twilio for texts, Notify for letters"),
    ],
)
def test_the_settings_choose_who_carries(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, environment: dict[str, str], texts: type, letters: type
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    outbox = Outbox(tmp_path)
    assert type(texts_by(outbox, RULES)) is texts
    assert type(letters_by(outbox)) is letters


def test_two_carriers_of_texts_are_one_too_many(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name, value in (TWILIO | TEXTS_TOO).items():
        monkeypatch.setenv(name, value)
    with pytest.raises(Problem, match="set one of the two"):
        texts_by(Outbox(tmp_path), RULES)
