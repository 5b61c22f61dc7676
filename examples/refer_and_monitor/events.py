"""The event feed: thin, unordered, and perhaps published before anybody may read of it (domain brief 4)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from random import Random
from uuid import uuid4

from examples.refer_and_monitor.records import Json, instant


@dataclass
class EventFeed:
    """Events by type. Each switch is a share, from 0 to 1; the same seed does the same again."""

    drop: float = 0
    duplicate: float = 0
    reorder: float = 0
    seed: int = 1
    published: list[Json] = field(default_factory=list)
    lost: list[Json] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._chance = Random(self.seed)  # noqa: S311 - a rehearsal, not a secret

    def publish(
        self, kind: str, at: datetime, crn: str, detail_url: str, told: Mapping[str, str | None]
    ) -> None:
        """Say that something happened, perhaps: to nobody, twice, or out of turn."""
        event: Json = {
            "eventType": f"intervention.{kind}",
            "version": 1,
            "description": kind,
            "detailUrl": detail_url,
            "occurredAt": instant(at),
            "additionalInformation": dict(told),
            "personReference": {"identifiers": [{"type": "CRN", "value": crn}]},
        }
        if self._chance.random() < self.drop:
            self.lost.append(event)
            return
        times = 2 if self._chance.random() < self.duplicate else 1
        for _ in range(times):
            back = self._chance.randint(1, 3) if self._chance.random() < self.reorder else 0
            place = max(0, len(self.published) - back)
            self.published.insert(place, {"messageId": str(uuid4()), "message": event})

    def since(self, count: int) -> list[Json]:
        """What a subscriber that has taken `count` is given next."""
        return self.published[count:]
