"""A content pack: its files read, checked and turned into one frozen Site."""
