"""Every figure of a pack held against copies of the sources, on the lines that its fact cites."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from webref.content.drift.amounts import stands
from webref.content.drift.copies import Copies
from webref.content.facts.figures import Fact
from webref.content.site import Site
from webref.errors import Problem

Outcome = Literal["standing", "by hand", "unheld", "wrong"]


@dataclass(frozen=True)
class Tally:
    """How many figures there are and stand on their lines; the others, one line for each."""

    figures: int
    standing: int
    by_hand: tuple[Problem, ...]  # read by a person, who gave a reason in the fact
    unheld: tuple[Problem, ...]  # of sources of which no copy lies here
    problems: tuple[Problem, ...]  # not found, or no longer as they were read by hand


def compare(site: Site, copies: Copies) -> Tally:
    """Every figure of every fact against the copies; a fact in words has none to compare."""
    found = [one for fact in site.facts.values() for one in _fact(fact, copies)]

    def those(wanted: Outcome) -> tuple[Problem, ...]:
        return tuple(problem for outcome, problem in found if outcome == wanted)

    return Tally(
        len(found), len(those("standing")), those("by hand"), those("unheld"), those("wrong")
    )


def _fact(fact: Fact, copies: Copies) -> Iterator[tuple[Outcome, Problem]]:
    try:
        passage = copies.passage(fact.lines)
    except ValueError as error:
        passage = None
        yield "wrong", Problem(fact.file, f"fact[{fact.id}].lines", str(error))
    for name, figure in fact.figures.items():
        place = f"fact[{fact.id}]" + (f".more.{name}" if name else "")
        shown = figure.bare()
        why = fact.read_by_hand.get(shown)

        def said(words: str, place: str = place) -> Problem:
            return Problem(fact.file, place, words)

        if passage is None:
            yield "unheld", said(f"{shown}: no copy of {fact.source.id} lies here")
        elif all(stands(value, figure.unit, passage) for value in figure.values):
            if why:
                yield "wrong", said(f"{shown} stands on {fact.lines}: take it out of read_by_hand")
            else:
                yield "standing", said(shown)
        elif why:
            yield "by hand", said(f"{shown} was read by hand: {why}")
        else:
            wish = f'mend it, or write read_by_hand = {{ "{shown}" = "why" }} once it was read'
            yield "wrong", said(f"{shown} does not stand on {fact.lines}: {wish}")
