"""An edition is built beside its folder and exchanged for what stands there, whole."""

import errno
import json
import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from flask import Flask

from webref.content.kinds import KINDS
from webref.content.site import ROOT, Site
from webref.dosing.words import speaking
from webref.outputs import freeze
from webref.outputs.cache import Cache
from webref.outputs.engine import engine_of, webref_version
from webref.outputs.exchange import Bench
from webref.outputs.folder import (
    LIST,
    MACHINE,
    NOTICES,
    PEOPLE,
    RECORD,
    SITEMAP,
    address_of,
    below,
    file_at,
    pack_in,
    put,
    same_edition,
    strangers,
)
from webref.outputs.library import ABOUT, ID, about
from webref.outputs.offline import edition_of, list_files, seal
from webref.outputs.pdf_edition import stamp
from webref.outputs.pdfs import try_pdf
from webref.outputs.progress import say
from webref.outputs.recall import refuse_older
from webref.outputs.signing.order import keep_signatures, refuse_lower
from webref.outputs.signing.people import people_json
from webref.outputs.wording import scripts
from webref.web import sheets
from webref.web.app import create_app
from webref.web.compiled import Compiled

# Pages of these kinds make a first visit useful at once; the rest follows.
ONLY_LATER = (
    "static/search.js",
    "static/searcher.js",
    "static/lookup.js",
    "static/words.js",
    "static/filter.js",
    "static/changes/",
    "static/report.js",
    "static/second/",
    "static/form/twice.js",
    *(f"static/{name}" for name in freeze.OF_SIGNING),
    "static/form/code.js",
    "static/vendor/uqr.js",
    "static/icons/icon-",
    "static/icons/maskable",
)
FILES = ("/manifest.webmanifest",)
SEARCH = "/search.json"


@dataclass(frozen=True)
class Edition:
    """What is built: a site, what it is drawn with, where it goes, and where readers reach it.

    `root` holds templates/ and static/; `origin` adds a sitemap, which is no part of the edition.
    """

    site: Site
    root: Path
    folder: Path
    origin: str = ""

    def build(self) -> str:
        """Build it and put it in its folder's place; the edition, a SHA-256 in hexadecimal.

        Until the exchange the folder stands as it is. A build that was cut short goes on where it
        stopped, a second one waits for the first. Files of the folder that are no part of an
        edition are kept. OSError where the folder may not be taken, the disk is full, or phones
        would not heed the pack's recalls beside those that stand there.
        """
        bench = Bench(self.folder)
        try:
            refuse_foreign(self.folder, self.site.pack.id)
            with bench.held(lambda: say(f"waiting for another build of {self.folder}")):
                refuse_foreign(self.folder, self.site.pack.id)
                refuse_older(self.folder, notices(self.site))
                refuse_lower(self.folder, self.site.base, self.site.pack.sequence)
                edition = self.write(bench.next, Cache(bench.cache))
                keep_strangers(self.folder, bench.next)
                keep_signatures(self.folder, bench.next, self.site.base)
                bench.publish(keep=not same_edition(bench.next, self.folder))
                return edition
        except OSError as error:
            raise plainly(error, self.folder) from error

    def write(self, folder: Path, cache: Cache) -> str:
        """Write all of it to a folder that nobody reads; the edition."""
        with speaking(self.site.words):
            return self._written(folder, cache)

    def _written(self, folder: Path, cache: Cache) -> str:
        app = create_app(self.site, self.root)
        app.jinja_env.bytecode_cache = Compiled(cache, self.site.words)
        boot = self.write_files(app, folder)
        edition = edition_of(list_files(folder, boot, self.site.base))
        for url, body in sheets.make_all(app, self.site, cache):
            put(folder, url, stamp(body, edition))
        pack = self.site.pack
        seal(
            folder,
            self.root / "static",
            boot,
            base=self.site.base,
            pack=pack.id,
            version=webref_version(),
            engine=engine_of(self.root),
            date=pack.date,
            review_by=pack.review_by,
            refuse_after=pack.refuse_after,
            sequence=pack.sequence,
        )
        if self.site.base == ROOT:  # of a library these are one file for all
            put(folder, NOTICES, notices(self.site))
            if self.origin:
                urls = (page.url for page in self.site.pages())
                put(folder, SITEMAP, freeze.sitemap(urls, self.origin))
        freeze.compress(folder, cache)
        cache.prune()
        return edition

    def write_files(self, app: Flask, folder: Path) -> set[str]:
        """Write what the edition's digest covers and nothing else; the boot set's addresses."""
        more = [below(self.site.base, name) for name in (*FILES, SEARCH, RECORD, MACHINE)]
        written = freeze.write_pages(app.test_client(), self.site, folder, more)
        told = scripts(self.site.words)
        signing = () if self.site.pack.people else freeze.OF_SIGNING
        written += freeze.copy_static(self.root / "static", folder, told, self.site.base, signing)
        if self.site.pack.people:
            written.append(put(folder, below(self.site.base, PEOPLE), people_json(self.site)))
        if self.site.base != ROOT:
            written.append(put(folder, below(self.site.base, ABOUT), about(self.site)))
        freeze.prune(folder, written)
        check_routes(app, self.site, folder, written)
        return boot_set(self.site, folder, written)


