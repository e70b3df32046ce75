"""A pack folder to one frozen Site, or one error with everything that is wrong with it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from webref.content import build_tables as build
from webref.content import table_records as kinds
from webref.content.build import Builder, build_pack
from webref.content.build_facts import build_facts, build_source
from webref.content.calculator_records import CalculatorRecord
from webref.content.calculators import read_calculators
from webref.content.checks import check_site
from webref.content.checks_pack import check_pack, check_sources
from webref.content.figures import Source
from webref.content.files import FOLDERS, Files
from webref.content.limit_records import LimitsRecord
from webref.content.limits import FILE as LIMITS
from webref.content.limits import NO_LIMITS, read_limits
from webref.content.model import NoticeList, Pack, Vocabulary
from webref.content.prose.library import Library
from webref.content.protocol_records import ProtocolRecord
from webref.content.protocols import read_protocols
from webref.content.reading import Record
from webref.content.records import (
    CardRecord,
    FactsRecord,
    PackRecord,
    SectionRecord,
    SourcesRecord,
)
from webref.content.sheets import SheetRecord, read_sheets
from webref.content.site import ALWAYS, TABLES, Site, address
from webref.errors import ContentError, Problem, in_order

Kind = TypeVar("Kind", bound=Record)
Built = TypeVar("Built")

REQUIRED = ("pack.toml", "sources.toml")
TABLE_KINDS: dict[str, type[Record]] = {
    "differences.toml": kinds.DifferencesRecord,
    "appraisal.toml": kinds.AppraisalRecord,
    "refusals.toml": kinds.RefusalsRecord,
    "interactions.toml": kinds.InteractionsRecord,
    "events.toml": kinds.EventsRecord,
    "compare.toml": kinds.CompareRecord,
    "synonyms.toml": kinds.SynonymsRecord,
    "notices.toml": kinds.NoticesRecord,
    LIMITS: LimitsRecord,
}
FOLDER_KINDS: dict[str, type[Record]] = {
    "facts": FactsRecord,
    "monograph": SectionRecord,
    "emergency": CardRecord,
    "calculators": CalculatorRecord,
    "protocols": ProtocolRecord,
    "sheets": SheetRecord,
}


def load_site(root: Path, today: date) -> Site:
    """The pack in this folder, read and checked, warnings kept in it; else a ContentError."""
    site, problems = read_site(root, today)
    if site is None or not all(problem.warning for problem in problems):
        raise ContentError(problems)
    return replace(site, warnings=tuple(problems))


def read_site(root: Path, today: date) -> tuple[Site | None, list[Problem]]:
    """As much of the pack as can be read, and every problem; no Site without its first files."""
    if not root.is_dir():
        return None, [Problem(str(root), "folder", "there is no such pack folder")]
    files = Files(root)
    files.check_names((*REQUIRED, *TABLE_KINDS))
    if str(root) in files.unread:
        return None, files.problems
    pack_record = files.table(PackRecord, "pack.toml")
    sources_record = files.table(SourcesRecord, "sources.toml")
    if pack_record:
        files.problems += check_pack(pack_record)
    if sources_record:
        files.problems += check_sources(sources_record)
    if not pack_record or not sources_record or files.problems_in(REQUIRED):
        _read_records(files)
        return None, in_order(files.problems)
    pack = build_pack(pack_record)
    sources = {record.id: build_source(record) for record in sources_record.source}
    facts, fact_problems = build_facts(files.tables(FactsRecord, "facts"), sources)
    whole = not any(file.startswith("facts") for file in files.unread)
    builder = Builder(Library(facts, sources, pack.labels, _addresses(pack, files), whole))
    site = _build(files, builder, pack, sources)
    problems = [*files.problems, *fact_problems, *builder.problems]
    pages = builder.library.addresses.keys()
    problems += check_site(site, pages, builder.used, files.unread, today)
    return site, in_order(problems)


def _read_records(files: Files) -> None:
    """What is wrong with each other file by itself, where they cannot be read together."""
    for folder, kind in FOLDER_KINDS.items():
        if FOLDERS[folder] == ".md":
            list(files.documents(kind, folder))
        else:
            files.tables(kind, folder)
    for file, kind in TABLE_KINDS.items():
        if files.has(file):
            files.table(kind, file)


def _build(files: Files, builder: Builder, pack: Pack, sources: dict[str, Source]) -> Site:
    """The site from its files; what cannot be read is left out, with problems kept."""

    def optional(
        name: str, kind: type[Kind], make: Callable[[Kind, Builder], Built], absent: Built
    ) -> Built:
        record = files.table(kind, name) if files.has(name) else None
        return make(record, builder) if record else absent

    sections = {
        document.id: builder.section(document, record)
        for document, record in files.documents(SectionRecord, "monograph")
    }
    cards = {
        document.id: builder.card(document, record)
        for document, record in files.documents(CardRecord, "emergency")
    }
    limits = optional(LIMITS, LimitsRecord, read_limits, NO_LIMITS)
    calculators, guides = read_calculators(files, builder, pack, limits)
    sheets = read_sheets(files, builder, pack)
    in_order = [name for topic in pack.topics for name in topic.sections if name in sections]
    return Site(
        pack=pack,
        sources=sources,
        facts=builder.library.facts,
        sections={name: sections[name] for name in dict.fromkeys([*in_order, *sections])},
        cards=cards,
        calculators=calculators,
        guides=guides,
        protocols=read_protocols(files, builder),
        sheets=sheets,
        differences=optional(
            "differences.toml", kinds.DifferencesRecord, build.build_differences, ()
        ),
        appraisal=optional("appraisal.toml", kinds.AppraisalRecord, build.build_appraisal, ()),
        refusals=optional("refusals.toml", kinds.RefusalsRecord, build.build_refusals, ()),
        interactions=optional(
            "interactions.toml", kinds.InteractionsRecord, build.build_interactions, ()
        ),
        events=optional("events.toml", kinds.EventsRecord, build.build_events, None),
        compare=optional("compare.toml", kinds.CompareRecord, build.build_compare, None),
        vocabulary=optional(
            "synonyms.toml", kinds.SynonymsRecord, build.build_synonyms, Vocabulary()
        ),
        notice_list=optional(
            "notices.toml",
            kinds.NoticesRecord,
            build.build_notices,
            NoticeList(0, pack.date, pack.review_by),
        ),
    )


def _addresses(pack: Pack, files: Files) -> dict[str, str]:
    """The address of every page id that prose may link to, known before any page is built."""
    pages = ["home", "search", *(name for name, _, _ in ALWAYS)]
    pages += [name for name, _, _ in TABLES if files.has(f"{name}.toml")]
    for folder in ("monograph", "emergency", "calculators", "protocols"):
        names = files.names(folder)
        pages += [folder] * bool(names and folder != "emergency")
        pages += [f"{folder}/{name}" for name in names]
    return {page: address(pack.id, page) for page in pages}
