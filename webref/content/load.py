"""A pack folder to one frozen Site, or one error with everything that is wrong with it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from webref.content.calculators.limits.build import LIMITS
from webref.content.calculators.read import read_calculators
from webref.content.calculators.records import CalculatorRecord
from webref.content.checks import check_site
from webref.content.facts.build import build_facts, build_source, check_sources
from webref.content.facts.figures import Source
from webref.content.facts.records import FactsRecord, SourcesRecord
from webref.content.kinds import KINDS, TABLES
from webref.content.marks import check_marks
from webref.content.pack.build import build_pack
from webref.content.pack.model import Pack
from webref.content.pack.records import PackRecord
from webref.content.pack.shape import check_pack
from webref.content.prose.builder import Builder
from webref.content.prose.references import References
from webref.content.protocols.build import read_protocols
from webref.content.protocols.records import ProtocolRecord
from webref.content.reading.files import FOLDERS, Files
from webref.content.reading.records import Record
from webref.content.sections import CardRecord, SectionRecord, build_card, build_section
from webref.content.sheets import SheetRecord, read_sheets
from webref.content.site import ROOT, Site, address
from webref.content.wording.read import FILE as WORDS_FILE
from webref.content.wording.read import WordsRecord, read_words
from webref.dosing.words import speaking
from webref.errors import ContentError, Problem, in_order

REQUIRED = ("pack.toml", "sources.toml")
FOLDER_KINDS: dict[str, type[Record]] = {
    "facts": FactsRecord,
    "monograph": SectionRecord,
    "emergency": CardRecord,
    "calculators": CalculatorRecord,
    "protocols": ProtocolRecord,
    "sheets": SheetRecord,
}


def load_site(root: Path, today: date, base: str = ROOT) -> Site:
    """The pack in this folder, read and checked, warnings kept in it; else a ContentError.

    `base` is the address below which its edition stands.
    """
    site, problems = read_site(root, today, base)
    if site is None or not all(problem.warning for problem in problems):
        raise ContentError(problems)
    return replace(site, warnings=tuple(problems))


def read_site(root: Path, today: date, base: str = ROOT) -> tuple[Site | None, list[Problem]]:
    """As much of the pack as can be read, and every problem; no Site without its first files."""
    if not root.is_dir():
        return None, [Problem(str(root), "folder", "there is no such pack folder")]
    files = Files(root)
    files.check_names((*REQUIRED, WORDS_FILE, *(table.file for table in TABLES)))
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
    words = read_words(files, pack_record)
    with speaking(words.words):
        sources = {record.id: build_source(record) for record in sources_record.source}
        pack = build_pack(pack_record, sources)
        facts, fact_problems = build_facts(files.tables(FactsRecord, "facts"), sources)
        whole = not any(file.startswith("facts") for file in files.unread)
        calculators = files.tables(CalculatorRecord, "calculators")
        addresses = _addresses(pack, files, calculators.values(), base)
        builder = Builder(References(facts, sources, pack.labels, addresses, whole, base != ROOT))
        site = replace(
            _build(files, builder, pack, sources, calculators),
            base=base,
            elsewhere=tuple(sorted(builder.elsewhere)),
            words=words.words,
            has_own_words=bool(words.own),
        )
        problems = [*files.problems, *fact_problems, *builder.problems]
        pages = builder.references.addresses.keys()
        problems += check_marks(site, files)
        problems += check_site(site, pages, builder.used, files.unread, today)
        return site, in_order(problems)


def _read_records(files: Files) -> None:
    """What is wrong with each other file by itself, where they cannot be read together."""
    for folder, kind in FOLDER_KINDS.items():
        if FOLDERS[folder] == ".md":
            list(files.documents(kind, folder))
        else:
            files.tables(kind, folder)
    for table in TABLES:
        if files.has(table.file):
            files.table(table.record, table.file)
    if files.has(WORDS_FILE):
        files.table(WordsRecord, WORDS_FILE)


def _build(
    files: Files,
    builder: Builder,
    pack: Pack,
    sources: dict[str, Source],
    records: dict[str, CalculatorRecord],
) -> Site:
    """The site from its files; what cannot be read is left out, with problems kept."""

    sections = {
        document.id: build_section(document, record, builder)
        for document, record in files.documents(SectionRecord, "monograph")
    }
    cards = {
        document.id: build_card(document, record, builder)
        for document, record in files.documents(CardRecord, "emergency")
    }
    tables = {table.file: table.read(files, builder, pack) for table in TABLES}
    calculators, guides = read_calculators(records, builder, pack, tables[LIMITS.file])
    sheets = read_sheets(files, builder, pack)
    in_order = [name for topic in pack.topics for name in topic.sections if name in sections]
    return Site(
        pack=pack,
        sources=sources,
        facts=builder.references.facts,
        sections={name: sections[name] for name in dict.fromkeys([*in_order, *sections])},
        cards=cards,
        calculators=calculators,
        guides=guides,
        protocols=read_protocols(files, builder),
        sheets=sheets,
        tables=tables,
    )


def _addresses(
    pack: Pack, files: Files, calculators: Iterable[CalculatorRecord], base: str
) -> dict[str, str]:
    """The address of every page id that prose may link to, known before any page is built."""
    pages = ["home", "search"]
    pages += [
        kind.id
        for kind in KINDS.values()
        if kind.always or (kind.table and files.has(kind.table.file))
    ]
    for folder in ("monograph", "emergency", "calculators", "protocols"):
        names = files.names(folder)
        pages += [folder] * bool(names and folder != "emergency")
        pages += [f"{folder}/{name}" for name in names]
    pages += [f"calculators/{solve.id}" for record in calculators for solve in record.solve]
    return {page: address(pack.id, page, base) for page in pages}
