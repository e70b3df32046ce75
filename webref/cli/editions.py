"""`webref build` and what is done with an edition afterwards."""

import argparse
import contextlib
import tempfile
from functools import partial
from pathlib import Path

from webref.cli.codes import OK
from webref.cli.commands import Commands, host, origin, port
from webref.cli.packs import read_pack
from webref.outputs.nginx import nginx_site
from webref.web import publish
from webref.web.build import Edition
from webref.web.serve import serve


def register(commands: Commands) -> None:
    """Add the commands."""
    build = commands.add("build", run_build, "write the edition to a folder")
    build.add_argument("folder", type=Path, metavar="DIR")
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
    about = "serve an edition, building one first where none is given"
    served = commands.add("serve", run_serve, about)
    served.add_argument("folder", type=Path, nargs="?", metavar="DIR")
    served.add_argument("--host", default="localhost")
    served.add_argument("--port", type=port, default=8000)
    served.add_argument("--origin", type=origin, default="", metavar="URL", help="its address")


def run_build(options: argparse.Namespace, root: Path) -> int:
    """Write the edition."""
    site = read_pack(options, root, options.folder)
    folder = options.folder.absolute()
    edition = Edition(site, root, folder, options.origin).build()
    print(f"edition {edition} in {options.folder}")
    if options.nginx:
        site_file = options.folder.with_name(f"{options.folder.name}.nginx.conf")
        pages = {name: site.url(name) for name in ("contents", "without-scripts")}
        site_file.write_text(nginx_site(options.folder, options.nginx, pages, options.live))
        print(f"nginx site in {site_file}")
    return OK


def run_notices(options: argparse.Namespace, root: Path) -> int:
    """Publish the pack's notices beside an edition."""
    print(
        publish.publish_notices(read_pack(options, root, options.folder), options.folder.absolute())
    )
    return OK


def run_kill(options: argparse.Namespace, root: Path) -> int:
    """Have phones drop what they saved."""
    print(publish.publish_kill_switch(options.folder.absolute()))
    return OK


def run_back(options: argparse.Namespace, root: Path) -> int:
    """Put the edition back that stood there before."""
    print(publish.go_back(options.folder.absolute()))
    return OK


def run_verify(options: argparse.Namespace, root: Path) -> int:
    """Hash every file of an edition."""
    print(publish.report(options.place))
    return OK


def run_serve(options: argparse.Namespace, root: Path) -> int:
    """Serve an edition until stopped."""
    site = read_pack(options, root, options.folder)
    origin = options.origin
    with contextlib.ExitStack() as stack:
        folder = options.folder
        if folder is None:
            place = stack.enter_context(tempfile.TemporaryDirectory(prefix="webref-"))
            folder = Path(place) / "edition"
            Edition(site, root, folder, origin).build()
        with contextlib.suppress(KeyboardInterrupt):
            read = partial(read_pack, options, root, options.folder)
            serve(site, read, root, folder.absolute(), origin, options.host, options.port)
    return OK
