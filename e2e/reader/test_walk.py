"""A reader who does at random what readers do finds nothing wrong, and finds what is planted.

READER_SEED and READER_STEPS choose another walk, or repeat one that failed.
"""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from e2e.offline.faults import FaultServer
from e2e.reader.library import REAL, TINY, Built, build
from e2e.reader.planted import FAULTS
from e2e.reader.walk import Walk

SEED = int(os.environ.get("READER_SEED", "1"))
BY_DAY = 60
BY_NIGHT = 10_000
UNTIL_FOUND = 2_000
WITHOUT_UPDATES = {"publish": 0.0}  # after which a browser may hold a worker for minutes
# The page about this device asks how its files are kept before it tells of that.
TOLD = """async () => {
  document.dispatchEvent(new CustomEvent("webref:saved"));
  await navigator.storage.persisted();
  await new Promise((go) => setTimeout(go, 0));
}"""


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Both editions of a library of the tests' own packs."""
    return build(tmp_path_factory.mktemp("reader"), TINY)


def walked(
    context: BrowserContext,
    library: Built,
    steps: int,
    weights: Mapping[str, float],
    told: Callable[[int], None] | None = None,
) -> Walk:
    """So many steps; fails with what was found, and how it is found again."""
    with FaultServer(next(iter(library.folders.values()))) as host:
        walk = Walk(context, host, library, SEED, weights)
        if number := walk.walk(int(os.environ.get("READER_STEPS", steps)), told):
            raise AssertionError(walk.report(number))
        return walk


def test_a_short_walk_finds_nothing_wrong(context: BrowserContext, tiny: Built) -> None:
    walked(context, tiny, BY_DAY, WITHOUT_UPDATES)


def test_home_stands_whole_after_the_page_about_this_device(
    context: BrowserContext, tiny: Built
) -> None:
    # What a walk found: what was told there was put in the place of the whole document.
    with FaultServer(tiny.folders[1]) as host:
        walk = Walk(context, host, tiny, SEED)
        page = walk.page
        page.goto(f"{host.url}/exampladder/calculators/by-share/")  # opened lately, told on Home
        page.goto(f"{host.url}/exampladder/offline/")
        expect(page.locator("[data-own-edition]")).to_contain_text("22 November")
        page.locator("a.up").click()
        expect(page.locator("body")).to_have_attribute("data-kind", "home")
        expect(page.locator("html[data-strip]")).to_be_attached()
        page.evaluate(TOLD)
        expect(page.locator("main")).to_be_visible()


@pytest.mark.nightly
def test_a_long_walk_finds_nothing_wrong(
    context: BrowserContext, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library = build(tmp_path, {**TINY, **REAL})
    with capsys.disabled():
        walk = walked(context, library, BY_NIGHT, {}, lambda number: print(number, flush=True))
        print(f"\nsteps by kind: {walk.counts}; opened once all was closed: {walk.late}")


@pytest.mark.nightly
@pytest.mark.parametrize("name", FAULTS)
def test_what_is_planted_is_found(
    context: BrowserContext, tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    fault = FAULTS[name]
    library = build(tmp_path, {**TINY, **(REAL if fault.real else {})}, [fault.edit])
    with FaultServer(next(iter(library.folders.values()))) as host:
        walk = Walk(context, host, library, SEED, fault.weights)
        number = walk.walk(UNTIL_FOUND)
        assert number, f"not found in {UNTIL_FOUND} steps"
        assert any(fault.found in one for one in walk.problems), walk.report(number)
        with capsys.disabled():
            print(f"\n{name}: found at step {number}: {walk.problems[0][:120]}")
