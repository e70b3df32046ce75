"""One file published alone, beside an edition that stays: notices, or the kill switch."""

from pathlib import Path

from webref.outputs.exchange import sync
from webref.outputs.folder import COMPRESSED, file_at, listing_of


def replace_alone(folder: Path, url: str, body: bytes) -> None:
    """Put one file in the place of the one that stands at an address, in one step.

    A reader gets the old file or the new one, whole. Compressed copies are deleted: a host would
    go on sending them. OSError where the folder holds no edition.
    """
    listing_of(folder)
    path = file_at(folder, url)
    new = path.with_name(f".{path.name}.new")
    new.write_bytes(body)
    new.replace(path)
    for ending in COMPRESSED:
        path.with_name(path.name + ending).unlink(missing_ok=True)
    sync(folder)
