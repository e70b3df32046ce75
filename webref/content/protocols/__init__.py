"""Protocols of a pack, from record to walk."""
