"""The optional tables of a pack, one file for each subject."""
