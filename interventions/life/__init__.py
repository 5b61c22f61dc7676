"""Real life: the referral changes, pauses, is extended, is here twice, or ends before its time."""
