"""Limits that hold wherever their quantity does."""
