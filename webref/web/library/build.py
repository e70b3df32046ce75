"""A folder of packs becomes a library: what changed is built, all of it is exchanged at once."""

import datetime
import hashlib
import json
import os
import shutil
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from webref.content.library import PACK_FILE, pack_folders
from webref.content.load import read_site
from webref.content.site import Site
from webref.content.spans import check_spans
from webref.errors import ContentError, Problem, near
from webref.outputs import freeze
from webref.outputs.cache import Cache, digest_of, parts_below
from webref.outputs.engine import webref_version
from webref.outputs.exchange import Bench
from webref.outputs.folder import (
    LIST,
    NOTICES,
    SITEMAP,
    file_at,
    listing_of,
    put,
    same_edition,
)
from webref.outputs.library import ID, PackRow, notices_json, row_of, spans_in
from webref.outputs.progress import say
from webref.outputs.recall import recalls_in, refuse_older
from webref.outputs.signing.order import keep_signatures, refuse_lower
from webref.outputs.verify import verify
from webref.web.build import Edition, held_in, keep_strangers, notices, plainly
from webref.web.library.edition import write_library

MADE = "packs.json"  # beside the folder: what each pack was built from

Made = dict[str, Any]


@dataclass(frozen=True)
class LibraryBuild:
    """What is built: the packs of a folder, what they are drawn with, and where they go.

    `only`: the packs that are built at all; the others are taken as they stand. `origin` adds a
    sitemap, which is no part of any edition. `instead_of`: the pack whose edition stands alone in
    the folder, where the library takes its place.
    """

    packs: Path
    root: Path
    folder: Path
    only: Collection[str] = ()
    origin: str = ""
    instead_of: str = ""

    def build(self) -> str:
        """Build what changed and put the whole library in its folder's place; its edition.

        ContentError with every problem of every pack that is read; OSError where the folder may
        not be taken, or a pack that is not to be built stands nowhere.
        """
        bench = Bench(self.folder)
        try:
            self._refuse_foreign()
            with bench.held(lambda: say(f"waiting for another build of {self.folder}")):
                self._refuse_foreign()
                edition = self._write(bench)
                bench.publish(keep=not same_edition(bench.next, self.folder))
                return edition
        except OSError as error:
            raise plainly(error, self.folder) from error

    def _alone(self) -> str:
        """The pack whose edition stands in the folder alone; nothing where none does."""
        held = held_in(self.folder)
        return "" if held == ID else held

    def _refuse_foreign(self) -> None:
        held = self._alone()
        if not held:
            return
        alone = f"{self.folder} holds an edition of the pack {held} alone"
        if self.instead_of != held:
            raise OSError(
                f"{alone}; name another folder for a library, "
                f"or write --instead-of {held} if the library takes its place"
            )
        if held not in {path.name for path in pack_folders(self.packs)} or self.only:
            raise OSError(
                f"{alone}, and phones that keep it move to the pack of that name; "
                f"put {held} into {self.packs}, and build it without --only"
            )

    def _write(self, bench: Bench) -> str:
        folders = {path.name: path for path in pack_folders(self.packs)}
        if not folders:
            raise OSError(f"{self.packs} holds no pack; name a folder of packs")
        for name in self.only:
            if name not in folders:
                raise OSError(f"{self.packs} has no pack {name}{near(name, folders)}")
        known = _read_made(bench)
        made: dict[str, Made] = {name: {"key": self._key(path)} for name, path in folders.items()}
        stale = [name for name in folders if not self._stands(name, made, known)]
        sites = _read_sites({name: folders[name] for name in stale})
        shutil.rmtree(bench.next, ignore_errors=True)
        bench.next.mkdir()
        for name, site in sites.items():
            refuse_older(self.folder, notices(site), "" if name == self._alone() else name)
            refuse_lower(self.folder, site.base, site.pack.sequence)
        for name, site in sites.items():
            say(f"building {name}")
            work = bench.place / "making" / name
            Edition(site, self.root, self.folder).write(work, Cache(bench.cache / name))
            (work / name).rename(bench.next / name)
            keep_signatures(self.folder, bench.next, site.base)
            made[name]["notices"] = json.loads(notices(site))
        standing = recalls_in(self.folder)
        for name in folders.keys() - sites.keys():
            # Links, since a file of an edition is never written to once it stands.
            shutil.copytree(self.folder / name, bench.next / name, copy_function=os.link)
            # Its recalls as they stand: they may have been published since it was built.
            made[name] = {**known[name], "notices": standing.get(name, known[name]["notices"])}
        if problems := list(check_spans({name: spans_in(bench.next, name) for name in folders})):
            raise ContentError(problems)
        rows = [row_of(bench.next, name) for name in folders]
        for row in rows:
            if row["id"] in sites:
                made[row["id"]]["list"] = row["list"]
        edition = self._write_own(bench, rows, made)
        if self._alone():
            keep_strangers(self.folder, bench.next)
        (bench.place / MADE).write_text(json.dumps(made), "utf-8")
        say(f"built {len(sites)} of {len(folders)} packs, the others stand unchanged")
        return edition

    def _write_own(self, bench: Bench, rows: list[PackRow], made: dict[str, Made]) -> str:
        """Write the library's own files among its packs; its edition."""
        work = bench.place / "making" / ID
        shutil.rmtree(work, ignore_errors=True)
        edition = write_library(self.root, work, rows)
        told = {name: one["notices"] for name, one in made.items()}
        put(work, NOTICES, notices_json(told))
        if self.origin:
            put(work, SITEMAP, freeze.sitemap(["/", *_pages(bench.next, told)], self.origin))
        freeze.compress(work, Cache(bench.cache / ID))
        for path in sorted(work.iterdir()):
            path.rename(bench.next / path.name)
        return edition

    def _stands(self, name: str, made: dict[str, Made], known: dict[str, Made]) -> bool:
        """Whether a pack stands in the folder as it would be built, whole."""
        if self.only:
            if name not in self.only and name not in known:
                raise OSError(f"{name} was never built here; build it too: --only {name}")
            return name not in self.only
        last = known.get(name, {})
        if last.get("key") != made[name]["key"]:
            return False
        try:
            # What was made last may never have come here, or stand here no longer.
            there = file_at(self.folder, f"/{name}{LIST}").read_bytes()
            if hashlib.sha256(there).hexdigest() != last.get("list"):
                return False
            return not verify(
                lambda url: file_at(self.folder, url).read_bytes(), f"/{name}/"
            ).problems
        except OSError:
            return False

    def _key(self, pack: Path) -> str:
        """A digest over all that a pack's edition is made from."""
        return digest_of(self._code, *parts_below(pack))

    @cached_property
    def _code(self) -> str:
        code = Path(__file__).parents[2]
        folders = (code, self.root / "templates", self.root / "static")
        parts = (part for folder in folders for part in parts_below(folder))
        return digest_of(webref_version(), *parts)


def _pages(folder: Path, packs: Iterable[str]) -> Iterator[str]:
    """The addresses of the pages of these packs as they stand in a folder."""
    for pack in packs:
        listed = (str(file["url"]) for file in listing_of(folder, f"/{pack}/")["files"])
        yield from (url for url in listed if url.endswith("/"))


def _read_made(bench: Bench) -> dict[str, Made]:
    try:
        made: dict[str, Made] = json.loads((bench.place / MADE).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return made


def _read_sites(folders: dict[str, Path]) -> dict[str, Site]:
    """These packs, each below its own address; ContentError with the problems of all."""
    sites: dict[str, Site] = {}
    problems: list[Problem] = []
    for name, path in folders.items():
        site, found = read_site(path, datetime.date.today(), f"/{name}/")
        problems += [replace(one, file=f"{name}/{one.file}") for one in found]
        if site and site.pack.id != name:
            problems.append(Problem(f"{name}/{PACK_FILE}", "id", f"{site.pack.id} lies in {name}"))
        if site:
            sites[name] = site
    if not all(problem.warning for problem in problems):
        raise ContentError(problems)
    return sites
