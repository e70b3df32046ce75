"""Changes drawn over all files of a pack, each with what a comparison must call it."""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

OTHER_UNIT = {"h": "days", "days": "h", "mg/day": "mcg/day", "mcg/day": "mg/day", "mcg": "mg",
              "mg": "mcg", "%": "times", "mg/tablet": "mcg/tablet", "mcg/mL": "mg/mL",
              "mg/mL": "mcg/mL", "mL": "L", "min": "h"}  # fmt: skip
TOLD = "changes.toml"
LEVELS = {"stop": "warn", "warn": "info", "info": "warn"}


@dataclass(frozen=True)
class Mutation:
    """A change of one place of a pack. row: how the id of what changes begins; one of `aspects`."""

    name: str
    file: str
    row: str
    aspects: tuple[str, ...]
    apply: Callable[[Path], None]
    start: int = 0  # where in the file, so that what stands further down is done first
    weights: tuple[str, ...] = ("clinical",)


def places(pack: Path) -> dict[str, list[Mutation]]:
    """Every mutation that a pack has room for, by its kind."""
    found: dict[str, list[Mutation]] = {}
    for path in sorted(pack.rglob("*")):
        file = path.relative_to(pack).as_posix()
        # What earlier comparisons wrote is no part of what is compared.
        if path.suffix in (".toml", ".md") and file != TOLD:
            for one in _of_file(pack, file, path.read_text("utf-8")):
                found.setdefault(one.name, []).append(one)
    return found


def draw(pack: Path, seed: int, kinds: int) -> list[Mutation]:
    """`kinds` mutations of different files, drawn evenly over their kinds and then over files."""
    source = random.Random(seed)
    room = places(pack)
    names = source.sample(sorted(room), kinds)
    chosen: list[Mutation] = []
    for name in names:
        taken = {one.file for one in chosen}
        files = sorted({one.file for one in room[name]} - taken)
        file = source.choice(files or sorted({one.file for one in room[name]}))
        chosen.append(source.choice([one for one in room[name] if one.file == file]))
    return chosen


def _of_file(pack: Path, file: str, text: str) -> Iterator[Mutation]:
    kind = file.partition("/")[0]
    if kind == "facts":
        yield from _facts(file, text)
    if kind == "calculators" or file == "limits.toml":
        yield from _limits(file, text)
    if kind == "protocols":
        yield from _branches(file, text)
    if kind == "monograph":
        yield from _section(pack, file)
    yield from _words(file, text)


def _cut(file: str, start: int, end: int, new: str) -> Callable[[Path], None]:
    def apply(pack: Path) -> None:
        text = (pack / file).read_text("utf-8")
        (pack / file).write_text(text[:start] + new + text[end:], "utf-8")

    return apply


def _blocks(text: str, head: str) -> Iterator[tuple[str, int, str]]:
    """The tables under a head, such as `[[fact]]`: their id, where they begin, their text."""
    for found in re.finditer(rf"^\[\[{head}\]\]\n(.*?)(?=^\[|\Z)", text, re.M | re.S):
        if name := re.search(r'^id = "([^"]+)"', found[1], re.M):
            yield name[1], found.start(1), found[1]


def _facts(file: str, text: str) -> Iterator[Mutation]:
    sources = sorted(set(re.findall(r'^source = "([^"]+)"', text, re.M)))
    for name, start, block in _blocks(text, "fact"):
        row = f"facts/{name}"

        def make(
            name: str,
            aspect: str,
            found: re.Match[str],
            new: str,
            start: int = start,
            row: str = row,
        ) -> Mutation:
            first = start + found.start(1)
            apply = _cut(file, first, start + found.end(1), new)
            return Mutation(name, file, row, (aspect,), apply, first)

        for found in re.finditer(r"^(?:value|low|high) = ([0-9.]+)$", block, re.M):
            yield make("figure", "figure", found, f"{found[1]}7")
        unit = re.search(r'^unit = "([^"]+)"$', block, re.M)
        if unit and unit[1] in OTHER_UNIT:
            yield make("unit", "unit", unit, OTHER_UNIT[unit[1]])
        if origin := re.search(r'^source = "([^"]+)"$', block, re.M):
            for other in (one for one in sources if one != origin[1]):
                yield make("label", "source", origin, other)
        if bound := re.search(r'^comparator = "([^"]+)"$', block, re.M):
            sign = {">": ">=", ">=": ">", "<": "<=", "<=": "<"}[bound[1]]
            yield make("qualifier", "qualifier", bound, sign)
        elif about := re.search(r"^value = [0-9.]+\n(unit = )", block, re.M):
            yield make("qualifier", "qualifier", about, "about = true\nunit = ")


