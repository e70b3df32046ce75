"""A prose tree shown: on a screen, on paper, in plain words."""
