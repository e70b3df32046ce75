"""pack.toml: its record, its value and its rules, on which everything else in a pack rests."""
