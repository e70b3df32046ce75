"""Two records compared: each change in clinical words, with its weight and its sources.

`static/changes/compare.js` says the same of the same records; tests/vectors/changes.json holds
both.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from webref.dosing.words import say
from webref.outputs.changes.lines import bearing, cut, excerpts, paired, references, shown

CLINICAL, ANSWERS, WORDING, UPKEEP = "clinical", "answers", "wording", "upkeep"

JsonObject = Mapping[str, Any]


@dataclass(frozen=True)
class Change:
    """One change. row: the id of what changed; aspect: which side of it, `new` or `gone`."""

    weight: str
    row: str
    aspect: str
    text: str
    sources: tuple[str, ...] = ()


class Held:
    """A record with its rows by id, and what a reader calls them."""

    def __init__(self, record: JsonObject) -> None:
        """Read a record."""
        self.record = record
        self.rows: dict[str, JsonObject] = {row["id"]: row for row in record["rows"]}
        self.figures: Mapping[str, str] = record["figures"]

    def above(self, row: str) -> str:
        """The id of what holds a row, or nothing."""
        while "/" in row:
            row = row.rpartition("/")[0]
            if row in self.rows:
                return row
        return ""

    def called(self, row: str) -> str:
        """What a reader knows a row by, from the outermost thing that holds it."""
        name = shown(self.rows[row]["name"], self.figures)
        outer = self.above(row)
        return say("changes.within", outer=self.called(outer), inner=name) if outer else name

    def source(self, reference: str) -> str:
        """A fact or a place in a source as a reader knows it."""
        if fact := self.rows.get(reference):
            says = fact.get("says", {})
            place = says.get("place", [""])[0]
            source = says.get("source", ["[@]"])[0][2:-1]
        else:
            source, _, place = reference.partition(": ")
        listed = self.rows.get(f"sources/{source}", {}).get("says", {})
        name = listed.get("short", [source])[0]
        return f"{name}: {place}" if place else name

    def shown(self, line: str) -> str:
        """A line as a reader knows it; one that holds citations alone, as what they cite."""
        text = shown(line, self.figures)
        return text or "; ".join(self.source(one) for one in references(line))

    def text(self, row: str) -> str:
        """What a row says, in one line, without dates and names that change nothing."""
        held = self.rows[row]
        figures = [figure["text"] for figure in held.get("figures", {}).values()]
        known = self.record["aspects"]
        says = held.get("says", {}).items()
        weights = {name: known.get(name.partition(":")[0], {}).get("weight") for name, _ in says}
        lines = [line for name, lines in says if weights[name] != UPKEEP for line in lines]
        found = (shown(line, self.figures) for line in (*figures, *lines))
        return cut("; ".join(filter(None, found)))


def compare(old: JsonObject, new: JsonObject) -> list[Change]:
    """Every change between two records, in the order of the newer one, what is gone last."""
    return list(_Comparison(Held(old), Held(new)).changes())


class _Comparison:
    def __init__(self, old: Held, new: Held) -> None:
        self.old, self.new = old, new

    def changes(self) -> Iterator[Change]:
        for row in self.new.rows:
            if row in self.old.rows:
                yield from self._row(row)
            elif not self._alone(row, self.new, self.old):
                yield self._whole("new", row, self.new)
        for row in self.old.rows:
            if row not in self.new.rows and not self._alone(row, self.old, self.new):
                yield self._whole("gone", row, self.old)

    def _alone(self, row: str, here: Held, there: Held) -> bool:
        """Whether it goes without saying: what holds it came or went as a whole."""
        above = here.above(row)
        return bool(above) and above not in there.rows

    def _whole(self, aspect: str, row: str, held: Held) -> Change:
        text, name = held.text(row), held.called(row)
        key = f"changes.{aspect}" if text else f"changes.{aspect}-bare"
        said = say(key, name=name, text=text) if text else say(key, name=name)
        lines = [line for lines in held.rows[row].get("says", {}).values() for line in lines]
        return Change(CLINICAL, row, aspect, said, self._sources(held, row, lines))

    def _row(self, row: str) -> Iterator[Change]:
        before, after = self.old.rows[row], self.new.rows[row]
        yield from self._figures(row, before.get("figures", {}), after.get("figures", {}))
        says = before.get("says", {}), after.get("says", {})
        for aspect in dict.fromkeys((*says[1], *says[0])):
            pairs = list(paired(says[0].get(aspect, []), says[1].get(aspect, [])))
            if pairs and after["kind"] == "Example":
                sides = ("; ".join(filter(None, side)) for side in zip(*pairs, strict=True))
                text = self._became(row, self._aspect(aspect), *map(cut, sides))
                yield Change(ANSWERS, row, aspect, text)
                continue
            for one, other in pairs:
                yield self._line(row, aspect, one, other)
        for name, ids in after.get("order", {}).items():
            was = [one for one in before.get("order", {}).get(name, []) if one in ids]
            if was != [one for one in ids if one in was]:
                order = "; ".join(
                    shown(self.new.rows[one]["name"], self.new.figures) for one in ids
                )
                text = say("changes.order", name=self.new.called(row), order=order)
                yield Change(CLINICAL, row, "order", text, self._sources(self.new, row, []))

    def _figures(self, row: str, old: JsonObject, new: JsonObject) -> Iterator[Change]:
        for part in dict.fromkeys((*new, *old)):
            before, after = old.get(part), new.get(part)
            if before == after:
                continue
            aspect = "figure"
            if before and after:
                differ = [key for key in ("words", "values", "unit") if before[key] != after[key]]
                names = {"words": "qualifier", "unit": "unit"}
                aspect = names.get(differ[0], aspect) if len(differ) == 1 else aspect
            name = self._aspect(aspect)
            if part:
                name = say("changes.part", aspect=name, part=part)
            texts = [
                str(one["text"]).replace("\u00a0", " ") if one else "" for one in (before, after)
            ]
            text = self._became(row, name, texts[0], texts[1])
            yield Change(CLINICAL, row, aspect, text, self._sources(self.new, row, []))

    def _line(self, row: str, aspect: str, old: str, new: str) -> Change:
        base = aspect.partition(":")[0]
        name = self._aspect(base)
        if ":" in aspect:
            name = say("changes.part", aspect=name, part=aspect.partition(":")[2])
        before, after = self.old.shown(old), self.new.shown(new)
        weight = self._weight(base)
        if weight == WORDING and not self._mere(old, new, before, after):
            weight = CLINICAL
        if before == after:
            one, other = excerpts(old, new)
            called = self.new.called(row)
            text = say("changes.marks", name=called, aspect=name, old=one, new=other)
        elif before and after:
            text = self._became(row, name, *excerpts(before, after))
        else:
            text = self._became(row, name, cut(before), cut(after))
        held, line = (self.new, new) if new else (self.old, old)
        return Change(weight, row, base, text, self._sources(held, row, [line]))

    def _mere(self, old: str, new: str, before: str, after: str) -> bool:
        """Whether only the wording changed: no figure, source or qualifier, and no whole line."""
        if not old or not new or references(old) != references(new):
            return False
        words = self.new.record["qualifiers"]
        return bearing(before, words) == bearing(after, words)

    def _became(self, row: str, aspect: str, old: str, new: str) -> str:
        name = self.new.called(row)
        if not old:
            return say("changes.added", name=name, aspect=aspect, new=new)
        if not new:
            return say("changes.dropped", name=name, aspect=aspect, old=old)
        return say("changes.became", name=name, aspect=aspect, old=old, new=new)

    def _aspect(self, aspect: str) -> str:
        known = {**self.old.record["aspects"], **self.new.record["aspects"]}
        return str(known.get(aspect, {}).get("name", aspect))

    def _weight(self, aspect: str) -> str:
        known = {**self.old.record["aspects"], **self.new.record["aspects"]}
        weight = known.get(aspect, {}).get("weight")
        return weight if weight in (WORDING, UPKEEP) else CLINICAL

    def _sources(self, held: Held, row: str, lines: Sequence[str]) -> tuple[str, ...]:
        says = held.rows[row].get("says", {})
        own = [row] if row.startswith("facts/") else []
        named = [one for line in (*lines, *says.get("cites", [])) for one in references(line)]
        return tuple(dict.fromkeys(held.source(one) for one in (*own, *named)))
