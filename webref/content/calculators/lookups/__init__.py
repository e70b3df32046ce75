"""Tables that a source prints, read by their limits: from the pack to choices in formulas."""
