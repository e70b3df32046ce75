"""Every sentence of the interface and of an answer, by id."""

from collections.abc import Iterator, Mapping

from webref.content.kinds import HITS, KINDS, TABLES
from webref.content.wording.changes import CHANGES, RECORDED
from webref.content.wording.pages import PAGES
from webref.content.wording.paper import PAPER
from webref.content.wording.scripts import SCRIPTS, SHARED
from webref.content.wording.second import SECOND
from webref.content.wording.signing import SIGNING
from webref.dosing.words import WORDS


def _of_kinds() -> Iterator[tuple[str, str]]:
    """What kinds of page and of hit, printed parts and what files of rows hold are called."""
    for kind in KINDS.values():
        if kind.title:
            yield f"title.{kind.id}", kind.title
            yield f"summary.{kind.id}", kind.summary
        if kind.named:
            yield f"named.{kind.id}", kind.named
        if kind.printed:
            yield f"printed.{kind.id}", kind.printed.title
    for hit in HITS.values():
        yield f"hit.{hit.id}", hit.name
    for table in TABLES:
        yield from table.called.items()


TABLE: Mapping[str, str] = {
    **WORDS,
    **PAGES,
    **PAPER,
    **SCRIPTS,
    **CHANGES,
    **RECORDED,
    **SIGNING,
    **SECOND,
    **dict(_of_kinds()),
}


def of_scripts(words: Mapping[str, str]) -> dict[str, str]:
    """Of all sentences those that the page's scripts say, but for answers."""
    return {key: words[key] for key in (*SHARED, *SCRIPTS)}


def of_answers(words: Mapping[str, str]) -> dict[str, str]:
    """Of all sentences those of an answer."""
    return {key: words[key] for key in WORDS}


def of_changes(words: Mapping[str, str]) -> dict[str, str]:
    """Of all sentences those on what changed between two editions."""
    return {key: words[key] for key in CHANGES}


def of_signing(words: Mapping[str, str]) -> dict[str, str]:
    """Of all sentences those on signatures."""
    return {key: words[key] for key in SIGNING}


def of_second(words: Mapping[str, str]) -> dict[str, str]:
    """Of all sentences those of a second check."""
    return {key: words[key] for key in SECOND}
