"""How long and how repeatably the property tests run."""

from hypothesis import Phase, settings

# Other work on the machine is no failure of the code.
settings.register_profile("steady", deadline=None)
settings.load_profile("steady")
# The same examples for every mutant, so that a survivor survives again; one that fails is enough.
settings.register_profile(
    "mutants",
    deadline=None,
    derandomize=True,
    max_examples=25,
    phases=(Phase.explicit, Phase.generate),
)
