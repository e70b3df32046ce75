"""Kinds of drug that content alone must hold: each loads, is printed and is known to no code."""

import re
import tomllib
from pathlib import Path

import pytest

from tests.archetypes.packs import HERE, NAMES, archetype
from webref.web.app import create_app
from webref.web.printed import documents
from webref.web.sheets import texts

ROOT = HERE.parents[1]
CODE = ("webref", "static", "templates", "tools")
PROPER = re.compile(r"\b[A-Z][a-z]{3,}[A-Za-z]*\b")  # as a name is written


@pytest.fixture(scope="module")
def sites():
    return {name: archetype(name) for name in NAMES}


@pytest.mark.parametrize("name", NAMES)
def test_it_loads_without_a_word_and_says_that_it_is_invented(sites, name):
    site = sites[name]
    assert site.warnings == () and site.calculators
    assert "invented" in site.pack.summary.lower()
    assert all("nvented" in source.title for source in site.sources.values())


@pytest.mark.parametrize("name", NAMES)
def test_every_blank_worksheet_is_laid_out_with_its_tables(sites, name):
    site = sites[name]
    app = create_app(site, ROOT, edition="3f9a1c2d" * 8)
    for document in documents(site):
        if document.kind != "worksheet":
            continue
        text = "".join(texts(app, site, document).values())
        calculator = document.more["calculator"]
        for lookup in calculator.lookups:
            assert lookup.name in text
            for row in lookup.rows:
                assert all(cell.replace("\u00a0", " ") in text.replace("\u00a0", " ").replace(
                    "&nbsp;", " ") for cell in row.cells)  # fmt: skip


def names_of(pack: Path) -> set[str]:
    """What a pack's substance is called, and every name of a brand, maker or device beside it.

    Its id, its title, the synonyms of either, and what the words for search write with a capital.
    """
    record = tomllib.loads((pack / "pack.toml").read_text("utf-8"))
    names = {record["id"], record["title"].lower()}
    file = pack / "synonyms.toml"
    rows = tomllib.loads(file.read_text("utf-8")) if file.exists() else {}
    for row in rows.get("synonym", ()):
        if names & {word.lower() for word in row["means"]}:
            names |= {word.lower() for word in row["words"]}
    for row in (*rows.get("synonym", ()), *rows.get("lead", ())):
        for phrase in row["words"]:
            names |= {word.lower() for word in PROPER.findall(phrase)}
    return names - {*record["routes"]}


def words_of(folder: Path) -> set[str]:
    """Every word of the code in a folder, in lower case."""
    texts = (
        path.read_text("utf-8")
        for path in folder.rglob("*")
        if path.suffix in (".py", ".js", ".css", ".html", ".mustache")
        and "vendor" not in path.parts
    )
    return {word for text in texts for word in re.findall(r"[a-z0-9-]+", text.lower())}


@pytest.mark.parametrize("folder", CODE)
def test_no_code_knows_the_name_of_a_substance(folder):
    packs = [*(HERE / name for name in NAMES), *(ROOT / "content").glob("*/")]
    names = {name for pack in packs if pack.is_dir() for name in names_of(pack)}
    assert len(names) > len(packs)
    assert {"lioresal", "gablofen", "lyflex", "medtronic"} <= names
    assert names & words_of(ROOT / folder) == set()


def test_no_archetype_is_built_into_an_edition_or_a_wheel():
    setup = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert setup["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"] == ["webref"]
    assert not {path.name for path in (ROOT / "content").iterdir()} & set(NAMES)
