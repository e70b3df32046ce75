"""The edition as a plain folder: pages, static files, lists, digests and compressed copies."""

import json
import tempfile
from pathlib import Path

from flask import Flask

from webref.content.site import Site
from webref.outputs import freeze
from webref.outputs.offline import edition_of, list_files, seal
from webref.web import sheets
from webref.web.app import create_app

# Pages of these kinds make a first visit useful at once; the rest follows.
BOOT_KINDS = {
    "home",
    "card",
    "calculators",
    "calculator",
    "protocols",
    "protocol-labels",
    "protocol",
    "offline",
}
ONLY_LATER = (
    "/static/search.js",
    "/static/searcher.js",
    "/static/lookup.js",
    "/static/words.js",
    "/static/filter.js",
    "/static/icons/icon-",
    "/static/icons/maskable",
)
FILES = ("/manifest.webmanifest",)
SEARCH = "/search.json"
NOTICES = "/notices.json"


def build_edition(site: Site, root: Path, folder: Path, origin: str = "") -> str:
    """Write the whole edition of a site to a folder; the edition, a SHA-256 in hexadecimal.

    `root` holds templates/ and static/; `origin` adds canonical links and a sitemap.
    Files of an earlier build that are not of this one are deleted.
    """
    app = create_app(site, root, origin=origin)
    boot = write_site(app, site, root, folder, origin)
    sheets.write_all(app, site, folder, edition_of(list_files(folder, boot)), origin)
    edition = seal(
        folder,
        root / "static",
        boot,
        date=site.pack.date,
        review_by=site.pack.review_by,
        refuse_after=site.pack.refuse_after,
    )
    freeze.compress(path for path in folder.rglob("*") if path.is_file())
    return edition


def write_site(app: Flask, site: Site, root: Path, folder: Path, origin: str) -> set[str]:
    """Write whatever makes up the edition, which leaves PDFs out; the boot set's addresses."""
    written = freeze.write_pages(app.test_client(), site, folder, (*FILES, SEARCH))
    written += freeze.copy_static(root / "static", folder)
    written.append(freeze.put(folder, NOTICES, notices(site)))
    if origin:
        written.append(freeze.put(folder, "/sitemap.xml", freeze.sitemap(site, origin)))
    freeze.prune(folder, written)
    check_routes(app, folder, written)
    return boot_set(site, folder, written)


def write_pdf(site: Site, root: Path, name: str, file: Path, origin: str = "") -> None:
    """Write one printed document to a file, with the edition that a build would have.

    KeyError for a name that is not among those of `sheets.names`.
    """
    app = create_app(site, root, origin=origin)
    with tempfile.TemporaryDirectory(prefix="webref-") as folder:
        boot = write_site(app, site, root, Path(folder), origin)
        edition = edition_of(list_files(Path(folder), boot))
    sheets.write(app, site, name, file, edition, origin)


def boot_set(site: Site, folder: Path, written: list[Path]) -> set[str]:
    """The addresses without which a first visit is of no use."""
    pages = {page.url for page in site.pages() if page.kind in BOOT_KINDS}
    static = {"/" + path.relative_to(folder).as_posix() for path in written}
    code = {url for url in static if url.startswith("/static/") and not url.startswith(ONLY_LATER)}
    return pages | code | set(FILES)


def notices(site: Site) -> bytes:
    """notices.json: the pack's notices as the phone reads them.

    A pack without notices.toml gives list 0, which holds from its date to its review date.
    """
    listed = [
        {
            "id": notice.id,
            "date": notice.date.isoformat(),
            "level": notice.level,
            "subject": notice.subject,
            "text": notice.text,
        }
        for notice in site.notices
    ]
    file = {
        "sequence": site.notice_list.sequence,
        "issued": site.notice_list.issued.isoformat(),
        "until": site.notice_list.until.isoformat(),
        "notices": listed,
    }
    return (json.dumps(file, ensure_ascii=False, indent=1) + "\n").encode()


def check_routes(app: Flask, folder: Path, written: list[Path]) -> None:
    """Refuse an edition in which the application has a page that was never written."""
    urls = {
        "/" + path.relative_to(folder).as_posix().removesuffix("index.html") for path in written
    }
    live = {"/search", "/healthz"}
    rules = (rule.rule for rule in app.url_map.iter_rules())
    lost = [
        rule
        for rule in freeze.unwritten(rules, live, urls)
        if not rule.endswith(("/result", "/worksheet.pdf"))
    ]
    if lost:
        raise freeze.FreezeError(f"nothing wrote {', '.join(lost)}")
