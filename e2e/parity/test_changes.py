"""What changed is said by the page as Python says it: the vectors, and packs bent at random."""

import json
from pathlib import Path

from playwright.sync_api import Page

from tests.changes.editions import frozen
from tests.changes.mutations import draw
from tests.changes.test_mutations import GERMAN, bent
from tests.changes.write_vectors import OLD, VECTORS, listing
from webref.content.wording.table import TABLE
from webref.dosing.words import speaking
from webref.outputs.changes.compare import compare
from webref.outputs.changes.files import differing, unexplained
from webref.outputs.folder import LIST, RECORD

_COMPARE = """async ([old, cases]) => {
    const { compare } = await import("/static/changes/compare.js");
    const { differing, unexplained } = await import("/static/changes/files.js");
    return cases.map(({ now, listings: [before, after] }) => {
        const changes = compare(old, now);
        return { changes, files: unexplained(old, now, changes, differing(before, after)) };
    });
}"""
SEEDS = range(12)


def test_the_page_says_what_the_vectors_say(engine: Page) -> None:
    cases = json.loads(VECTORS.read_text("utf-8"))["cases"]
    asked = [
        {"now": one["new"], "listings": [listing(OLD, "a"), listing(one["new"], one["code"])]}
        for one in cases
    ]
    found = engine.evaluate(_COMPARE, [OLD, asked])
    assert found == [one["said"] for one in cases]


def test_page_and_server_say_the_same_of_packs_bent_at_random(engine: Page, tmp_path: Path) -> None:
    old = frozen(GERMAN)
    record, before = json.loads(old.read(RECORD)), json.loads(old.read(LIST))
    asked, wanted = [], []
    for seed in SEEDS:
        new = frozen(bent(GERMAN, tmp_path / str(seed), draw(GERMAN, seed, 2)))
        now, after = json.loads(new.read(RECORD)), json.loads(new.read(LIST))
        asked.append({"now": now, "listings": [before, after]})
        with speaking(TABLE):
            changes = compare(record, now)
        files = unexplained(record, now, changes, differing(before, after))
        said = [{**vars(one), "sources": list(one.sources)} for one in changes]
        wanted.append({"changes": said, "files": files})
    assert any(one["changes"] for one in wanted)
    assert engine.evaluate(_COMPARE, [record, asked]) == wanted
