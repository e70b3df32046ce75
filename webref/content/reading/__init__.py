"""How the files of a pack are read: exactly, and refused with their place."""
