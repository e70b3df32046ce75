"""The formulas of every calculator in words, for readers whose device cannot compute."""

from collections.abc import Iterator
from dataclasses import dataclass

from webref.content.site import Page, Site
from webref.dosing.entries import split_entries
from webref.dosing.evaluate import evaluate
from webref.dosing.spec import Calculator, Setting


@dataclass(frozen=True)
class Formula:
    """One line of a calculator's working in words; `since` names the case it holds for."""

    name: str
    words: str
    since: str


def formulas(calculator: Calculator) -> tuple[Formula, ...]:
    """Every formula that a worked example of the calculator goes through, each once, in order.

    Words alone: a figure of an example could be taken for an answer.
    """
    found: dict[Formula, None] = {}
    for example in calculator.examples:
        parameters = split_entries(calculator, dict(example.inputs))
        for line in evaluate(calculator, parameters, Setting(now=example.now)).working:
            if line.parts:
                found[Formula(line.name, line.parts[0], _case(line.since))] = None
    return tuple(found)


def _case(since: str) -> str:
    """The reason of a branch, without the example's own figures."""
    figured = any(letter.isdigit() for letter in since)
    return "depending on what is entered" if figured else since


def calculators(site: Site) -> Iterator[tuple[Page, tuple[Formula, ...]]]:
    """The page of each calculator with its formulas."""
    for page in site.pages():
        if isinstance(page.item, Calculator):
            yield page, formulas(page.item)
