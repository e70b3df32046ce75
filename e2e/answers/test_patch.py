"""What takes an answer's place: only what differs is new, and the whole is as if it were."""

from playwright.sync_api import Page

from e2e.parity.engine import python_answer
from tests.dosing.cases import example_cases
from tests.packs import shipped

PATCHED = """async (pieces) => {
  const { patch } = await import("/static/patch.js");
  const [box, fresh] = [document.createElement("div"), document.createElement("div")];
  return pieces.filter((html) => {
    patch(box, html);
    fresh.innerHTML = html;
    return !box.isEqualNode(fresh);
  });
}"""
KEPT = """async ([first, second]) => {
  const { patch } = await import("/static/patch.js");
  const box = document.createElement("div");
  patch(box, first);
  const stood = [...box.querySelectorAll("*")];
  patch(box, second);
  return stood.map((node) => box.contains(node));
}"""


def test_each_worked_example_after_another_stands_as_if_nothing_had_been_there(
    dilution: Page,
) -> None:
    pieces = []
    for calculator in shipped().calculators.values():
        pieces += [python_answer(calculator, case)[1] for case in example_cases(calculator)]
    assert len(pieces) > 100
    assert dilution.evaluate(PATCHED, pieces) == []


def test_what_is_alike_stays_and_another_element_goes(dilution: Page) -> None:
    before = "<p>8 <b>mL</b></p><p>Stop</p><i>x</i>"
    after = "<p class='is-read'>9 <b>mL</b></p><section>Stop</section><i hidden>y</i><p>z</p>"
    assert dilution.evaluate(KEPT, [before, after]) == [True, True, False, True]
