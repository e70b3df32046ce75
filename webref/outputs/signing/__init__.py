"""Editions signed by people, and the signatures held against them."""
