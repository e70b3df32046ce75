"""The library's own edition: the list of its packs, made from what their editions say."""

import datetime
import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from rjsmin import jsmin

from webref.content.wording.library import PAGES
from webref.content.wording.table import TABLE
from webref.outputs.engine import engine_of, webref_version
from webref.outputs.folder import put
from webref.outputs.library import ID, PACKS, PackRow, packs_json
from webref.outputs.offline import seal
from webref.outputs.wording import library_script
from webref.web.pages import app_manifest
from webref.web.wording import Wording

FIRST = "library/page.js"  # the one script of its pages
LOOKS = ("look", "icons")  # folders of static/ that it takes whole
WORDS: Mapping[str, str] = {**TABLE, **PAGES}
_IMPORTS = re.compile(r'(?:\bfrom|\bimport) ?\(?"(\.[^"]+)"')


def write_library(root: Path, folder: Path, rows: Sequence[PackRow]) -> str:
    """Write the edition of a library into a folder that holds nothing else; its SHA-256.

    `root` holds templates/ and static/, `rows` says of each pack what `row_of` does.
    What it lists covers the packs: their editions and the digests of their lists are in its files.
    """
    templates = Environment(
        loader=FileSystemLoader(root / "templates"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    wording = Wording(WORDS)
    templates.globals |= {
        "base": "/",
        "say": wording.shown,
        "day": lambda date: wording.day(datetime.date.fromisoformat(date)),
        "megabytes": lambda size: f"{-(-size // 100_000) / 10}",
    }
    listed = sorted(rows, key=lambda row: str(row["title"]).casefold())
    pages = {"home": ("/", "library.title"), "offline": ("/offline/", "library.offline")}
    for page, (url, title) in pages.items():
        text = templates.get_template(f"library/{page}.html").render(
            packs=listed, page=page, title=WORDS[title]
        )
        put(folder, url, text.encode())
    put(folder, PACKS, packs_json(listed))
    manifest = app_manifest(WORDS["library.title"], WORDS["library.summary"], "en", "/", ())
    put(folder, "/manifest.webmanifest", json.dumps(manifest, ensure_ascii=False).encode())
    code = write_static(root / "static", folder)
    return seal(
        folder,
        root / "static",
        ["/", "/offline/", PACKS, "/manifest.webmanifest", *code],
        pack=ID,
        version=webref_version(),
        engine=engine_of(root),
        date=max(datetime.date.fromisoformat(row["date"]) for row in listed),
        review_by=max(datetime.date.fromisoformat(row["review_by"]) for row in listed),
        refuse_after=max(datetime.date.fromisoformat(row["refuse_after"]) for row in listed),
    )


def write_static(static: Path, folder: Path) -> list[str]:
    """Write what its pages need of static/; the addresses of what a first visit needs."""
    for name in scripts_of(static, FIRST):
        body = library_script() if name == "library/wording.js" else (static / name).read_bytes()
        put(folder, f"/static/{name}", jsmin(body))
    names = [path for part in LOOKS for path in sorted((static / part).iterdir())]
    for path in names:
        put(folder, f"/static/{path.relative_to(static).as_posix()}", path.read_bytes())
    written = (path.relative_to(folder).as_posix() for path in (folder / "static").rglob("*.*"))
    return sorted(f"/{name}" for name in written if not re.search(r"/(icon-|maskable)", name))


def scripts_of(static: Path, first: str) -> list[str]:
    """A script and all that it imports, however far, by their names within `static`."""
    found = [first]
    for name in found:
        path = static / name
        for imported in _IMPORTS.findall(path.read_text("utf-8")):
            target = (path.parent / imported).resolve().relative_to(static.resolve()).as_posix()
            if target not in found:
                found.append(target)
    return found
