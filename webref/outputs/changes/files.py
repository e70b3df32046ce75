"""Files that differ between two editions, and which of them no change of the record explains."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from webref.content.site import ROOT
from webref.outputs.changes.compare import Change, Held, JsonObject
from webref.outputs.changes.lines import references
from webref.outputs.folder import MACHINE, RECORD

# Lists of other pages and of all that can be found: any change of the record may show in them.
LISTS = (
    "home", "contents", "monograph", "calculators", "protocols", "without-scripts", "list", "pdfs",
    "offline", "sources", "changes",
)  # fmt: skip
EVERYTHING = (RECORD, MACHINE, "/search.json", "/manifest.webmanifest")
# Rows whose words stand around every page, and aspects by which pages name each other.
AROUND = ("pack", "words")
NAMING = ("title", "short", "name", "new", "gone")
SPOKEN = ("/static/wording.js", "/static/answers/words.js", "/static/changes/words.js")

EditionList = Mapping[str, object]


def differing(old: EditionList, new: EditionList) -> list[str]:
    """The addresses of files that are not the same in both lists, PDFs apart, in order."""
    before, after = _digests(old), _digests(new)
    return sorted(url for url in {*before, *after} if before.get(url) != after.get(url))


def _digests(listing: EditionList) -> dict[str, str]:
    files = listing["files"]
    assert isinstance(files, Sequence)
    return {file["url"]: file["sha256"] for file in files if file["set"] != "pdf"}


def unexplained(
    old: JsonObject, new: JsonObject, changes: Sequence[Change], urls: Iterable[str]
) -> list[str]:
    """Those of the addresses that no change explains: they belong to code or appearance.

    A page is explained by a change of what stands on it, of a fact, limit or source that it names,
    or of the name of another page; a list of pages by any change.
    """
    shown = [_Shown(Held(old), changes), _Shown(Held(new), changes)]
    return [url for url in urls if not any(one.explains(url) for one in shown)]


class _Shown:
    def __init__(self, held: Held, changes: Sequence[Change]) -> None:
        self.held = held
        self.changes = changes
        self.base = held.record["pages"].get("home", ROOT)
        self.pages = {url: page for page, url in held.record["pages"].items()}
        self.changed = {change.row for change in changes}
        self.around = any(
            change.row.partition("/")[0] in AROUND
            or (change.aspect in NAMING and change.row in held.record["pages"])
            for change in changes
        )

    def explains(self, url: str) -> bool:
        own = "/" + url.removeprefix(self.base) if url.startswith(self.base) else url
        if own in EVERYTHING:
            return bool(self.changes)
        if own in SPOKEN:
            return any(row.startswith("words/") for row in self.changed)
        page = self.pages.get(url)
        if page is None:
            return False
        if page in LISTS:
            return bool(self.changes)
        return self.around or any(row in self.changed for row in self._on(page))

    def _on(self, page: str) -> Iterator[str]:
        """The rows that stand on a page, and those that they name."""
        top = "/".join(page.split("/")[:2])  # the documents of a protocol are one thing
        timed = self.held.rows.get(top, {}).get("says", {}).get("calculator", ())
        own = (top, *(f"calculators/{name}" for name in timed))  # and its clock times too
        for row in self.held.rows.values():
            name, says = str(row["id"]), row.get("says", {})
            if name in own or name.startswith(tuple(f"{one}/" for one in own)):
                yield name
                yield from self._named(row)
            elif "entry" in says and any(f"calculators/{to}" in own for to in says.get("to", ())):
                yield name  # what is carried to it

    def _named(self, row: JsonObject) -> Iterator[str]:
        for aspect, lines in row.get("says", {}).items():
            for line in lines:
                if aspect == "limits":
                    yield f"limits/{line}"
                    yield from self._named(self.held.rows.get(f"limits/{line}", {}))
                    continue
                for name in references(line):
                    fact = name if name in self.held.rows else ""
                    yield fact or f"sources/{name.partition(': ')[0]}"
                    if fact:
                        yield from self._named(self.held.rows[fact])
                yield line  # a page that it leads to, or the row on which labels differ
                yield f"calculators/{line}"
                yield f"differences/{line}"
