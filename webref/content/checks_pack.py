"""Rules on pack.toml and sources.toml, on which everything else in a pack rests."""

import re
from collections import Counter
from collections.abc import Iterator

from webref.content.records import PackRecord, SourcesRecord
from webref.content.site import ANY, EVIDENCE, NOWHERE
from webref.errors import Problem

FORMAT = 2  # of packs that this webref reads
# What a pack of an older format has to do, by the format that asked for it.
_ASKED = {2: "give inputs whose names read as orders a prompt"}

# First parts of addresses that the site needs for itself.
TAKEN = ("healthz", "offline", "search", "static")
_ADDRESS = re.compile(r"https://[!-;=?-~]+")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def check_pack(record: PackRecord) -> Iterator[Problem]:
    """Ids stand once and mean one thing; dates come in order."""
    for place, message in (*_check_format(record), *_check_ids(record), *_check_dates(record)):
        yield Problem("pack.toml", place, message)


def check_sources(record: SourcesRecord) -> Iterator[Problem]:
    """Ids stand once; an address is one that a reader may open."""
    for name, times in Counter(source.id for source in record.source).items():
        if times > 1:
            yield Problem("sources.toml", f"source[{name}]", f"{times} sources have this id")
    for source in record.source:
        if source.address and not _ADDRESS.fullmatch(source.address):
            message = "an address is https:// and what follows, without spaces"
            yield Problem("sources.toml", f"source[{source.id}].address", message)


def _check_format(record: PackRecord) -> Iterator[tuple[str, str]]:
    if record.format > FORMAT or record.format < 1:
        yield "format", f"{record.format} is not known here: this webref reads {FORMAT}"
    elif record.format < FORMAT:
        asked = "; ".join(text for number, text in _ASKED.items() if number > record.format)
        yield (
            "format",
            f"this pack is of format {record.format}: {asked}, then add format = {FORMAT}",
        )


def _check_ids(record: PackRecord) -> Iterator[tuple[str, str]]:
    if record.id in TAKEN:
        yield "id", f"{record.id} is an address of the site itself: choose another id"
    for name, times in Counter(label.id for label in record.label).items():
        if times > 1:
            yield f"label[{name}]", f"{times} labels have this id"
        if name in (EVIDENCE, NOWHERE):
            yield f"label[{name}].id", f"{name} means that there is no label: choose another id"
    for name, times in Counter(record.routes).items():
        if times > 1 or name == ANY:
            yield "routes", f"{name} is listed twice, or stands for all of them: leave it out"
    if not _LANGUAGE.fullmatch(record.language):
        yield "language", f"{record.language} is no code of a language, such as en or en-GB"


def _check_dates(record: PackRecord) -> Iterator[tuple[str, str]]:
    if record.review_by < record.date:
        yield "review_by", "is before the date of the edition"
    if record.refuse_after < record.review_by:
        yield "refuse_after", "is before review_by"
