"""Which members of a kind run in every `make test`, and which by night alone."""

from collections.abc import Collection, Mapping
from typing import Any

import pytest


def members(kind: Mapping[str, tuple[Any, ...]], by_day: Collection[str]) -> list[Any]:
    """Every member as a parameter set with its name; those not among `by_day` run nightly.

    ValueError where `by_day` names one that does not exist.
    """
    if unknown := set(by_day) - kind.keys():
        raise ValueError(f"no members: {sorted(unknown)}")
    return [
        pytest.param(*values, id=name, marks=[] if name in by_day else [pytest.mark.nightly])
        for name, values in kind.items()
    ]
