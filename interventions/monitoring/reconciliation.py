"""The daily look at R&M, in figures: how many were looked at, and where the two accounts differ.

Only referral ids and topics: nothing about a person, so that it can be read in the Temporal UI.
"""

from uuid import UUID

from interventions.message import Wire

# So many ids a topic are named; of more, only the number is of use.
NAMED = 200


class Reconciled(Wire):
    """What a look at some referrals, or at all of them, has found.

    `unread` could not be read in time; `unreadable` are those of them that R&M did not show while it showed
    others; `unknown` R&M knows nothing of. `told` interventions were told
    something new. `differing` names the referrals by topic; `count` says how many, also beyond those named.
    """

    connected: bool = True
    looked: int = 0
    unread: int = 0
    unreadable: tuple[UUID, ...] = ()
    unknown: tuple[UUID, ...] = ()
    told: int = 0
    differing: dict[str, tuple[UUID, ...]] = {}
    count: dict[str, int] = {}

    @property
    def agreeing(self) -> bool:
        """Whether nothing differs."""
        return not (self.count or self.unknown or self.unread)

    def and_also(self, other: "Reconciled") -> "Reconciled":
        """Both looks as one."""
        topics = sorted({*self.differing, *other.differing})
        return Reconciled(
            connected=self.connected and other.connected,
            looked=self.looked + other.looked,
            unread=self.unread + other.unread,
            unreadable=(self.unreadable + other.unreadable)[:NAMED],
            unknown=(self.unknown + other.unknown)[:NAMED],
            told=self.told + other.told,
            differing={
                topic: (self.differing.get(topic, ()) + other.differing.get(topic, ()))[:NAMED]
                for topic in topics
            },
            count={topic: self.count.get(topic, 0) + other.count.get(topic, 0) for topic in topics},
        )


def of_one(referral_id: UUID, topics: tuple[str, ...], *, told: bool) -> Reconciled:
    """What the look at one referral has found, each topic by its kind: "date", not "date/session-3"."""
    kinds = sorted({topic.split("/", maxsplit=1)[0] for topic in topics})
    return Reconciled(
        looked=1,
        told=int(told),
        differing=dict.fromkeys(kinds, (referral_id,)),
        count=dict.fromkeys(kinds, 1),
    )


def unreadable(referral_id: UUID) -> Reconciled:
    """One that R&M did not show while it showed others."""
    return Reconciled(looked=1, unread=1, unreadable=(referral_id,))
