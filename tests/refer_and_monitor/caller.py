"""Somebody who calls R&M directly, as its own screens do."""

from dataclasses import dataclass
from typing import Any

import httpx2

from examples.refer_and_monitor.running import StandIn

DATE = {
    "appointmentTime": "2026-04-14T10:00:00+01:00",
    "durationInMinutes": 60,
    "appointmentDeliveryType": "PHONE_CALL",
    "sessionType": "ONE_TO_ONE",
}
YESTERDAY = DATE | {"appointmentTime": "2026-04-07T10:00:00+01:00"}
CAME = {"attended": "YES", "didSessionHappen": True}
WRITTEN = {
    "late": False,
    "sessionSummary": "Talked of work",
    "sessionResponse": "Well",
    "notifyProbationPractitionerOfBehaviour": False,
    "notifyProbationPractitionerOfConcerns": False,
}
RECORDED = {"attendanceFeedback": CAME, "sessionFeedback": WRITTEN}


@dataclass(frozen=True)
class Caller:
    """Calls with one token."""

    url: str
    token: str = ""

    def __call__(self, method: str, path: str, body: Any = None) -> httpx2.Response:
        """One call."""
        headers = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        return httpx2.request(method, self.url + path, json=body, headers=headers, timeout=10)


def caseworker(running: StandIn, username: str = "THROUGHLINE.SERVICE") -> Caller:
    """Calls in the name of a person."""
    tokens = running.world.tokens
    return Caller(running.url, tokens.for_person(running.world.people[username]))


def bare_client(running: StandIn) -> Caller:
    """Calls as the machine it is."""
    answer = httpx2.post(
        f"{running.url}/auth/oauth/token",
        data={"grant_type": "client_credentials"},
        auth=(running.world.tokens.client_id, running.world.tokens.client_secret),
        timeout=10,
    )
    return Caller(running.url, answer.json()["access_token"])
