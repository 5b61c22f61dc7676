"""What one participant was promised: catalogue, contract, policy and plan, pinned; and the dose owed."""
