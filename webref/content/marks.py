"""Figures of a pack held against how its readers write them."""

from collections.abc import Iterator
from pathlib import Path

from webref.content.pack.model import Pack
from webref.content.reading.files import Files
from webref.content.reading.records import key_path, load_toml
from webref.content.reading.references import without_references
from webref.content.reading.spelling import strings_shown
from webref.content.site import Site
from webref.content.wording.read import FILE as WORDS
from webref.dosing.readable import misread
from webref.dosing.rules import rules
from webref.errors import Problem


def check_marks(site: Site, files: Files) -> Iterator[Problem]:
    """No figure that is shown holds a point or a comma that its readers take for another thing."""
    marks = site.pack.misread
    if not marks:
        return
    for file, place, text in _texts(site, files):
        if figure := misread(text, marks):
            yield Problem(file, place, _reason(site.pack, figure))


def _reason(pack: Pack, figure: str) -> str:
    mark = "a point" if "." in figure and "." in pack.misread else "a comma"
    key = "decimal_mark" if mark == "a point" else "thousands_mark"
    return (
        f"{figure} holds {mark}, which is another thing to readers of {pack.language} ({key} of "
        "pack.toml): a figure is shown in one way in every language, so leave this one out"
    )


def _texts(site: Site, files: Files) -> Iterator[tuple[str, str, str]]:
    """File, place and text of everything that is shown: words, facts, and formulas on paper."""
    for path in sorted(files.root.rglob("*.toml")):
        yield from _words(files, path)
    for path in sorted(files.root.rglob("*.md")):
        name = path.relative_to(files.root).as_posix()
        text = path.read_text("utf-8").split("\n+++\n", 1)[-1]
        for number, line in enumerate(text.split("\n"), 1):
            yield name, f"line {number} after the front matter", without_references(line)
    for fact in site.facts.values():
        for figure in fact.figures.values():
            yield fact.file, f"fact[{fact.id}]", figure.text()
    for name, calculator in site.calculators.items():
        for rule in rules(calculator):
            for case in rule.cases:
                for text in (case.formula, *case.conditions, *rule.conditions):
                    yield f"calculators/{name}.toml", f"the formula of {rule.name}", text


def _words(files: Files, path: Path) -> Iterator[tuple[str, str, str]]:
    name = path.relative_to(files.root).as_posix()
    text = None if name == WORDS else files.text(name)
    data = load_toml(text) if text else {}
    for keys, words in strings_shown(data):
        yield name, key_path(data, keys), without_references(words)
