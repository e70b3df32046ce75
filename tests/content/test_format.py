"""docs/pack-format.md says what the code reads: its first pack, its units, every file and key."""

import re
from datetime import date
from pathlib import Path

import pytest

from tools.write_tables import STATIC, page, scripts
from webref.content.kinds import TABLES
from webref.content.load import REQUIRED, load_site
from webref.content.pack.shape import TAKEN
from webref.content.reading.files import FOLDERS
from webref.content.reading.records import Record
from webref.content.wording.pages import PAGES
from webref.dosing.words import WORDS

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/pack-format.md").read_text(encoding="utf-8")
FILES = dict(re.findall(r"^`([\w./-]+)`:\n\n```\w+\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL))
# A word of the prose is no key: what is set as code is.
EXAMPLES = "\n".join(re.findall(r"^```\w*\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL))
PROSE = re.sub(r"^```.*?^```$", "", PAGE, flags=re.MULTILINE | re.DOTALL)
# That a list which is made names a key does not tell what the key holds.
LISTS = r"<!-- (units|functions|files|kinds|keys) -->.*?<!-- /\1 -->"
PROSE = re.sub(LISTS, "", PROSE, flags=re.DOTALL)
KEYS = {
    *re.findall(r"(?:^|[{,])\s*(?:# ?)?(\w+) =", EXAMPLES, re.MULTILINE),
    *re.findall(r"(?<=[\[.])\w+(?=[\].])", EXAMPLES),
    *(word for span in re.findall(r"`([^`\n]+)`", PROSE) for word in re.findall(r"\w+", span)),
}


def _kinds(of):
    """Every record of a pack's files: all are known once loading is imported."""
    for kind in of.__subclasses__():
        if kind.__module__.startswith("webref."):
            yield kind
        yield from _kinds(kind)


KINDS = sorted(set(_kinds(Record)), key=lambda kind: kind.__name__)


def test_the_first_pack_of_the_page_loads_as_it_stands(tmp_path):
    shown = {file: text for file, text in FILES.items() if file != "differences.toml"}
    for file, text in shown.items():
        (tmp_path / file).parent.mkdir(exist_ok=True)
        (tmp_path / file).write_text(text, encoding="utf-8")
    site = load_site(tmp_path, date(2026, 11, 22))
    assert (len(shown), len(site.facts), len(site.sections), site.warnings) == (4, 1, 1, ())


def test_the_page_lists_units_functions_kinds_and_keys_as_they_are():
    # After a change of a table: python -m tools.write_tables.
    assert page(PAGE) == PAGE
    for name, line in (
        ("units", "| body weight | `kg`"),
        ("functions", "| `root(a, 4)` |"),
        ("files", "    interactions.toml     co-medication"),
        ("kinds", "| `compare` | Compare | `compare.toml` |"),
        ("rows", "`compare.toml`: `[[row]]` with `id`, `name`; `[[column]]` with"),
        ("keys", "| `compare.toml` | `[[row]]` | `id`, `name` |"),
    ):
        assert PAGE.count(line) == 1
        assert line in page(f"<!-- {name} -->\nold\n<!-- /{name} -->")


def test_documents_and_tags_call_the_tiers_of_sources_as_pages_do():
    tiers = [PAGES[f"tier.{tier}"] for tier in (1, 2, 3, 4)]
    told = ", ".join(f"{number} {words}" for number, words in enumerate(tiers, 1))
    for file in ("docs/glossary.md", "templates/pack/sources.toml"):
        assert told in " ".join((ROOT / file).read_text("utf-8").replace("\n#", " ").split()), file
    assert told.replace(", 2", "; 2").replace(", 3", "; 3").replace(", 4", "; 4") in PAGE
    assert WORDS["figure.paper"] == f"{{name}} {tiers[1]}"


def test_the_page_s_engine_holds_the_same_tables():
    assert {name: (STATIC / name).read_text("utf-8") for name in scripts()} == scripts()


def test_the_page_names_every_file_and_folder():
    layout = re.search(r"^```\ncontent/PACK/\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)[1]
    named = {line.split()[0] for line in layout.splitlines()}
    assert named == {
        *REQUIRED,
        *(table.file for table in TABLES),
        *(f"{name}/*{end}" for name, end in FOLDERS.items()),
    }


def test_the_page_names_the_ids_that_a_pack_may_not_have():
    assert all(f"`{name}`" in PAGE for name in TAKEN)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_the_page_names_every_key(kind):
    keys = {field.alias or name for name, field in kind.model_fields.items()}
    assert keys - KEYS == set()
