"""Sources, facts and their figures."""
