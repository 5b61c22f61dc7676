"""How a referral ends in R&M (domain brief 2.3)."""

from examples.refer_and_monitor.referrals import SentReferral
from examples.refer_and_monitor.world import World


def conclude(world: World, referral: SentReferral) -> None:
    """Conclude it, and say so: once more if it was concluded already."""
    referral.concluded_at = world.clock()
    path = f"/sent-referral/{referral.id}"
    state = delivery_state(referral)
    code = str(referral.withdrawal.get("code", ""))
    world.publish("referral.concluded", referral, path, deliveryState=state)
    world.publish("referral.ended", referral, path, deliveryState=state, withdrawalCode=code)


def delivery_state(referral: SentReferral) -> str:
    """The ending, in R&M's word for it."""
    if not referral.approved or not referral.held:
        return "CANCELLED"
    recorded = all(session.current and session.current.submitted_at for session in referral.sessions)
    return "COMPLETED" if recorded else "PREMATURELY_ENDED"
