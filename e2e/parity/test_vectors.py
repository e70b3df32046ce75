"""The language-neutral cases in tests/vectors/, run by the page's engine."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from e2e.parity.engine import NOTE, ROOT, TEMPLATE

VECTORS = ROOT / "tests/vectors"
CALCULATORS = sorted(path for path in VECTORS.glob("*.json") if path.stem != "numbers")

_RUN = """async ([vector, template, note]) => {
    const { answer, readTree } = await import("/static/answers/answer.js");
    const { render } = await import("/static/answers/render.js");
    const calculator = readTree(JSON.stringify(vector.calculator));
    return vector.cases.map(({ name, query, setting }) => {
        const { fragment, result, context } = answer(calculator, template, query, setting);
        return {
            name,
            status: result?.status ?? "malformed",
            fragment: fragment.split("\\n"),
            notes: Object.fromEntries(
                (context.notes ?? []).map((one) => [one.field, render(note, one).trim()])
            ),
            copy: (context.copy ?? "").split("\\n"),
        };
    });
}"""

_NUMBERS = """async ({ read, show, exact }) => {
    const numbers = await import("/static/answers/numbers.js");
    const fraction = (text) => numbers.exact(text);
    return {
        read: read.map(({ text }) => {
            try {
                const number = numbers.readNumber(text);
                const above = numbers.above(number);
                const plain = number.d === 1n ? `${above}` : `${above}/${number.d}`;
                return { text, number: plain, shown: numbers.show(number) };
            } catch (refused) {
                return { text, refused: refused.message };
            }
        }),
        show: show.map((one) => (
            { ...one, shown: numbers.show(fraction(one.number), one.places, one.mode) }
        )),
        exact: exact.map((one) => ({ ...one, shown: numbers.showExact(fraction(one.number)) })),
    };
}"""


def read(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


@pytest.mark.parametrize("path", CALCULATORS, ids=lambda path: path.stem)
def test_status_and_fragment_are_those_of_the_vector(engine: Page, path: Path) -> None:
    vector = read(path)
    found = engine.evaluate(_RUN, [vector, TEMPLATE, NOTE])
    keys = ("name", "status", "fragment", "notes", "copy")
    wanted = [{key: case[key] for key in keys} for case in vector["cases"]]
    assert wanted
    assert found == wanted


def test_numbers_are_read_and_shown_as_in_the_vectors(engine: Page) -> None:
    vectors = read(VECTORS / "numbers.json")
    assert engine.evaluate(_NUMBERS, vectors) == vectors
