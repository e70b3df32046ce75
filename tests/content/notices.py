"""The keys at the top of a notices.toml."""

HEAD = "sequence = 3\nissued = 2026-11-22\nuntil = 2027-02-22\n"
