"""HMPPS Auth: tokens by client credentials or for a person who once signed in (domain brief 3.1)."""

import base64
import binascii
from dataclasses import dataclass, field
from secrets import token_urlsafe
from time import time
from typing import Any

import jwt

from examples.refer_and_monitor.people import Person
from examples.refer_and_monitor.refusals import Refused

CLIENT_ROLES = ("ROLE_INTERVENTIONS_API_READ_ALL",)


@dataclass
class Tokens:
    """Signs and checks. `lifetime` is in seconds; `refuse_all` makes every token unwelcome from now on."""

    client_id: str = "throughline"
    client_secret: str = "stand-in-secret"  # noqa: S105 - opens nothing but the stand-in
    client_roles: tuple[str, ...] = CLIENT_ROLES
    lifetime: int = 1200
    issued: int = 0
    refuse_all: bool = False
    signing_key: str = field(default_factory=token_urlsafe, repr=False)
    _refreshing: dict[str, Person] = field(default_factory=dict, repr=False)
    _generation: int = 0

    def for_client(self, authorization: str) -> str:
        """A bare client token for a client that knows its secret (Basic).

        Raises:
            Refused: 401.
        """
        self._check_client(authorization)
        return self._sign({"sub": self.client_id, "authorities": list(self.client_roles)})

    def for_person(self, person: Person) -> str:
        """A person's token."""
        claims = {
            "sub": person.username,
            "user_name": person.username,
            "user_id": person.user_id,
            "auth_source": person.auth_source,
            "authorities": list(person.roles),
        }
        return self._sign(claims)

    def refresh_token_for(self, person: Person) -> str:
        """What a person who signed in leaves with us, so that we may ask in their name."""
        token = token_urlsafe()
        self._refreshing[token] = person
        return token

    def refreshed(self, authorization: str, refresh_token: str) -> str:
        """A fresh token of the person who left this one.

        Raises:
            Refused: 401, the client or the refresh token is not known.
        """
        self._check_client(authorization)
        if refresh_token not in self._refreshing:
            raise Refused(401, "invalid_grant", "Bad refresh token")
        return self.for_person(self._refreshing[refresh_token])

    def switch_back(self) -> None:
        """Every switch as it was at first; who has signed in stays so."""
        self.refuse_all, self.client_roles, self.lifetime = False, CLIENT_ROLES, 1200

    def expire(self) -> None:
        """Every token signed so far has run out."""
        self._generation += 1

    def claims(self, authorization: str) -> dict[str, Any]:
        """What the bearer's token says.

        Raises:
            Refused: 401, none, not ours, or run out.
        """
        kind, _, token = authorization.partition(" ")
        try:
            claims: dict[str, Any] = jwt.decode(token, self.signing_key, algorithms=["HS256"])
        except jwt.InvalidTokenError:
            claims = {}
        if kind.lower() != "bearer" or self.refuse_all or claims.get("generation") != self._generation:
            raise Refused(401, "Unauthorized", "Full authentication is required")
        return claims

    def _sign(self, claims: dict[str, Any]) -> str:
        self.issued += 1
        more = {"client_id": self.client_id, "exp": int(time()) + self.lifetime, "jti": str(self.issued)}
        return jwt.encode(claims | more | {"generation": self._generation}, self.signing_key, "HS256")

    def _check_client(self, authorization: str) -> None:
        kind, _, pair = authorization.partition(" ")
        try:
            known = base64.b64decode(pair).decode() == f"{self.client_id}:{self.client_secret}"
        except (binascii.Error, UnicodeDecodeError):
            known = False
        if kind.lower() != "basic" or not known:
            raise Refused(401, "unauthorized", "Bad client credentials")
