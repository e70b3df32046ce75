"""From a keystroke to what it changes, painted, beside a field that only repeats what is typed."""

import datetime
from pathlib import Path

from playwright.sync_api import Page

from bench.hand.phone import Times, head, show, total
from webref.content.load import read_site

QUESTIONS = ("withdrawal", "max dose", "how long does the reservoir last", "qzxv wkjh bnmf plrt")
# Milliseconds from an input event until what it changes is painted, and the same of a plain field;
# a finger does not wait for the screen, so keys fall at all moments of a frame.
KEYS = """async ({ form, field, values }) => {
  const [asking, typed] = [document.querySelector(form), document.querySelector(field)];
  const plain = document.createElement("input");
  const shown = document.createElement("p");
  plain.addEventListener("input", () => { shown.textContent = plain.value; });
  document.querySelector("main").append(plain, shown);
  let turn = 0;
  const enter = async (input, value, swapped) => {
    await new Promise((done) => setTimeout(done, (turn += 5) % 17));
    const before = performance.timeOrigin + performance.now();
    input.value = value;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    await swapped;
    return await painted() - before;
  };
  const times = { here: [], reference: [] };
  for (const value of values) {
    const swapped = new Promise((done) => {
      asking.addEventListener("webref:answer", done, { once: true });
    });
    times.here.push(await enter(typed, value, swapped));
    times.reference.push(await enter(plain, value, null));
  }
  return times;
}"""

# Fill in a form as by hand; the value of its first field that is typed into, which is marked.
FILL = """(entries) => {
  const enter = (name, value) => {
    for (const input of document.querySelectorAll(`#calculator input[name="${name}"]`)) {
      if (input.type === "hidden" || (input.type === "radio" && input.value !== value)) continue;
      if (input.type === "radio") input.checked = true;
      else input.value = value;
      input.dispatchEvent(new Event("input", { bubbles: true }));
    }
  };
  for (const [name, text] of Object.entries(entries)) {
    const hasUnit = document.querySelector(`#calculator input[name="${name}_unit"]`);
    const [value, ...unit] = hasUnit ? text.split(" ") : [text];
    if (hasUnit) enter(`${name}_unit`, unit.join(" "));
    enter(name, value);
  }
  const fields = [...document.querySelectorAll("#calculator .field")];
  const filled = fields.find((field) => field.value);
  filled.dataset.filled = "";
  return filled.value;
}"""
ANSWERED = "#answer :is(.pair-value, .readout:not(.readout-empty))"


def typed(page: Page, name: str, form: str, field: str, values: list[str]) -> Times:
    """Values typed into a field of a form, one after the other."""
    times = page.evaluate(KEYS, {"form": form, "field": field, "values": values})
    return Times(name, times["here"], times["reference"])


def examples(pack: Path) -> dict[str, dict[str, str]]:
    """Of every calculator of the pack, the entries of a worked example that has an answer."""
    site, problems = read_site(pack, datetime.datetime.now(datetime.UTC).date())
    if site is None:
        raise SystemExit("\n".join(map(str, problems)))
    answered = {
        one.id: [example for example in one.examples if example.status in ("ok", "warn")]
        for one in site.calculators.values()
    }
    return {name: dict(found[0].inputs) for name, found in answered.items() if found}


def keystrokes(page: Page, url: str, calculators: list[str], pack: Path, rounds: int) -> None:
    """Every calculator as a worked example fills it, the last key of an entry pressed anew."""
    rows = []
    head("a keystroke, until its answer is painted", "answer", "field repeats it")
    entries = examples(pack)
    for address in calculators:
        name = address.split("/")[-2]
        page.goto(url + address)
        page.evaluate("() => loaded")
        value = page.evaluate(FILL, entries[name])
        page.locator(ANSWERED).first.wait_for(state="attached")
        values = [value[:-1], value] * rounds
        rows.append(typed(page, name, "#calculator", ".field[data-filled]", values))
        show(rows[-1])
    total(rows)


def questions(page: Page, url: str) -> None:
    """Questions typed letter by letter, one of them nonsense."""
    rows = []
    head("a letter, until its hits are painted", "hits", "field repeats it")
    page.goto(url)
    page.evaluate("() => loaded")
    page.locator("#q").focus()
    page.wait_for_timeout(1000)  # the index is read when the box is focused
    for question in QUESTIONS:
        letters = [question[:end] for end in range(1, len(question) + 1)]
        rows.append(typed(page, question, "#search", "#q", letters))
        show(rows[-1])
        print(f"{'':40} {max(rows[-1].here):8.0f} at worst")
    total(rows)