def _limits(file: str, text: str) -> Iterator[Mutation]:
    heads = ("limit",) if file == "limits.toml" else ("check",)
    above = "limits" if file == "limits.toml" else f"{file.removesuffix('.toml')}/checks"
    for head in heads:
        for name, start, block in _blocks(text, head):
            if found := re.search(r'^level = "(\w+)"$', block, re.M):
                first = start + found.start(1)
                apply = _cut(file, first, start + found.end(1), LEVELS[found[1]])
                yield Mutation("limit", file, f"{above}/{name}", ("level",), apply, first)
            if found := re.search(r'^when = ".*?( >=? | <=? ).*"$', block, re.M):
                sign = {">": " >= ", ">=": " > ", "<": " <= ", "<=": " < "}[found[1].strip()]
                first = start + found.start(1)
                apply = _cut(file, first, start + found.end(1), sign)
                aspect = "case" if head == "limit" else "when"
                yield Mutation("limit", file, f"{above}/{name}", (aspect,), apply, first)


def _branches(file: str, text: str) -> Iterator[Mutation]:
    """Two answers of a step lead where the other led, so that every step is still reached."""
    for found in re.finditer(r"answers = \[\n(.*?)\n\]", text, re.S):
        ways = list(re.finditer(r'to = "([^"]+)"', found[1]))
        for one, other in pairwise(ways):
            if one[1] != other[1]:
                start, end = found.start(1) + one.start(1), found.start(1) + other.end(1)
                between = found[1][one.end(1) : other.start(1)]
                apply = _cut(file, start, end, other[1] + between + one[1])
                yield Mutation("branch", file, file.removesuffix(".toml"), ("to",), apply, start)


def _section(pack: Path, file: str) -> Iterator[Mutation]:
    name = Path(file).stem

    def apply(folder: Path) -> None:
        (folder / file).unlink()
        listed = folder / "pack.toml"
        text = re.sub(rf'"{name}"(, )?', "", listed.read_text("utf-8"))
        listed.write_text(re.sub(r",\s*\]", "]", text), "utf-8")

    yield Mutation("section", file, f"monograph/{name}", ("gone",), apply)


def _words(file: str, text: str) -> Iterator[Mutation]:
    """A word more in a sentence that readers see, in any file."""
    if file == "words.toml":
        keys = r'^"(?:page|offline|banner|title|label|home)\.[\w-]+" = "([^"]+)"$'
    elif file.endswith(".md"):
        keys = r"^((?:[A-Z]|\d\. \*\*)[^\n{|]{20,})$"
    else:
        keys = (
            r"\b(?:text|title|name|summary|why|effect|action|cautious|about|point|claim|common|note|"
            r'good_for|hint|lead|question) = "([^"]{4,})"'
        )
    if file == "synonyms.toml":
        keys = r'^(?:words|means|lacking) = \["([^"]{4,})"'
    for found in re.finditer(keys, text, re.M):
        cut = found[1].rfind(" ") if " " in found[1] else len(found[1])
        start = found.start(1) + cut
        apply = _cut(file, start, start, " selbst")
        weights = ("clinical", "wording", "upkeep")
        yield Mutation("word", file, _row(file), (), apply, start, weights)


def _row(file: str) -> str:
    """How the ids of what a file holds begin."""
    name = file.removesuffix(".toml").removesuffix(".md")
    return "facts" if name.startswith("facts/") else {"synonyms": "vocabulary"}.get(name, name)
