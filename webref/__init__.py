"""webref: an offline dosing reference built from a content pack."""
