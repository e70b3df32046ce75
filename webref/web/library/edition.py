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
from webref.outputs.freeze import OF_SIGNING, looks
from webref.outputs.library import ID, PACKS, PackRow, packs_json
from webref.outputs.offline import seal
from webref.outputs.wording import library_script
from webref.web.manifest import app_manifest
from webref.web.wording import Wording

# Its pages: address, the sentence that names it, its script.
OWN_PAGES = {
    "home": ("/", "library.title", "page"),
    "list": ("/list/", "title.list", "list"),
    "compare": ("/compare/", "title.compare", "compare"),
    "offline": ("/offline/", "library.offline", "page"),
}
ICONS = "icons"  # the folder of static/ that it takes whole
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
    for page, (url, title, script) in OWN_PAGES.items():
        text = templates.get_template(f"library/{page}.html").render(
            packs=listed,
            uses=_by_indication(listed),
            one=f"/{listed[0]['id']}/" if page == "home" and len(listed) == 1 else "",
            page=page,
            script=script,
            title=WORDS[title],
        )
        put(folder, url, text.encode())
    put(folder, PACKS, packs_json(listed))
    manifest = app_manifest(WORDS["library.title"], WORDS["library.summary"], "en", "/", ())
    put(folder, "/manifest.webmanifest", json.dumps(manifest, ensure_ascii=False).encode())
    code = write_static(root / "static", folder)
    return seal(
        folder,
        root / "static",
        [*(url for url, *_ in OWN_PAGES.values()), PACKS, "/manifest.webmanifest", *code],
        pack=ID,
        version=webref_version(),
        engine=engine_of(root),
        date=max(datetime.date.fromisoformat(row["date"]) for row in listed),
        review_by=max(datetime.date.fromisoformat(row["review_by"]) for row in listed),
        refuse_after=max(datetime.date.fromisoformat(row["refuse_after"]) for row in listed),
    )


def write_static(static: Path, folder: Path) -> list[str]:
    """Write what its pages need of static/; the addresses of what a first visit needs."""
    firsts = [f"library/{script}.js" for _, _, script in OWN_PAGES.values()]
    for name in scripts_of(static, firsts):
        body = library_script() if name == "library/wording.js" else (static / name).read_bytes()
        put(folder, f"/static/{name}", jsmin(body))
    for name, body in looks(static).items():
        put(folder, f"/static/{name}", body)
    for path in sorted((static / ICONS).iterdir()):
        put(folder, f"/static/{path.relative_to(static).as_posix()}", path.read_bytes())
    written = (path.relative_to(folder).as_posix() for path in (folder / "static").rglob("*.*"))
    return sorted(f"/{name}" for name in written if not re.search(r"/(icon-|maskable)", name))


def _by_indication(rows: Sequence[PackRow]) -> list[tuple[str, list[PackRow]]]:
    """The packs under each indication that they name, in order of its name."""
    found: dict[str, list[PackRow]] = {}
    for row in rows:
        for name in row["indications"]:
            found.setdefault(name, []).append(row)
    return sorted(found.items())


def scripts_of(static: Path, firsts: Sequence[str]) -> list[str]:
    """Scripts and all that they import, however far, by their names within `static`.

    But for what reads signatures: people sign packs, and the library's own pages ask for none.
    """
    found = list(dict.fromkeys(firsts))
    for name in found:
        path = static / name
        for imported in _IMPORTS.findall(path.read_text("utf-8")):
            target = (path.parent / imported).resolve().relative_to(static.resolve()).as_posix()
            if target not in found and not target.startswith(OF_SIGNING):
                found.append(target)
    return found
