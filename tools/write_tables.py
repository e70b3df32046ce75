"""Write what is made from the closed tables of the engine: the page's copies, and the docs' lists.

Run as `python -m tools.write_tables` from the root of the project, after a change of
webref/dosing/unit_table.py, functions.py or words.py, of webref/content/wording/, of the records of
a pack or of webref/content/kinds.py.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from tools.pack_lists import file_list, key_list, kind_list, row_list
from webref.content.wording.table import TABLE
from webref.dosing.functions import FUNCTIONS, Function
from webref.dosing.unit_table import BASES, OFTEN, SINGLES, Single
from webref.dosing.units import unit_of
from webref.dosing.words import say
from webref.outputs import wording

ROOT = Path(__file__).parents[1]
STATIC = ROOT / "static"
DOCS = ROOT / "docs/pack-format.md"
_LISTED = re.compile(r"(<!-- (\w+) -->\n).*?(?=<!-- /\2 -->)", re.DOTALL)

_UNITS = """\
// The one table of units. Written by `python -m tools.write_tables` from
// webref/dosing/unit_table.py: change that one, and write this anew.

/**
 * A single unit: its factor to the base unit (empty where it is only named when typed), what it
 * measures, the word for one, how one and several are said, its name in formulas, the single units
 * that working counts it in, and what people type for it.
 * @typedef {{name: string, factor: string, base: string, one: string, spoken: string,
 *   formula: string, parts: Record<string, number>, spellings: string[]}} Single
 */

/** @type {Single[]} */
export const SINGLES = [
"""


_FUNCTIONS = """\
// The table of functions without what computes them. Written by `python -m tools.write_tables` from
// webref/dosing/functions.py: change that one, and write this anew.

/**
 * A function of formulas: how many arguments, their kind (`alike`: all and the value of one kind;
 * `plain`: plain numbers).
 * @typedef {{fewest: number, most: number, kind: string}} Row
 */

/** @type {Record<string, Row>} */
export const FUNCTION_TABLE = {
"""


def scripts() -> dict[str, str]:
    """The page's copies of the tables, by the name of their file within static/."""
    words = {name: body.decode() for name, body in wording.scripts(TABLE).items()}
    tables = {"answers/unit_table.js": _units(), "answers/function_table.js": _functions()}
    library = {"library/wording.js": wording.library_script().decode()}
    return {**tables, **words, **library}


def _functions() -> str:
    keys = ("fewest", "most", "kind")
    rows = {name: {key: getattr(row, key) for key in keys} for name, row in FUNCTIONS.items()}
    lines = "".join(f"  {name}: {_json(row)},\n" for name, row in rows.items())
    return f"{_FUNCTIONS}{lines}}};\n"


def _units() -> str:
    rows = "".join(f"  {_json(_row(single))},\n" for single in SINGLES)
    often = f"\n/** Words that say how often. */\nexport const OFTEN = {_json(list(OFTEN))};\n"
    return f"{_UNITS}{rows}];\n{often}"


def _json(value: object) -> str:
    return json.dumps(value, separators=(", ", ": "))


def _row(single: Single) -> dict[str, object]:
    return {
        "name": single.name,
        "factor": single.factor,
        "base": single.base,
        "one": single.one,
        "spoken": single.spoken,
        "formula": single.formula,
        "parts": dict(unit_of(single.name).parts) if single.factor else {},
        "spellings": single.spellings.split(", ") if single.spellings else [],
    }


def listings() -> dict[str, str]:
    """The lists of docs/pack-format.md, by the name between their marks."""
    return {
        "units": _unit_list(),
        "functions": _function_list(),
        "files": file_list(),
        "kinds": kind_list(),
        "rows": row_list(),
        "keys": key_list(),
    }


def _function_list() -> str:
    head = "| Function | Arguments | Reads in working |\n|---|---|---|\n"
    return head + "".join(
        f"| `{row.signature}` | {_arguments(row)} | {_reading(row)} |\n"
        for row in FUNCTIONS.values()
    )


def _arguments(row: Function) -> str:
    count = str(row.fewest) if row.fewest == row.most else f"{row.fewest} to {row.most}"
    return f"{count}, {'of one kind' if row.kind == 'alike' else 'plain numbers'}"


def _reading(row: Function) -> str:
    names = row.signature.partition("(")[2].rstrip(")").split(", ")
    operands = dict(zip("abc", names, strict=False))
    name = row.signature.partition("(")[0]
    return say(f"function.{name}", **operands, all=", ".join(names), places="4 places")


def _unit_list() -> str:
    head = "| What it measures | Units | Below a line | In formulas |\n|---|---|---|---|\n"
    return head + "".join(_lines())


def _lines() -> Iterator[str]:
    bases = [*((base.id, base.words) for base in BASES), ("", "a number, or what is counted")]
    for name, words in bases:
        singles = [one for one in SINGLES if one.base == name and one.factor and one.name]
        alone = any(base.alone for base in BASES if base.id == name)
        below = ", ".join(f"`/{one.one}`" for one in singles if one.one and not alone)
        formulas = ", ".join(f"`{one.formula}`" for one in singles if one.formula)
        units = ", ".join(f"`{one.name}`" for one in singles)
        yield f"| {words} | {units} | {below} | {formulas} |\n"


def page(text: str) -> str:
    """A text of docs/pack-format.md with its lists as they are now."""
    lists = listings()
    return _LISTED.sub(lambda found: found[1] + lists[found[2]], text)


if __name__ == "__main__":
    for name, written in scripts().items():
        (STATIC / name).write_text(written, "utf-8")
    DOCS.write_text(page(DOCS.read_text("utf-8")), "utf-8")
