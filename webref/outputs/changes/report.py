"""What changed between two editions, from their folders or addresses, as a whole and in words."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from webref.dosing.words import say
from webref.outputs.changes.compare import ANSWERS, CLINICAL, UPKEEP, WORDING, Change, compare
from webref.outputs.changes.files import differing, unexplained
from webref.outputs.changes.record import FORMAT
from webref.outputs.folder import LIST, RECORD, file_at
from webref.outputs.verify import ReadBytes, at_address

FILES = "files"
# What a record or a list raises that a stranger wrote in another form.
OTHER_FORM = (KeyError, TypeError, AttributeError, IndexError, ValueError, RecursionError)
GROUPS = (CLINICAL, ANSWERS, WORDING, UPKEEP)


@dataclass(frozen=True)
class Report:
    """What changed: changes by weight, and in sentences what no change explains.

    known: whether both editions carry a record; else all counts as changed.
    """

    old: dict[str, Any]
    new: dict[str, Any]
    known: bool
    changes: tuple[Change, ...]
    files: tuple[str, ...]

    @property
    def title(self) -> str:
        """The drug and the two editions."""
        title = self.new.get("title") or self.new["pack"]
        return f"{title}: {self.old['edition'][:7]} ({self.old['date']}) → " + (
            f"{self.new['edition'][:7]} ({self.new['date']})"
        )

    def groups(self) -> Iterator[tuple[str, list[Change]]]:
        """The title of each weight with its changes, those that there are."""
        for weight in GROUPS:
            if found := [change for change in self.changes if change.weight == weight]:
                yield say(f"changes.{weight}"), found


def report(old: str, new: str) -> Report:
    """The difference of two editions, each a folder or an address; OSError where one is none."""
    return between(_reader(old), _reader(new))


def between(read_old: ReadBytes, read_new: ReadBytes) -> Report:
    """The same of two editions as they are read by address of their files."""
    old, new = _listing(read_old), _listing(read_new)
    before, after = _record(read_old), _record(read_new)
    if before is None or after is None:
        return Report(old, new, False, (), ())
    packs = before.get("pack"), after.get("pack")
    if packs[0] != packs[1]:
        raise OSError(f"{packs[0]} and {packs[1]} are two drugs; compare one with itself")
    try:
        changes = compare(before, after)
        urls = unexplained(before, after, changes, differing(old, new))
    except OTHER_FORM:
        return Report(old, new, False, (), ())
    new["title"] = str(after.get("title", ""))
    return Report(old, new, True, tuple(changes), tuple(_files(old, new, urls)))


def _files(old: dict[str, Any], new: dict[str, Any], urls: Sequence[str]) -> Iterator[str]:
    """Sentences on the code and on files that no change explains."""
    if old.get("engine") != new.get("engine"):
        versions = {"old": str(old.get("webref", "?")), "new": str(new.get("webref", "?"))}
        yield say("changes.engine", **versions)
    listed = [{file["url"] for file in one["files"]} for one in (old, new)]
    for url in urls:
        if url not in listed[0]:
            yield say("changes.file-new", address=url)
        elif url not in listed[1]:
            yield say("changes.file-gone", address=url)
        else:
            yield say("changes.file", address=url)


def said(found: Report) -> Iterator[str]:
    """The report in plain text, line by line."""
    yield found.title
    if not found.known:
        yield say("banner.changes-unknown")
        return
    for title, changes in found.groups():
        yield ""
        yield f"{title} ({len(changes)})"
        for change in changes:
            sources = "; ".join(change.sources)
            yield f"- {change.text}" + (
                f" {say('changes.source', source=sources)}" if sources else ""
            )
    if not found.changes:
        yield say("changes.none")
    if found.files:
        yield ""
        yield f"{say('changes.files')} ({len(found.files)})"
        yield from (f"- {line}" for line in found.files)


def told(found: Report) -> Iterator[str]:
    """The report as a row of changes.toml, line by line; OSError where changes are unknown."""
    if not found.known:
        raise OSError(say("banner.changes-unknown"))
    yield "[[edition]]"
    yield f"date = {found.new['date']}"
    yield f'before = "{found.old["edition"]}"'
    lines = [(change.weight, change.text, change.sources) for change in found.changes]
    for weight, text, sources in (*lines, *((FILES, line, ()) for line in found.files)):
        yield ""
        yield "[[edition.change]]"
        yield f'weight = "{weight}"'
        yield f"text = {json.dumps(text, ensure_ascii=False)}"
        if sources:
            yield f"sources = {json.dumps(sources, ensure_ascii=False)}"


def _listing(read: ReadBytes) -> dict[str, Any]:
    """The list of an edition; OSError where it is none, or of another form."""
    try:
        found = json.loads(read(LIST))
        rows = [row[key] for row in found["files"] for key in ("url", "sha256", "set")]
        texts = [found["edition"], found["date"], found["pack"], *rows]
        texts += [] if isinstance(found["files"], list) else [None]
    except (ValueError, *OTHER_FORM):
        texts = [None]
    if not all(isinstance(text, str) for text in texts):
        raise OSError(f"{LIST} is no list of an edition")
    return dict(found)


def _record(read: ReadBytes) -> dict[str, Any] | None:
    """The record of an edition; None for one that carries none, or one of another format."""
    try:
        found = json.loads(read(RECORD))
    except (OSError, ValueError, RecursionError):
        return None
    known = isinstance(found, dict) and found.get("format") == FORMAT
    return found if known else None


def _reader(place: str) -> ReadBytes:
    if place.startswith(("http://", "https://")):
        return at_address(place)
    folder = Path(place)
    if not file_at(folder, LIST).is_file():
        raise OSError(f"{place} holds no edition; name a folder that webref built, or its address")
    return lambda url: file_at(folder, url).read_bytes()
