"""Scripts and styles as they are served: shorter than as they are written, and the same program."""

import json
import re
import subprocess
from pathlib import Path

import pytest
import tinycss2

from webref.outputs.folder import file_at
from webref.outputs.freeze import VENDORED, WORKERS, copy_static
from webref.web.library.edition import write_static

ROOT = Path(__file__).parents[2]
STATIC = ROOT / "static"


def trees(*files):
    command = ["node", ROOT / "tools/types/trees.mjs", *files]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def test_a_served_script_has_the_syntax_tree_of_the_one_that_is_written(tmp_path):
    copy_static(STATIC, tmp_path, {})
    write_static(STATIC, tmp_path)  # what a library's pages need
    written = [path for path in sorted(STATIC.rglob("*.js")) if path.name not in WORKERS]
    served = [file_at(tmp_path, f"/static/{path.relative_to(STATIC)}") for path in written]
    # A blank is lost in a template within a template: such a line is written otherwise.
    for path, one, other in zip(written, trees(*written), trees(*served), strict=True):
        assert one == other, path
    spared = sum(path.stat().st_size for path in served) / sum(
        path.stat().st_size for path in written
    )
    assert spared < 0.9


def rules(sheet):
    """What a browser reads of a style sheet; blanks beside these signs say nothing."""
    found = tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True)
    assert not [one for one in found if one.type == "error"]
    text = re.sub(r"/\*.*?\*/", "", tinycss2.serialize(found), flags=re.DOTALL)
    return re.sub(r"\s*;\s*(?=\})|\s*([{};:,>~+!()])\s*", r"\1", re.sub(r"\s+", " ", text))


@pytest.mark.parametrize(
    "write",
    [lambda folder: copy_static(STATIC, folder, {}), lambda folder: write_static(STATIC, folder)],
    ids=["a pack", "a library"],
)
def test_the_served_style_sheets_have_the_rules_of_those_that_are_written(tmp_path, write):
    write(tmp_path)
    served = {path.name: path.read_text("utf-8") for path in tmp_path.rglob("*.css")}
    written = {path.stem: path.read_text("utf-8") for path in STATIC.rglob("*.css")}
    paper = written.pop("paper")
    screen = "".join(written.pop(name) for name in ("frame", "parts", "tasks", "media"))
    assert not written
    assert served.keys() == {"screen.css", "paper.css"}
    for name, sheet in (("screen.css", screen), ("paper.css", paper)):
        assert rules(served[name]) == rules(sheet)
        assert len(served[name]) < 0.95 * len(sheet)


def test_a_vendored_script_is_served_as_it_came(tmp_path):
    copy_static(STATIC, tmp_path, {})
    for path in (STATIC / VENDORED).glob("*.js"):
        assert file_at(tmp_path, f"/static/{VENDORED}{path.name}").read_bytes() == path.read_bytes()


def test_scripts_that_hold_the_packs_sentences_take_the_place_of_those_of_static(tmp_path):
    script = b"// By a tool.\nexport const WORDS = new Map([]);\n"
    copy_static(STATIC, tmp_path, {"wording.js": script})
    served = file_at(tmp_path, "/static/wording.js").read_bytes()
    assert served == b"export const WORDS=new Map([]);"
