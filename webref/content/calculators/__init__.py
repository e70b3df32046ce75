"""Calculators of a pack, from record to tree."""
