"""How far an answer lies below the fold, and how many touches lead to it, at 360 x 640 and 16 px.

    .venv/bin/python -m bench.hand.reach http://localhost:8000 --pack content/baclofen

Of each calculator the first worked example that has an answer. A touch is whatever is no key of
the keyboard; the line above the dock is not counted. An older commit is measured from its own
checkout, with its own pack.
"""

import argparse
import tomllib
from pathlib import Path

from playwright.sync_api import Page, ViewportSize, sync_playwright

from e2e.chromium import find_chromium

SCREEN: ViewportSize = {"width": 360, "height": 640}
MOST = 300  # pixels that a reader may have to scroll
ANSWERED = "#answer :is(.quantity-read, .pair-value, .quantity)"

# Fill in a form as a hand does; how many touches that takes, the label apart.
FILL = """(entries) => {
  const form = document.querySelector("#calculator");
  const controls = (name) => [...form.querySelectorAll(`input[name="${name}"]`)]
    .filter((input) => input.type !== "hidden");
  let touches = 0;
  const enter = (name, value) => {
    const found = controls(name);
    const input = found.find((one) => one.type !== "radio" || one.value === value);
    if (!input) return;
    const fold = input.closest("details:not([open])");
    if (fold) {
      fold.open = true;
      touches += 1;
    }
    if (input.type === "radio") input.checked = true;
    else input.value = value;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    if (name !== "label") touches += 1;
  };
  const names = [...new Set([...form.elements].map((one) => one.name))]
    .filter((name) => name in entries);
  for (const name of names) {
    const [figure, ...rest] = String(entries[name]).split(" ");
    const hasUnit = rest.length > 0;
    enter(name, hasUnit ? figure : String(entries[name]));
    const [unit, inside] = rest.join(" ").split(" in ");
    if (hasUnit && inside) enter(`${name}_in`, inside.split(" ")[0]);
    if (hasUnit) enter(`${name}_unit`, controls(`${name}_unit`).map((one) => one.value)
      .find((value) => value === unit || (inside && value.startsWith(unit))) ?? unit);
  }
  return touches;
}"""
SCROLL = """(css) => {
  const line = 44;
  const box = document.querySelector("#answer > *").getBoundingClientRect();
  const figure = document.querySelector(css).getBoundingClientRect();
  const dock = document.querySelector(".dock-emergency").getBoundingClientRect();
  const far = (bottom) => Math.max(0, Math.round(bottom + scrollY - dock.top));
  return [far(box.top + line), far(figure.bottom)];
}"""


def calculators(pack: Path) -> dict[str, tuple[str, dict[str, str]]]:
    """Title, and the entries of the first worked example that has an answer, of each calculator."""
    found = {}
    for file in sorted(pack.glob("calculators/*.toml")):
        table = tomllib.loads(file.read_text("utf-8"))
        for one in ({"id": file.stem, **table}, *table.get("solve", ())):
            answered = (case for case in one["example"] if case["status"] in ("ok", "warn"))
            found[one["id"]] = one["title"], next(answered)["inputs"]
    return found


def reach(page: Page, address: str, entries: dict[str, str]) -> tuple[int, int, int, int]:
    """Pixels to the answer's first line and to its figure, touches without and with the label."""
    page.goto(address)
    page.locator("#calculator[data-answering]").wait_for()
    touches = page.evaluate(FILL, entries)
    page.locator(ANSWERED).first.wait_for(state="attached")
    page.evaluate("scrollTo(0, 0)")
    begins, figure = page.evaluate(SCROLL, ANSWERED)
    return begins, figure, touches, touches + ("label" in entries)


def main() -> None:
    """Measure and print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("url")
    options.add_argument("--pack", type=Path, default=Path("content/baclofen"))
    asked = options.parse_args()
    print(
        f"{'pixels, touches':32} {'to answer':>9} {'to figure':>9} {'touches':>8} {'and label':>9}"
    )
    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=find_chromium(),
            args=["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
        )
        for name, (title, entries) in calculators(asked.pack).items():
            page = browser.new_page(viewport=SCREEN, is_mobile=True, has_touch=True)
            address = f"{asked.url}/{asked.pack.name}/calculators/{name}/"
            begins, figure, touches, whole = reach(page, address, entries)
            page.close()
            far = " too far" if begins > MOST else ""
            print(f"{title:32} {begins:9} {figure:9} {touches:8} {whole:9}{far}", flush=True)
        browser.close()


if __name__ == "__main__":
    main()
