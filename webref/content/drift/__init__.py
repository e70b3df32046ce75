"""Figures of facts held against copies of their sources."""
