"""What an edition holds as a record, and what changed between two of them."""
