"""How long and how repeatably the property tests run."""

from hypothesis import settings

# Other work on the machine is no failure of the code.
settings.register_profile("steady", deadline=None)
settings.load_profile("steady")
# The same examples for every mutant, so that a survivor survives again.
settings.register_profile("mutants", deadline=None, derandomize=True)
