"""A build killed at any moment: what stands in the folder is a whole edition, the old or the new.

The short version runs with the other tests, twenty moments of each kind at night.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.content.tiny import TinyPack
from webref.outputs.exchange import Bench
from webref.outputs.verify import verify_folder

WEBREF = Path(sys.executable).with_name("webref")
# Two folders exchanged without end, as `webref back` exchanges them.
EXCHANGING = """
import sys
from pathlib import Path
from webref.outputs.exchange import Bench
bench = Bench(Path(sys.argv[1]))
print("started", flush=True)
while True:
    with bench.held(lambda: None):
        bench.go_back()
"""
SEED = 20261122
HEARD = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.SIG_DFL)
os.execv(sys.argv[1], sys.argv[1:])
"""


class Place:
    """A tiny pack, the folder that it was built into, the edition, and the seconds it took."""

    def __init__(self, root, old=None, took=0.0):
        self.pack = TinyPack(root / "pack")
        self.root = root
        self.folder = root / "site"
        self.old = old
        self.took = took
        self.moments = random.Random(SEED)

    def command(self):
        return [WEBREF, "build", self.folder, "--pack", self.pack.root]

    def build(self):
        """Build undisturbed; the edition."""
        subprocess.run(self.command(), check=True, capture_output=True)
        return standing(self.folder)

    def kill(self):
        """Start a build and kill it at a moment within what the first one took; which moment."""
        moment = self.moments.uniform(0, self.took)
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE}
        with subprocess.Popen(self.command(), **quiet) as one:
            time.sleep(moment)
            one.send_signal(signal.SIGKILL)
        return moment


def standing(folder):
    """The edition that a folder serves, every file of it hashed; nothing where there is none."""
    if not folder.exists():
        return None
    found = verify_folder(folder)
    assert not found.problems
    return found.edition


def held(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*.*")}


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    """A first build, from nothing."""
    place = Place(tmp_path_factory.mktemp("first"))
    before = time.monotonic()
    place.old = place.build()
    place.took = time.monotonic() - before
    return place


@pytest.fixture
def place(first, tmp_path):
    """A copy of it, with what its build laid out beside."""
    shutil.copytree(first.root, tmp_path, dirs_exist_ok=True)
    return Place(tmp_path, first.old, first.took)


MOMENTS = [
    pytest.param(1, id="once"),
    pytest.param(20, id="twenty times", marks=pytest.mark.nightly),
]


@pytest.mark.parametrize("times", MOMENTS)
def test_a_first_build_leaves_nothing_or_a_whole_edition_and_goes_on(place, times):
    undisturbed = held(place.folder)
    for turn in range(times):
        shutil.rmtree(place.folder, ignore_errors=True)
        if turn % 2 == 0:  # every second one goes on where the one before it was killed
            shutil.rmtree(Bench(place.folder).place, ignore_errors=True)
        moment = place.kill()
        found = standing(place.folder)
        print(f"first build, killed after {moment:.2f} s: {'whole' if found else 'nothing'}")
        assert found in (None, place.old)
    assert place.build() == place.old
    assert held(place.folder) == undisturbed


@pytest.mark.parametrize("times", MOMENTS)
def test_a_rebuild_leaves_the_old_edition_or_the_new_one(place, times):
    old = place.old
    for turn in range(times):
        place.pack.body(f"Give it {'slowly ' * (turn + 1)}. [@us-label: Dosage]")
        moment = place.kill()
        found = standing(place.folder)
        print(f"rebuild, killed after {moment:.2f} s: {'old' if found == old else 'new'}")
        new = place.build()
        assert found in (old, new)
        assert new != old
        old = new


@pytest.mark.parametrize("times", MOMENTS)
def test_an_exchange_leaves_one_of_the_two(place, times):
    first = place.old
    place.pack.body("Give it slowly. [@us-label: Dosage]")
    second = place.build()
    for _ in range(times):
        command = [sys.executable, "-c", EXCHANGING, place.folder]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as one:
            assert one.stdout.readline() == b"started\n"
            time.sleep(place.moments.uniform(0, 0.2))
            one.kill()
        found = standing(place.folder)
        print(f"exchange, killed: {'first' if found == first else 'second'}")
        assert found in (first, second)
        bench = Bench(place.folder)  # the one that lies beside may be of an unfinished step
        assert standing(bench.last if bench.last.exists() else bench.next) in (first, second)
        if not bench.last.exists():
            bench.next.rename(bench.last)


def test_a_build_that_is_stopped_by_hand_says_so_and_nothing_more(place):
    # A shell that runs these tests in the background has them ignore Ctrl-C.
    shutil.rmtree(place.folder)
    shutil.rmtree(Bench(place.folder).place)
    heard = [sys.executable, "-c", HEARD, *place.command()]
    with subprocess.Popen(heard, stderr=subprocess.PIPE, text=True, process_group=0) as one:
        said = ""
        while "PDFs" not in said:  # its processes start now, and Ctrl-C reaches them too
            said += one.stderr.readline()
        time.sleep(0.2)
        os.killpg(one.pid, signal.SIGINT)
        said += one.stderr.read()
    assert said.splitlines()[-1] == "webref: stopped"
    assert all(line.startswith("webref: ") for line in said.splitlines())
    assert one.returncode == 130
    assert standing(place.folder) is None
    assert place.build() == place.old
