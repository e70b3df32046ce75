"""`webref build` and what is done with an edition afterwards."""

import argparse
import contextlib
import tempfile
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from webref.cli.codes import OK, WRONG
from webref.cli.commands import Commands, host, origin, port
from webref.cli.packs import read_pack
from webref.content.library import pack_folders
from webref.content.site import ROOT
from webref.outputs.folder import LIST, file_at, pack_in
from webref.outputs.library import ID
from webref.outputs.nginx import nginx_site
from webref.web import publish
from webref.web.build import Edition
from webref.web.library.build import LibraryBuild
from webref.web.library.live import library_in, library_starter
from webref.web.serve import edition_in, refuse_other_pack, serve, starter


def register(commands: Commands) -> None:
    """Add the commands."""
    build = commands.add("build", run_build, "write the edition to a folder")
    build.add_argument("folder", type=Path, metavar="DIR")
    about = "build a library: every pack of a folder, each an edition of its own"
    build.add_argument("--packs", type=Path, metavar="PACKS", help=about)
    about = "of a library, build this pack and take the others as they stand"
    build.add_argument("--only", action="append", default=[], metavar="PACK", help=about)
    about = "of a library, take the place of the edition of this pack that stands in DIR alone"
    build.add_argument("--instead-of", default="", metavar="PACK", help=about)
    build.add_argument("--origin", type=origin, default="", metavar="URL", help="its address")
    build.add_argument("--nginx", type=host, metavar="HOST", help="also write DIR.nginx.conf")
    about_live = "with live answers from `webref serve` on this port"
    build.add_argument("--live", type=port, default=0, metavar="PORT", help=about_live)
    notices = commands.add("notices", run_notices, "publish the pack's notices beside an edition")
    notices.add_argument("folder", type=Path, metavar="DIR")
    killed = commands.add("kill", run_kill, "have phones drop what they saved of an edition")
    killed.add_argument("folder", type=Path, metavar="DIR")
    back = commands.add("back", run_back, "exchange an edition for the one that stood there before")
    back.add_argument("folder", type=Path, metavar="DIR")
    verified = commands.add("verify", run_verify, "hash every file of an edition; needs no pack")
    verified.add_argument("place", metavar="DIR|URL")
    about = "the people.json of an edition trusted before: its people must have signed this one"
    verified.add_argument("--people", type=Path, metavar="FILE", help=about)
    about = "serve an edition, building one first where none is given"
    served = commands.add("serve", run_serve, about)
    served.add_argument("folder", type=Path, nargs="?", metavar="DIR")
    about = "of a library, the folder of its packs; content/ where none is named"
    served.add_argument("--packs", type=Path, metavar="PACKS", help=about)
    served.add_argument("--host", default="localhost")
    served.add_argument("--port", type=port, default=8000)
    served.add_argument("--origin", type=origin, default="", metavar="URL", help="its address")


def run_build(options: argparse.Namespace, root: Path) -> int:
    """Write the edition, or a library of them."""
    if options.packs:
        folder = options.folder.absolute()
        edition = LibraryBuild(
            options.packs, root, folder, options.only, options.origin, options.instead_of
        ).build()
        print(f"library {edition} in {options.folder}")
        names = [path.name for path in pack_folders(options.packs)]
        _write_nginx(options, {"contents": "/", "without-scripts": "/"}, names)
        return OK
    site = read_pack(options, root, options.folder)
    folder = options.folder.absolute()
    edition = Edition(site, root, folder, options.origin).build()
    print(f"edition {edition} in {options.folder}")
    pages = {name: site.url(name) for name in ("contents", "without-scripts")}
    _write_nginx(options, pages, ())
    return OK


def _write_nginx(
    options: argparse.Namespace, pages: Mapping[str, str], packs: Sequence[str]
) -> None:
    """Write the site for nginx beside the folder, where a host is named."""
    if options.nginx:
        site_file = options.folder.with_name(f"{options.folder.name}.nginx.conf")
        text = nginx_site(options.folder, options.nginx, pages, options.live, packs)
        site_file.write_text(text)
        print(f"nginx site in {site_file}")


def run_notices(options: argparse.Namespace, root: Path) -> int:
    """Publish the pack's notices beside an edition."""
    print(
        publish.publish_notices(read_pack(options, root, options.folder), options.folder.absolute())
    )
    return OK


def run_kill(options: argparse.Namespace, root: Path) -> int:
    """Have phones drop what they saved."""
    folder = options.folder.absolute()
    base = f"/{options.pack.name}/" if options.pack and pack_in(folder) == ID else ROOT
    print(publish.publish_kill_switch(folder, base))
    return OK


def run_back(options: argparse.Namespace, root: Path) -> int:
    """Put the edition back that stood there before."""
    print(publish.go_back(options.folder.absolute()))
    return OK


def run_verify(options: argparse.Namespace, root: Path) -> int:
    """Hash every file of an edition, and hold its signatures against its people."""
    text, is_enough = publish.report(options.place, options.people)
    print(text)
    return OK if is_enough else WRONG


def run_serve(options: argparse.Namespace, root: Path) -> int:
    """Serve an edition or a library until stopped."""
    folder = options.folder
    if folder and file_at(folder, LIST).is_file() and pack_in(folder) == ID:
        folder, packs = folder.absolute(), options.packs or root / "content"
        start = library_starter(packs, root, folder, options.origin)
        serve(library_in(folder), start, folder, options.origin, options.host, options.port)
        return OK
    site = read_pack(options, root, options.folder)
    origin = options.origin
    with contextlib.ExitStack() as stack:
        if folder is None:
            place = stack.enter_context(tempfile.TemporaryDirectory(prefix="webref-"))
            folder = Path(place) / "edition"
            Edition(site, root, folder, origin).build()
        read = partial(read_pack, options, root, options.folder)
        folder = folder.absolute()
        edition = edition_in(folder)
        refuse_other_pack(site, folder)
        start = starter(site, read, root, folder, origin)
        serve(edition, start, folder, origin, options.host, options.port)
    return OK
