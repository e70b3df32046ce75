"""One collected pytest session, forked for every change of the code."""

import functools
import gc
import io
import os
import resource
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from math import ceil
from pathlib import Path
from typing import Any

import pytest
from mutmut.configuration import config
from mutmut.mutation.trampoline import set_mutant_under_test
from mutmut.state import state
from mutmut.utils.format_utils import mangled_name_from_mutant_name

NOTICED, ENDLESS, ANEW, SURVIVED, UNREACHED = (
    "noticed", "ran without end", "noticed from the start", "SURVIVED", "NOT REACHED",
)  # fmt: skip
KILLED = (NOTICED, ENDLESS, ANEW)
FIRST_S = 1.0  # of tests that a change is tried with before the others
SLACK_S = 20  # of processor beyond ten times what the tests took unchanged
MEMORY = 2 << 30  # bytes that a change may take beyond what the session has


class Runs:
    """Tries changes by name, for some seconds; `verdicts` says of each whether a test noticed.

    What is not reached in that time has no verdict, so names come in an order drawn at random.
    A function that is also called while modules are imported has left its results in their
    tables before the fork: where such a change survives, and where no test reaches it, the
    tests are run once more in a process in which the change stood from the start.
    """

    def __init__(self, names: Sequence[str], seconds: float) -> None:
        self.names, self.seconds = names, seconds
        self.found: dict[str, str] = {}
        self.imported: set[str] = set()
        self.reached: dict[str, dict[pytest.Item, float]] = defaultdict(dict)
        self.caches: list[Any] = []
        self.began = time.monotonic()

    def verdicts(self) -> dict[str, str]:
        """Every name with its verdict; SystemExit where the tests fail unchanged."""
        set_mutant_under_test("stats")
        code = pytest.main([*_arguments(), "-p", "no:cacheprovider"], plugins=[self])
        if code or not self.found:
            raise SystemExit(f"the tests fail without any change (pytest: {code})")
        return self.found

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Run every test once, noting what it reaches; then try the changes."""
        self.imported = set(state()._stats)
        for item in session.items:
            state()._stats.clear()
            began = time.process_time()
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
            for function in state()._stats:
                self.reached[function][item] = time.process_time() - began
        if session.testsfailed:
            return True
        set_mutant_under_test("")
        cached = functools._lru_cache_wrapper
        self.caches = [one for one in gc.get_objects() if isinstance(one, cached)]
        capture: Any = session.config.pluginmanager.getplugin("capturemanager")
        with capture.global_and_fixture_disabled():
            for place, name in enumerate(self.names, 1):
                if not self._is_time():
                    break
                verdict = self._verdict(session, name)
                function = mangled_name_from_mutant_name(name)
                if verdict not in KILLED and function in self.imported and _is_noticed_anew(name):
                    verdict = ANEW
                self._tell(name, verdict, place if place % 50 == 0 else 0)
        return True

    def _is_time(self) -> bool:
        return time.monotonic() - self.began < self.seconds

    def _tell(self, name: str, verdict: str, place: int = 0) -> None:
        self.found[name] = verdict
        if place or verdict != NOTICED:
            print(f"{time.monotonic() - self.began:6.0f} s  {verdict}  {name}", place, flush=True)

    def _verdict(self, session: pytest.Session, name: str) -> str:
        """What the tests that reach a change say of it: first a second of them, then the others."""
        times = self.reached[mangled_name_from_mutant_name(name)]
        own = f"test_{name.split('.')[2]}.py"
        order = sorted(times, key=lambda item: (item.path.name != own, times[item]))
        spent, early = 0.0, 0
        while early < len(order) and spent < FIRST_S:
            spent += max(times[order[early]], 0)
            early += 1
        for chosen in filter(None, (order[:early], order[early:])):
            limit = ceil(10 * sum(max(times[item], 0) for item in chosen)) + SLACK_S
            told = _forked(session, name, chosen, limit, self.caches)
            if told is None:
                return ENDLESS
            if told < len(chosen):
                times[chosen[told]] = -1.0  # among the first from now on
                return NOTICED
        return SURVIVED if order else UNREACHED


def _forked(
    session: pytest.Session, name: str, items: Sequence[pytest.Item], limit: int, caches: list[Any]
) -> int | None:
    """The place of the first test that fails under a change, their number where none does.

    None: they use up `limit` seconds of the processor.
    """
    receive, send = os.pipe()
    if not (child := os.fork()):
        _child(session, name, items, limit, caches, send)
    os.close(send)
    with os.fdopen(receive) as pipe:
        told = pipe.read()
    _, status = os.waitpid(child, 0)
    if told:
        return int(told)
    return None if os.WIFSIGNALED(status) else 0


def _child(
    session: pytest.Session, name: str, items: Sequence[pytest.Item], limit: int,
    caches: list[Any], send: int,
) -> None:  # fmt: skip
    """Runs the tests under the change, says the place of the one that failed, never returns."""
    try:
        writer: Any = session.config.get_terminal_writer()
        writer._file = io.StringIO()
        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 1))
        size = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (size + MEMORY, size + MEMORY))
        for cache in caches:
            cache.cache_clear()
        set_mutant_under_test(name)
        for place, item in enumerate((*items, None)):
            if item:
                item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
            if session.testsfailed or not item:
                os.write(send, str(place).encode())
                break
    finally:
        os._exit(0)


def _arguments() -> list[str]:
    return [*config().pytest_add_cli_args_test_selection, *config().pytest_add_cli_args, "-q"]


def _is_noticed_anew(name: str) -> bool:
    """Whether the tests notice a change that stands before anything is imported."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *_arguments(), "-x", "-p", "no:cacheprovider"],
        env={**os.environ, "MUTANT_UNDER_TEST": name, "PYTHONPATH": str(Path.cwd())},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if not any(word in done.stdout for word in (" failed", " passed", "rror")):
        raise SystemExit(f"{name}: the tests did not run\n{done.stdout}{done.stderr}")
    return done.returncode != 0
