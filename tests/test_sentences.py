"""Every sentence of pages, sheets and scripts stands in the table; none is typed elsewhere."""

import re
from pathlib import Path

import pytest

from webref.content.wording import library
from webref.content.wording.changes import CHANGES
from webref.content.wording.scripts import SCRIPTS, SHARED
from webref.content.wording.second import SECOND
from webref.content.wording.signing import SIGNING
from webref.content.wording.table import TABLE
from webref.dosing.words import WORDS, names_of

ROOT = Path(__file__).parents[1]
TEMPLATES = sorted(
    path
    for path in (ROOT / "templates").rglob("*")
    if path.suffix in (".html", ".mustache") and path.parts[-2] not in ("edit", "pack")
)
WRITTEN = {"wording.js", "words.js", "unit_table.js", "function_table.js"}  # from tables
PAGE = sorted(
    path
    for path in (ROOT / "static").rglob("*.js")
    if path.name not in WRITTEN
    and path.parent.name != "answers"
    and "vendor" not in path.parts
    and path.name not in ("sw.js", "sw-kill.js")  # they run without the others
)
PYTHON = sorted((ROOT / "webref").rglob("*.py"))
TAGGED = re.compile(
    r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<style>.*?</style>|<script.*?</script>|<title>|</title>",
    re.DOTALL,
)
# Attributes, addresses and rules of paper that a macro or a block gives by themselves.
MARKUP = re.compile(r'(?<=\n) [a-z-]+="[^"]*"|\S*\bstatic/\S+|#i-|@[a-z-]+ \{.*?\}', re.DOTALL)
HEARD = re.compile(r'(?:aria-label|title|alt|placeholder|content)="([^"]*)"')
MACHINE = re.compile(r"width=device-width.*|light dark|#[0-9a-f]{6}|webref|0; url=\s*")
WORD = re.compile(r"[A-Za-z]{2,}")
NO_WORDS = {"setting", "long", "mL"}  # names of styles that a macro gives, and a unit
ASKED = re.compile(
    r'(?<![a-z])(?:say|said|shown)\(\s*"([a-z]+\.[a-z-]+)"|\{\{word ([a-z]+\.[a-z-]+)'
)
SENTENCE = re.compile(r"^[A-Z][a-z]+ [a-z]+|[a-z]{2,} [a-z]{2,}\.$")
TYPED = re.compile(r'"([^"\n]*)"|`([^`]*)`')


def typed_in_template(text):
    """Words of a template that are shown or heard and were not asked for by an id."""
    bare = MARKUP.sub("\n", TAGGED.sub("\n", text))
    heard = [one for one in HEARD.findall(bare) if not MACHINE.fullmatch(one)]
    bare = re.sub(r"<[^>]*>", "\n", bare).replace("&nbsp;", " ")
    found = [one[0] for part in (bare, *heard) for one in WORD.finditer(part)]
    return [word for word in found if word not in NO_WORDS]


def typed_in_script(text):
    """Texts of a script that read as a sentence, but for errors, which nobody is shown."""
    lines = [re.sub(r"//.*$|/\*.*?\*/", "", line) for line in text.split("\n")]
    shown = [line for line in lines if "Error(" not in line and not line.strip().startswith("*")]
    texts = [one or other for line in shown for one, other in TYPED.findall(line)]
    return [
        text for text in texts if re.search(r"^[A-Z][a-z]+ [a-z]+|[a-z]{2,} [a-z]{2,}\.$", text)
    ]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_types_a_word_that_is_shown(path):
    assert typed_in_template(path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", PAGE, ids=lambda path: path.name)
def test_no_script_types_a_sentence(path):
    assert typed_in_script(path.read_text("utf-8")) == []


def test_what_is_typed_would_be_found():
    assert typed_in_template('<p aria-label="Go on">{{ say("a.b") }} Stop</p>') == [
        "Stop", "Go", "on",
    ]  # fmt: skip
    assert typed_in_script('x.textContent = "Not saved yet";') == ["Not saved yet"]
    assert typed_in_script("say(`${count} files are here.`);") == ["${count} files are here."]


@pytest.mark.parametrize("path", [*TEMPLATES, *PAGE, *PYTHON], ids=lambda path: path.name)
def test_every_sentence_that_is_asked_for_stands_in_the_table(path):
    asked = {one or other for one, other in ASKED.findall(path.read_text("utf-8"))}
    script = path.suffix == ".js"
    table = {*SCRIPTS, *SHARED, *WORDS} if script else TABLE
    if script and path.parent.name == "changes":
        table = CHANGES
    if script and path.parent.name == "signing":
        table = SIGNING
    if script and path.parent.name == "second":
        table = SECOND
    if path.parent.name == "library":
        table = library.SCRIPTS if script else {*TABLE, *library.PAGES}
    begun = {one for one in asked if one.endswith("-") and any(k.startswith(one) for k in table)}
    assert asked - begun - set(table) == set()


def test_every_sentence_is_asked_for():
    code = [*TEMPLATES, *PAGE, *PYTHON, *(ROOT / "static/answers").glob("*.js")]
    told = [path.read_text("utf-8") for path in code if path.parent.name != "wording"]
    text = "\n".join(one for path, one in zip(code, told, strict=False) if path.name != "words.js")
    whole = {key for key in TABLE if f'"{key}"' in text or f"word {key}" in text}
    by_part = re.compile("|".join(sorted({re.escape(key.split(".")[0]) for key in TABLE})))
    begun = set(re.findall(rf'["`]((?:{by_part.pattern})\.[a-z-]*)(?:"|\$|\{{)', text))
    left = [
        key for key in TABLE if key not in whole and not any(key.startswith(one) for one in begun)
    ]
    assert left == []


def test_no_sentence_is_typed_twice():
    long = [text for text in TABLE.values() if text.endswith(".") or len(text) > 40]
    assert len(long) == len(set(long))


def test_a_sentence_has_few_names():
    assert max(len(names_of(text)) for text in TABLE.values()) <= 4
