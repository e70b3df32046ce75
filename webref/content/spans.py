"""What of a pack is held beside other packs: labels, rows of compare, interactions, links."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from webref.content.site import Site
from webref.content.tables import compare, interactions
from webref.errors import Problem, near


@dataclass(frozen=True)
class Spans:
    """Of one pack, made of plain data only, so that a built pack can say it without being read.

    labels: what each label means, kind, tag and name, by its id; rows: the names of the rows of
    compare by id; mixes: the names and words by which each row of interactions is found;
    pages: their ids; links: those to other packs, as `pack:page`.
    """

    title: str
    labels: Mapping[str, list[str]]
    rows: Mapping[str, str]
    mixes: Mapping[str, str]
    pages: list[str]
    links: list[str]


def spans_of(site: Site) -> Spans:
    """What is held of a site."""
    compared = site.rows(compare.ROWS)
    return Spans(
        title=site.pack.title,
        labels={one.id: [one.kind, one.tag, one.name] for one in site.pack.labels.values()},
        rows={row.id: row.name for row in compared.rows} if compared else {},
        mixes={row.id: ", ".join((row.name, *row.search)) for row in site.rows(interactions.ROWS)},
        pages=[page.id for page in site.pages()],
        links=list(site.elsewhere),
    )


def check_spans(packs: Mapping[str, Spans]) -> Iterator[Problem]:
    """What packs say of each other, by the names of their folders.

    A label means one thing, a row of compare has one name, an interaction stands in both packs,
    and a link to another pack finds its page.
    """
    yield from _alike(
        {
            name: {key: " ".join(one) for key, one in pack.labels.items()}
            for name, pack in packs.items()
        },
        "pack.toml",
        "label",
    )
    yield from _alike({name: pack.rows for name, pack in packs.items()}, "compare.toml", "row")
    for folder, pack in packs.items():
        yield from _mirrored(folder, pack, packs)
        for link in pack.links:
            name, _, page = link.partition(":")
            if name not in packs:
                told = f"there is no pack {name} beside this one{near(name, packs)}"
                yield Problem(f"{folder}", f"({link})", told)
            elif page not in packs[name].pages:
                told = f"{name} has no page {page} to link to{near(page, packs[name].pages)}"
                yield Problem(f"{folder}", f"({link})", told)


def _alike(packs: Mapping[str, Mapping[str, str]], file: str, kind: str) -> Iterator[Problem]:
    """Ids that mean another thing in another pack."""
    first: dict[str, str] = {}
    for folder, meanings in packs.items():
        for name, meant in meanings.items():
            there = first.setdefault(name, folder)
            if meant != (before := packs[there][name]):
                told = (
                    f"here it means {meant}, and in {there} {before}; give one of them another id"
                )
                yield Problem(f"{folder}/{file}", f"{kind}[{name}]", told)


def names(words: str, title: str) -> bool:
    """Whether words name a drug by its title, as words of their own."""
    return bool(re.search(rf"\b{re.escape(title)}\b", words, re.IGNORECASE))


def _mirrored(folder: str, pack: Spans, packs: Mapping[str, Spans]) -> Iterator[Problem]:
    """Other packs whose drug a row of interactions is found by, and which have none on this one."""
    for other, there in packs.items():
        row = next((row for row, words in pack.mixes.items() if names(words, there.title)), "")
        mirrored = any(names(words, pack.title) for words in there.mixes.values())
        if other != folder and row and not mirrored:
            told = (
                f"it is found by {there.title}, and no row of {other}/interactions.toml is found "
                f"by {pack.title}: add one there, since readers of either look for the other"
            )
            yield Problem(f"{folder}/interactions.toml", f"interaction[{row}].search", told)
