"""`webref key` and `webref sign`."""

import argparse
import datetime
import getpass
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from webref.cli.codes import OK
from webref.cli.commands import Commands
from webref.cli.packs import pack_folder, read_pack
from webref.content.site import ROOT
from webref.outputs.folder import pack_in
from webref.outputs.library import ID
from webref.outputs.signing import ed25519
from webref.outputs.signing.recalls import sign_notices
from webref.outputs.signing.sign import add_signatures, sign_edition
from webref.web.build import notices
from webref.web.signed import write_signed


def register(commands: Commands) -> None:
    """Add the commands."""
    key = commands.add("key", run_key, "make a key to sign with, in a file outside the pack")
    key.add_argument("file", type=Path, metavar="FILE")
    sign = commands.add(
        "sign", run_sign, "sign an edition, add signatures made elsewhere, or print it"
    )
    sign.add_argument("folder", type=Path, metavar="DIR")
    how = sign.add_mutually_exclusive_group(required=True)
    how.add_argument("--key", type=Path, metavar="FILE", help="the private key of `webref key`")
    about = "a signatures.json in which others signed the same edition"
    how.add_argument("--add", type=Path, metavar="FILE", help=about)
    about = "write the documents anew to OUT, signed as of the last signature; needs the pack"
    how.add_argument("--sheets", type=Path, metavar="OUT", help=about)
    about = "the people.json of the edition before, where its people sign in new ones"
    sign.add_argument("--people", type=Path, metavar="FILE", help=about)
    about = "the day of the signature; today where none is given"
    sign.add_argument("--date", type=datetime.date.fromisoformat, metavar="DAY", help=about)
    recalls = commands.add("sign-notices", run_notices, "sign the pack's recalls, in notices.toml")
    recalls.add_argument("--key", type=Path, metavar="FILE", required=True, help="the recall key")


def run_key(options: argparse.Namespace, root: Path) -> int:
    """Make a key; print the public half."""
    file = options.file.absolute()
    for folder in file.parents:
        if (folder / ".git").exists() or (folder / "pack.toml").exists():
            raise OSError(f"{folder} is kept with others, and a key is not: name another place")
    passphrase = getpass.getpass("Passphrase (empty: the file is not encrypted): ")
    if passphrase and getpass.getpass("Once more: ") != passphrase:
        raise OSError("the two are not the same; nothing was written")
    key = ed25519.generate()
    ed25519.write_key(key, file, passphrase)
    print(f"{options.file} holds the private key: nobody but its owner may read it.")
    if not passphrase:
        print("It is not encrypted: whoever copies it can sign.")
    print(f'For pack.toml: key = "{ed25519.public_key(key)}"')
    return OK


def run_sign(options: argparse.Namespace, root: Path) -> int:
    """Sign an edition, add signatures, or print what was signed."""
    folder = options.folder.absolute()
    base = ROOT
    if pack_in(folder) == ID:
        if not options.pack:
            raise OSError(f"{options.folder} is a library: say which pack by --pack NAME")
        base = f"/{options.pack.name}/"
    if options.add:
        print(add_signatures(folder, base, options.add, options.people))
        return OK
    if options.sheets:
        site = replace(read_pack(options, root, folder), base=base)
        print(write_signed(site, root, folder, options.sheets, options.people))
        return OK
    key = _read_key(options.key)
    day = options.date or datetime.date.today()
    print(sign_edition(folder, base, key, day, options.people))
    return OK


def run_notices(options: argparse.Namespace, root: Path) -> int:
    """Sign the pack's list of recalls."""
    folder = pack_folder(options, root)
    site = read_pack(options, root)
    people = site.pack.people
    if not people or not people.recall_key:
        raise OSError("pack.toml names no recall_key, so phones obey its notices as they are")
    listed = json.loads(notices(site))
    key = _read_key(options.key)
    file = folder / "notices.toml"
    print(sign_notices(file, key, people.recall_key, site.pack.id, listed))
    return OK


def _read_key(file: Path) -> Any:
    sealed = ed25519.is_sealed(file)
    return ed25519.read_key(file, getpass.getpass("Passphrase: ") if sealed else "")
