"""Exact dosing arithmetic: pure, knows no Flask, no files, no drug."""
