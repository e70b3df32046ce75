"""Rules on the words of a calculator file."""

from collections.abc import Iterator

from webref.content.calculator_records import CalculatorRecord
from webref.content.checks_words import dosing_figures
from webref.errors import Problem


def check_wording(record: CalculatorRecord, file: str) -> Iterator[Problem]:
    """Words that the reader sees repeat no figure: they name the fact in braces."""
    words = {"title": record.title, "answers": record.answers}
    words |= {f"input[{item.id}]": f"{item.name} {item.note}" for item in record.input}
    words |= {f"step[{item.id}]": item.name for item in record.step}
    words |= {f"check[{item.id}]": f"{item.title} {item.text}" for item in record.check}
    words |= {f"output[{item.id}]": item.name for item in record.output}
    words |= {f"table[{item.id}]": f"{item.name} {item.capped}" for item in record.table}
    for place, text in words.items():
        for figure in dosing_figures(text):
            yield Problem(file, place, f"the figure {figure} is no fact")
