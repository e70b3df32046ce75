"""What pack.toml is refused for."""

import re
from collections import Counter
from collections.abc import Iterator

from webref.content.pack.model import ANY, EVIDENCE, NOWHERE
from webref.content.pack.people import check_people
from webref.content.pack.records import PackRecord
from webref.errors import Problem

FORMAT = 2  # of packs that this webref reads

# What a pack of an older format has to do, by the format that asked for it.
_ASKED = {2: "give inputs whose names read as orders a prompt"}

# First parts of addresses that the site needs for itself.
TAKEN = ("healthz", "offline", "search", "static")

_MAIL = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def is_english(language: str) -> bool:
    """Whether a code of a language is one of English, such as en or en-GB."""
    return language.partition("-")[0] == "en"


def check_pack(record: PackRecord) -> Iterator[Problem]:
    """Ids stand once and mean one thing; dates come in order."""
    for place, message in (
        *_check_format(record),
        *_check_ids(record),
        *_check_dates(record),
        *_check_marks(record),
        *check_people(
            record.person,
            record.needed,
            record.recall_key,
            record.sequence,
            bool(record.signed),
            record.signing_roles,
        ),
    ):
        yield Problem("pack.toml", place, message)


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
    kinds = {label.id: "label" for label in record.label}
    kinds |= {guideline.id: "guideline" for guideline in record.guideline}
    ids = [one.id for one in record.label] + [one.id for one in record.guideline]
    for name, times in Counter(ids).items():
        place = f"{kinds[name]}[{name}]"
        if times > 1:
            yield place, f"{times} labels or guidelines have this id"
        if name in (EVIDENCE, NOWHERE):
            yield f"{place}.id", f"{name} means that there is no label: choose another id"
    for name, times in Counter(record.routes).items():
        if times > 1 or name == ANY:
            yield "routes", f"{name} is listed twice, or stands for all of them: leave it out"
    if record.report_to is not None and not _MAIL.fullmatch(record.report_to):
        yield "report_to", f"{record.report_to} is no mail address, such as editors@example.org"
    if not _LANGUAGE.fullmatch(record.language):
        yield "language", f"{record.language} is no code of a language, such as en or en-GB"


def _check_marks(record: PackRecord) -> Iterator[tuple[str, str]]:
    """A pack that is not English says how its readers write figures."""
    given = {"decimal_mark": record.decimal_mark, "thousands_mark": record.thousands_mark}
    if _LANGUAGE.fullmatch(record.language) and not is_english(record.language):
        for key, mark in given.items():
            if mark is None:
                yield key, f"is missing: say how readers of {record.language} write figures"
    if record.decimal_mark and record.decimal_mark == record.thousands_mark:
        yield "thousands_mark", "is the decimal mark too: one of them is another"


def _check_dates(record: PackRecord) -> Iterator[tuple[str, str]]:
    if record.review_by < record.date:
        yield "review_by", "is before the date of the edition"
    if record.refuse_after < record.review_by:
        yield "refuse_after", "is before review_by"
