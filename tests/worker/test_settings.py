"""Settings: one environment name each, refused by name and rule, never by value."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from interventions.vocabulary import Language
from worker.problem import Problem
from worker.settings import Settings, read_settings


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(f"THROUGHLINE_{name.upper()}", raising=False)


@pytest.mark.parametrize(
    ("name", "written", "read"),
    [
        pytest.param("REGISTER_URL", "postgresql+psycopg://x/y", "postgresql+psycopg://x/y", id="register"),
        pytest.param("OUTBOX", "/var/lib/outbox", Path("/var/lib/outbox"), id="outbox"),
        pytest.param("POLICY", "auto-approval", "auto-approval", id="policy"),
        pytest.param("BUILD_ID", "c0ffee1", "c0ffee1", id="build id"),
        pytest.param("TEXTS_PER_SECOND", "0.5", 0.5, id="texts a second"),
        pytest.param("GRACEFUL_SHUTDOWN_SECONDS", "0", 0, id="no grace"),
        pytest.param("MAX_CACHED_WORKFLOWS", "0", 0, id="no cache"),
        pytest.param("HEALTH_PORT", "0", 0, id="no health server"),
        pytest.param("HEALTH_HOST", "::1", "::1", id="health host"),
        pytest.param("METRICS_ADDRESS", "0.0.0.0:9464", "0.0.0.0:9464", id="metrics"),
        pytest.param("LOG_LEVEL", "WARNING", "WARNING", id="log level"),
    ],
)
def test_each_setting_is_read_from_its_own_environment_name(
    name: str, written: str, read: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(f"THROUGHLINE_{name}", written)
    assert getattr(read_settings(), name.lower()) == read


@pytest.mark.parametrize(
    ("welsh", "read"),
    [
        pytest.param("Eich tîm cymorth; 4 Acacia Row;", ("Eich tîm cymorth", "4 Acacia Row"), id="its own"),
        pytest.param("", ("Your support team", "4 Acacia Row"), id="the other one"),
    ],
)
def test_a_welsh_letter_bears_its_own_letterhead_where_there_is_one(
    welsh: str, read: tuple[str, ...]
) -> None:
    settings = Settings(letterhead="Your support team; 4 Acacia Row", letterhead_welsh=welsh)
    english = ("Your support team", "4 Acacia Row")
    assert settings.letterheads == {Language.ENGLISH: english, Language.WELSH: read}


@pytest.mark.parametrize("name", [name.upper() for name in Settings.model_fields])
def test_a_name_set_to_nothing_counts_as_not_set(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"THROUGHLINE_{name}", "")
    assert read_settings() == Settings()


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        pytest.param("HEALTH_PORT", "70000", id="no such port"),
        pytest.param("HEALTH_PORT", "eighty", id="not a number"),
        pytest.param("TEXTS_PER_SECOND", "-3", id="fewer texts than none"),
        pytest.param("GRACEFUL_SHUTDOWN_SECONDS", "-1", id="before it began"),
        pytest.param("METRICS_ADDRESS", "9464x", id="no port in it"),
        pytest.param("POLICY", "../../secret", id="a path"),
        pytest.param("LOG_LEVEL", "LOUD", id="no such level"),
        pytest.param("REGISTER_URL", "mysql://somebody:secret@db/register", id="a database we do not know"),
        pytest.param("REGISTER_URL", "mysql+pymysql://somebody:secret@db/register", id="by its driver"),
        pytest.param("REGISTER_URL", "postgres://somebody:secret@db/register", id="a name of old"),
        pytest.param("REGISTER_URL", "sqlite+aiosqlite:///register.db", id="a driver we have not"),
        pytest.param("REGISTER_URL", "sqlite://", id="a register that forgets"),
        pytest.param("REGISTER_URL", "sqlite:///:memory:", id="and one that says so"),
        pytest.param("REGISTER_URL", "just-a-name", id="no URL"),
    ],
)
def test_a_wrong_setting_is_named_without_its_value(
    name: str, wrong: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(f"THROUGHLINE_{name}", wrong)
    with pytest.raises(Problem, match=f"^THROUGHLINE_{name}: ") as problem:
        read_settings()
    assert wrong not in str(problem.value).replace("sqlite:///folder/register.db", "")


def test_a_database_we_do_not_know_is_told_what_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("THROUGHLINE_REGISTER_URL", "mysql://somebody:secret@db/register")
    with pytest.raises(Problem, match=r"kept in SQLite \(sqlite:///.*\) or PostgreSQL \(postgresql://.*\)"):
        read_settings()


def test_two_wrong_settings_are_both_named_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("THROUGHLINE_HEALTH_PORT", "x")
    monkeypatch.setenv("THROUGHLINE_LOG_LEVEL", "x")
    with pytest.raises(Problem, match=r"^THROUGHLINE_HEALTH_PORT: .*; THROUGHLINE_LOG_LEVEL: .*$"):
        read_settings()


def test_the_registers_password_is_not_shown_with_the_settings() -> None:
    assert "hunter2" not in repr(Settings(register_url="postgresql+psycopg://u:hunter2@db/register"))


def test_settings_cannot_be_changed_once_read() -> None:
    with pytest.raises(ValidationError):
        Settings().policy = "other"  # type: ignore[misc]
