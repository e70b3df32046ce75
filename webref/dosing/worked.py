"""What the engine answers to worked examples, worked out once for all who ask."""

from collections.abc import Mapping

from webref.dosing.entries import split_entries
from webref.dosing.evaluate import evaluate
from webref.dosing.result import Result
from webref.dosing.spec import Calculator, Example, Setting
from webref.dosing.words import spoken

_Kept = tuple[Mapping[str, str], Mapping[str, str], Result]  # the sentences, entries, result


def work(calculator: Calculator, example: Example) -> tuple[Mapping[str, str], Result]:
    """The entries of a worked example, as a form sends them, and the result.

    It is kept with the calculator, for as long as the same sentences are said: loading proves it,
    and an edition tells it in two records.
    """
    words = spoken()
    kept: _Kept | None = calculator.worked.get(example)
    if kept is None or kept[0] is not words:
        entries = split_entries(calculator, dict(example.inputs))
        result = evaluate(calculator, entries, Setting(now=example.now))
        kept = calculator.worked[example] = (words, entries, result)
    return kept[1], kept[2]
