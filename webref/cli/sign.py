"""`webref key` and `webref sign`."""

import argparse
import datetime
import getpass
from pathlib import Path

from webref.cli.codes import OK
from webref.cli.commands import Commands
from webref.content.site import ROOT
from webref.outputs.folder import pack_in
from webref.outputs.library import ID
from webref.outputs.signing import ed25519
from webref.outputs.signing.sign import add_signatures, sign_edition


def register(commands: Commands) -> None:
    """Add the commands."""
    key = commands.add("key", run_key, "make a key to sign with, in a file outside the pack")
    key.add_argument("file", type=Path, metavar="FILE")
    sign = commands.add("sign", run_sign, "sign an edition, or add signatures made elsewhere")
    sign.add_argument("folder", type=Path, metavar="DIR")
    how = sign.add_mutually_exclusive_group(required=True)
    how.add_argument("--key", type=Path, metavar="FILE", help="the private key of `webref key`")
    about = "a signatures.json in which others signed the same edition"
    how.add_argument("--add", type=Path, metavar="FILE", help=about)
    about = "the people.json of the edition before, where its people sign in new ones"
    sign.add_argument("--people", type=Path, metavar="FILE", help=about)
    about = "the day of the signature; today where none is given"
    sign.add_argument("--date", type=datetime.date.fromisoformat, metavar="DAY", help=about)


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
    """Sign an edition, or add signatures."""
    folder = options.folder.absolute()
    base = ROOT
    if pack_in(folder) == ID:
        if not options.pack:
            raise OSError(f"{options.folder} is a library: say which pack by --pack NAME")
        base = f"/{options.pack.name}/"
    if options.add:
        print(add_signatures(folder, base, options.add, options.people))
        return OK
    sealed = ed25519.is_sealed(options.key)
    key = ed25519.read_key(options.key, getpass.getpass("Passphrase: ") if sealed else "")
    day = options.date or datetime.date.today()
    print(sign_edition(folder, base, key, day, options.people))
    return OK
