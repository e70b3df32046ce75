"""A site of ten pages, each part of which shows the edition it belongs to."""

import datetime
import json
from pathlib import Path

from webref.outputs.offline import seal

ROOT = Path(__file__).parents[2]
PAGES = ("/", "/card/", "/calc/", "/a/", "/b/", "/c/", "/d/", "/e/", "/f/", "/offline/")
BOOT_PAGES = ("/", "/card/", "/calc/", "/offline/")
DATE = datetime.date(2026, 11, 20)

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{url}</title>
<link rel="stylesheet" href="/static/app.css">
<script type="module" src="/static/offline.js"></script>
<script src="/static/tiny.js" defer></script></head>
<body data-page="calculators/tiny" data-review-by="{review_by}">
<header><a href="/offline/" data-offline="unknown"><span data-offline-text>Offline</span></a>
<progress data-offline-progress hidden></progress></header>
<main><h1>{url}</h1>
<p>page <b id="page">{number}</b>, style <b id="style"></b>, script <b id="script"></b>,
later <b id="later"></b></p>
<button id="load" type="button">Load</button> <input id="typed" aria-label="Typed">
<p data-edition></p>
{more}</main></body></html>
"""

PANEL = """<h2 data-offline-heading>Offline</h2><p data-offline-lead></p>
<p data-when-not-saved hidden><b data-asked-for></b> is not saved.</p>
<p data-done tabindex="-1"></p><p data-trouble hidden></p><p data-checked></p><p data-heard></p>
<p data-kept></p>
<section data-when-saved hidden><b data-saved-count></b> of <b data-saved-total></b>
<progress data-saved-bar></progress><p data-own-edition></p>
<p data-due="{review_by}"><b data-overdue hidden>Past:</b> every page</p>
<p data-pdf-count></p><details><summary>Files</summary><ul data-files></ul></details>
<button data-do="check">Check the saved edition now</button>
<button data-do="pdfs">Save PDFs</button>
<button data-do="remove">Remove</button></section>
<p data-when-removed hidden><button data-do="save">Save again</button></p>"""

# What the product's own scripts on the edition stand on, beside static/offline/.
SCRIPTS = {
    "static/offline.js",
    "static/base.js",
    "static/clock.js",
    "static/say.js",
    "static/wording.js",
    "static/answers/sayer.js",
}
SCRIPT = """"use strict";
document.getElementById("script").textContent = "%(number)s";
document.getElementById("load").addEventListener("click", async () => {
  const data = await (await fetch("/static/later.json")).json();
  document.getElementById("later").textContent = data.number;
});
"""


def notice_list(*notices: object, sequence: int = 0, until: str = "2027-05-22") -> str:
    """A notices.json with these notices."""
    listed = {"sequence": sequence, "issued": "2026-11-22", "until": until, "notices": notices}
    return json.dumps(listed)


def told(pack: str, date: datetime.date, review_by: datetime.date) -> dict[str, object]:
    """What a library says of a tiny pack."""
    due = {"date": date.isoformat(), "review_by": review_by.isoformat()}
    return {
        "id": pack,
        "title": pack.title(),
        "summary": f"The tiny pack {pack}.",
        **due,
        "refuse_after": (review_by + datetime.timedelta(days=180)).isoformat(),
        "signed": False,
        "labels": {},
        "words": [f"{pack}brand"],
        "indications": [],
        "finds": [["Emergency card", 1, "Card", f"/{pack}/card/", ""]],
    }


def write_tiny(
    folder: Path,
    number: int,
    *,
    date: datetime.date = DATE,
    review_by: datetime.date = datetime.date(2027, 5, 22),
    changed: tuple[str, ...] = PAGES,
    filler: int = 2000,
    base: str = "/",
    record: object = None,
) -> str:
    """Write edition `number` into the folder; the edition's digest.

    Pages outside `changed` stay as in every other edition; `filler` bytes are added to each page.
    `base` is the address below which it stands, which names the pack of a library.
    With a `record` of what it says, it also has the scripts that compare two of them.
    """
    files = {
        "static/app.css": f"#style::before {{ content: '{number}' }}\n",
        "static/tiny.js": SCRIPT % {"number": number},
        "static/later.json": json.dumps({"number": number}),
        "static/app.webmanifest": "{}",
    }
    for url in PAGES:
        shown = number if url in changed else 0
        panel = PANEL.format(review_by=review_by)
        more = panel if url == "/offline/" else f"<!-- {(url * filler)[:filler]} -->"
        page = PAGE.format(url=url, number=shown, review_by=review_by, more=more)
        files[url.lstrip("/") + "index.html"] = page
    files = {name: text.replace('"/', f'"{base}') for name, text in files.items()}
    for path in (ROOT / "static").rglob("*.js"):
        name = path.relative_to(ROOT).as_posix()
        compares = record is not None and name.startswith("static/changes/")
        if name in SCRIPTS or name.startswith("static/offline/") or compares:
            files[name] = path.read_text(encoding="utf-8")
    if record is not None:
        files["facts.json"] = json.dumps(record)
    if base != "/":
        files["pack.json"] = json.dumps(told(base.strip("/"), date, review_by))
        files = {base[1:] + name: text for name, text in files.items()}
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    for sheet in ("one", "two"):
        (folder / base[1:] / f"{sheet}.pdf").write_bytes(
            b"%PDF-1.7\n" + sheet.encode() * 500 + str(number).encode()
        )
    if base == "/":
        (folder / "notices.json").write_text(notice_list())
    code = ("/" + name for name in files if name.startswith(f"{base[1:]}static/"))
    boot = [*(base + url[1:] for url in BOOT_PAGES), *code]
    return seal(
        folder,
        ROOT / "static",
        boot,
        base=base,
        pack=base.strip("/") or "tiny",
        version="0",
        engine="0" * 64,
        date=date,
        review_by=review_by,
        refuse_after=review_by + datetime.timedelta(days=180),
    )
