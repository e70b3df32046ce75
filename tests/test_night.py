"""The night: each part runs whatever became of the others, and the end names what failed."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tools.night import LANES, WHOLE, Part, main, night

MAKEFILE = (Path(__file__).parents[1] / "Makefile").read_text("utf-8")


def part(name, does):
    return Part(name, (sys.executable, "-c", does))


def test_a_part_that_fails_stops_no_other_and_is_named_at_the_end(tmp_path, capsys):
    lanes = [
        [part("first", "raise SystemExit('broken here')"), part("second", "print('done')")],
        [part("beside", "print('done')")],
    ]
    assert night(lanes, [part("last", "print('done')")], tmp_path) == 1
    said = capsys.readouterr().out
    assert "broken here" in said
    assert said.endswith("failed: first\n")
    assert {path.stem for path in tmp_path.iterdir()} == {"first", "second", "beside", "last"}
    assert all("done" in (tmp_path / f"{name}.log").read_text() for name in ("second", "last"))


def test_a_night_in_which_nothing_fails_says_so(tmp_path, capsys):
    assert night((), [part("only", "print('done')")], tmp_path) == 0
    assert capsys.readouterr().out.endswith("nothing failed\n")


def test_every_part_is_a_target_and_an_unknown_one_is_refused():
    for one in (*(one for lane in LANES for one in lane), *WHOLE):
        assert re.search(rf"^{one.command[1]}:", MAKEFILE, re.MULTILINE), one.name
        asked = subprocess.run([*one.command, "--dry-run"], capture_output=True, check=False)
        assert asked.returncode == 0, one.name
    with pytest.raises(SystemExit, match="no such part: dreams"):
        main(["dreams"])
