"""Opening R&M from the settings; without an address it is nobody, and every record is a person's to key."""

from uuid import UUID

import httpx2
from pydantic import SecretStr

from gateways.refer_and_monitor.calling import open_http
from gateways.refer_and_monitor.gateway import ReferAndMonitor
from gateways.refer_and_monitor.line import Line
from gateways.refer_and_monitor.places import Places
from gateways.refer_and_monitor.settings import MonitoringSettings
from gateways.refer_and_monitor.signing_in import GrantedTokens, TokenFile, Tokens
from interventions.catalogue import Catalogue
from interventions.correspondence import Outcome
from interventions.monitoring.records import MonitoringRecord
from interventions.monitoring.seen import SeenReferral


class NobodyThere:
    """No R&M to call: every record becomes a task "key this into R&M" (domain brief 3.4, fallback)."""

    def tell(self, key: str, referral_id: UUID, record: MonitoringRecord) -> Outcome:  # noqa: ARG002
        """Not permitted: a person keys it."""
        return Outcome(result="refused", why="not-permitted", reference="no R&M is set")

    def see(self, referral_id: UUID) -> SeenReferral | None:  # noqa: ARG002
        """Nothing to be seen."""
        return None


def open_monitoring(settings: MonitoringSettings, catalogue: Catalogue) -> ReferAndMonitor | NobodyThere:
    """R&M as the settings say. Nothing is called yet.

    Raises:
        CatalogueError: the file of places is missing or wrong.
    """
    if not settings.rm_url:
        return NobodyThere()
    http = open_http(settings.rm_connect_seconds, settings.rm_answer_seconds)
    client = {"grant_type": SecretStr("client_credentials")}
    line = Line(
        http=http,
        url=settings.rm_url,
        users_url=settings.rm_users_url,
        reading=_granted(http, settings, client),
        writing=_delegated(http, settings),
    )
    return ReferAndMonitor(line=line, catalogue=catalogue, places=Places.read(settings.rm_places))


def _delegated(http: httpx2.Client, settings: MonitoringSettings) -> Tokens | None:
    """The delegated user's tokens, or None where nobody has lent us theirs."""
    if settings.rm_user_refresh_token.get_secret_value():
        grant = {"grant_type": SecretStr("refresh_token"), "refresh_token": settings.rm_user_refresh_token}
        return _granted(http, settings, grant)
    return TokenFile(settings.rm_user_token_file) if settings.rm_user_token_file else None


def _granted(http: httpx2.Client, settings: MonitoringSettings, grant: dict[str, SecretStr]) -> GrantedTokens:
    return GrantedTokens(
        http=http,
        url=settings.rm_auth_url,
        client_id=settings.rm_client_id,
        client_secret=settings.rm_client_secret,
        grant=grant,
    )
