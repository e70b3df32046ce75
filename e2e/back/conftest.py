"""A browser of the test's own, which keeps pages over Back as a reader's does."""
