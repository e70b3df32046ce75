"""A pack while it is written: served from its folder, with what is wrong with it."""
