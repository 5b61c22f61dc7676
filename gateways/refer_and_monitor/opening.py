"""Opening R&M from the settings; without an address it is nobody, and every record is a person's to key."""

import httpx2
from pydantic import SecretStr

from gateways.nobody_to_tell import NobodyToTell
from gateways.refer_and_monitor.calling import open_http
from gateways.refer_and_monitor.gateway import ReferAndMonitor
from gateways.refer_and_monitor.line import Line
from gateways.refer_and_monitor.places import Places
from gateways.refer_and_monitor.settings import MonitoringSettings
from gateways.refer_and_monitor.signing_in import GrantedTokens, TokenFile, Tokens
from interventions.promises.catalogue import Catalogue


def open_monitoring(settings: MonitoringSettings, catalogue: Catalogue) -> ReferAndMonitor | NobodyToTell:
    """R&M as the settings say. Nothing is called yet.

    Raises:
        CatalogueError: the file of places is missing or wrong.
    """
    if not settings.rm_url:
        return NobodyToTell()
    http = open_http(settings.rm_connect_seconds, settings.rm_answer_seconds)
    client = {"grant_type": SecretStr("client_credentials")}
    line = Line(
        http=http,
        url=settings.rm_url,
        users_url=settings.rm_users_url,
        reading=_granted(http, settings, client),
        writing=_delegated(http, settings),
        record_seconds=settings.rm_record_seconds,
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