def keep_strangers(folder: Path, new: Path) -> None:
    """Copy what a host put into an edition's folder; OSError where `new` has a file there too."""
    if not file_at(folder, LIST).is_file():
        return
    for path in strangers(folder):
        name = path.relative_to(folder)
        if (new / name).exists():
            raise OSError(f"{path} is no file of the last edition and would be lost; move it")
        (new / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, new / name)
        say(f"kept {path}, which is no part of the edition")


def refuse_foreign(folder: Path, pack: str) -> None:
    """OSError where a folder holds anything but an edition of this pack, or cannot be exchanged."""
    other = held_in(folder)
    if other == ID:
        raise OSError(f"{folder} holds a library; name another folder, or build it with --packs")
    if other not in ("", pack):
        raise OSError(
            f"{folder} holds an edition of the pack {other}, and readers would be offered {pack} "
            f"as a newer one; name another folder, such as {folder.with_name(pack)}"
        )


def held_in(folder: Path) -> str:
    """The pack of the edition in a folder, nothing in an empty one; OSError where it is neither."""
    if folder.is_symlink():
        raise OSError(f"{folder} is a symbolic link; name the folder that it leads to")
    if os.path.ismount(folder):
        raise OSError(f"{folder} is a mount point, which cannot be exchanged; name a folder in it")
    if folder.exists() and not folder.is_dir():
        raise OSError(f"{folder} is a file; name a folder")
    return pack_in(folder) if folder.exists() and any(folder.iterdir()) else ""


def plainly(error: OSError, folder: Path) -> OSError:
    """A full disk in words that say what stands and what to do; any other error as it is."""
    if error.errno not in (errno.ENOSPC, errno.EDQUOT):
        return error
    return OSError(
        f"no room is left on the disk of {folder}; what stood there is untouched. "
        "Free some room and build again: the build goes on where it stopped"
    )


def write_pdf(site: Site, root: Path, name: str, file: Path, origin: str = "") -> None:
    """Write one printed document to a file, with the edition that a build would have.

    With an `origin` it also prints where the same is found on a screen.
    KeyError for a name that is not among those of `sheets.names`; PdfError where this machine
    can make no PDF.
    """
    try_pdf()
    app = create_app(site, root)
    with tempfile.TemporaryDirectory(prefix="webref-") as folder:
        boot = Edition(site, root, Path(folder)).write_files(app, Path(folder))
        edition = edition_of(list_files(Path(folder), boot))
    with speaking(site.words):
        sheets.write(app, site, name, file, edition, origin)


def boot_set(site: Site, folder: Path, written: list[Path]) -> set[str]:
    """The addresses without which a first visit is of no use."""
    pages = {page.url for page in site.pages() if KINDS[page.kind].boot}
    static = {address_of(folder, path) for path in written}
    base = site.base
    later = tuple(base + name for name in ONLY_LATER)
    code = {url for url in static if url.startswith(f"{base}static/") and not url.startswith(later)}
    return pages | code | {below(base, name) for name in FILES}


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
    file: dict[str, object] = {
        "sequence": site.notice_list.sequence,
        "issued": site.notice_list.issued.isoformat(),
        "until": site.notice_list.until.isoformat(),
        "notices": listed,
    }
    if site.notice_list.signature:
        file["signature"] = site.notice_list.signature
    return (json.dumps(file, ensure_ascii=False, indent=1) + "\n").encode()


def check_routes(app: Flask, site: Site, folder: Path, written: list[Path]) -> None:
    """Refuse an edition in which the application has a page that was never written."""
    urls = {address_of(folder, path) for path in written}
    live = {site.url("search"), "/healthz"}
    rules = (rule.rule for rule in app.url_map.iter_rules())
    lost = [
        rule
        for rule in freeze.unwritten(rules, live, urls)
        if not rule.endswith(("/result", "/worksheet.pdf"))
    ]
    if lost:
        raise freeze.FreezeError(f"nothing wrote {', '.join(lost)}")
