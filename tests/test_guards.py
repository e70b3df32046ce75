"""Every guard that `make guards` takes out stands in its file as it is named there."""

from pathlib import Path

import pytest

from e2e.offline.guarded import GUARDS, Guard

STATIC = Path(__file__).parents[1] / "static"


@pytest.mark.parametrize("guard", GUARDS, ids=lambda guard: guard.name)
def test_what_is_to_be_taken_out_stands_once(guard: Guard) -> None:
    text = (STATIC / guard.file).read_text("utf-8")
    for old, new in guard.changes:
        assert text.count(old) == 1
        text = text.replace(old, new)
