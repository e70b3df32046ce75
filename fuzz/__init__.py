"""Readers of what strangers write, under texts that a coverage-guided fuzzer makes up."""
