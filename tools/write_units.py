"""Write what is made from the table of units: the page's copy, and the list of docs/pack-format.md.

Run as `python -m tools.write_units` from the root of the project, after a change of
webref/dosing/unit_table.py.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from webref.dosing.unit_table import BASES, OFTEN, SINGLES, Single
from webref.dosing.units import unit_of

ROOT = Path(__file__).parents[1]
SCRIPT = ROOT / "static/answers/unit_table.js"
DOCS = ROOT / "docs/pack-format.md"
_LISTED = re.compile(r"(?<=<!-- units -->\n).*?(?=<!-- /units -->)", re.DOTALL)

_HEAD = """\
// The one table of units. Written by `python -m tools.write_units` from
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


def script() -> str:
    """The page's copy of the table."""
    rows = "".join(f"  {_json(_row(single))},\n" for single in SINGLES)
    often = f"\n/** Words that say how often. */\nexport const OFTEN = {_json(list(OFTEN))};\n"
    return f"{_HEAD}{rows}];\n{often}"


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


def listing() -> str:
    """The table of single units of docs/pack-format.md."""
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
    """A text of docs/pack-format.md with its table of units as it is now."""
    return _LISTED.sub(lambda _: listing(), text)


if __name__ == "__main__":
    SCRIPT.write_text(script(), "utf-8")
    DOCS.write_text(page(DOCS.read_text("utf-8")), "utf-8")
