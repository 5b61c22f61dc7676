"""R&M as the worker opens it: by its settings, or not at all."""

from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from examples.refer_and_monitor.running import StandIn
from gateways.nobody_to_tell import NobodyToTell
from gateways.refer_and_monitor.gateway import ReferAndMonitor
from gateways.refer_and_monitor.opening import open_monitoring
from gateways.refer_and_monitor.settings import MonitoringSettings
from interventions.promises.catalogue import Catalogue
from tests.refer_and_monitor.reaching import settings
from worker.parts import parts
from worker.problem import Problem
from worker.settings import Settings

WHOLE: dict[str, Any] = {
    "rm_url": "https://rm.example.org",
    "rm_auth_url": "https://auth.example.org/auth",
    "rm_users_url": "https://users.example.org",
    "rm_client_id": "throughline",
    "rm_client_secret": "a well kept secret",
}


def workers_settings(folder: Path, **said: Any) -> Settings:
    return Settings(register_url=f"sqlite:///{folder}/register.db", outbox=folder, **said)


def test_without_an_address_there_is_nobody_to_tell(tmp_path: Path) -> None:
    assert isinstance(parts(workers_settings(tmp_path)).monitoring, NobodyToTell)


def test_with_its_settings_the_worker_has_r_and_m(tmp_path: Path) -> None:
    assert isinstance(parts(workers_settings(tmp_path, **WHOLE)).monitoring, ReferAndMonitor)


def test_a_wrong_file_of_places_stops_the_worker_by_its_setting_and_rule(tmp_path: Path) -> None:
    places = tmp_path / "places.toml"
    places.write_text('["Hope House"]\nlines = ["1 Hope Street"]\npostcode = "nowhere"\n', "utf-8")
    with pytest.raises(Problem) as stopped:
        parts(workers_settings(tmp_path, **WHOLE, rm_places=places))
    assert str(stopped.value).startswith("THROUGHLINE_RM_PLACES: places.toml: Hope House: ")
    assert "nowhere" not in str(stopped.value)


@pytest.mark.parametrize("missing", [name for name in WHOLE if name != "rm_url"])
def test_an_address_needs_everything_beside_it(missing: str) -> None:
    said = {name: value for name, value in WHOLE.items() if name != missing}
    with pytest.raises(ValidationError, match=f"needs THROUGHLINE_{missing.upper()} beside it"):
        MonitoringSettings(**said)


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("http://rm.example.org", id="in the clear"),
        pytest.param("https://name:word@rm.example.org", id="with a password in it"),
        pytest.param("https://rm.example.org/?key=1", id="with a question"),
        pytest.param("rm.example.org", id="no scheme"),
    ],
)
def test_an_address_is_encrypted_and_plain(address: str) -> None:
    with pytest.raises(ValidationError) as refused:
        MonitoringSettings(**{**WHOLE, "rm_url": address})
    assert address not in str(refused.value)


def test_no_secret_is_printed() -> None:
    said = MonitoringSettings(**{**WHOLE, "rm_user_refresh_token": "lent to us"})
    opened = open_monitoring(said, Catalogue.load())
    assert isinstance(opened, ReferAndMonitor)
    for printed in (repr(said), str(said), said.model_dump_json(), repr(opened)):
        assert "well kept" not in printed
        assert "lent" not in printed


def test_all_calls_of_a_record_are_over_before_its_attempt_is(running: StandIn) -> None:
    """A second attempt beside a first that is still calling could write twice (workflows/patience.py)."""
    from gateways.refer_and_monitor.signing_in import SECONDS_TO_SIGN_IN
    from workflows.patience import TELLING

    longest = MonitoringSettings.model_fields["rm_record_seconds"].metadata
    upmost = max(getattr(rule, "le", 0) for rule in longest)
    # Behind another thread that signs in, and then signing in itself, as the reader and as the user.
    assert upmost + 3 * SECONDS_TO_SIGN_IN < TELLING.attempt.total_seconds()
    assert settings(running).rm_record_seconds <= upmost
