"""The sentences that no pack writes: one table by id, and a pack's own in their place."""
