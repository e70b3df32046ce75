"""One file published alone, beside an edition that stays: notices, or the kill switch."""

import json
from pathlib import Path
from typing import Any

from webref.outputs.exchange import sync
from webref.outputs.folder import COMPRESSED, NOTICES, file_at, listing_of
from webref.outputs.library import notices_json

Recalls = dict[str, Any]  # a list of recalls as phones read it


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


def refuse_older(folder: Path, notices: bytes, pack: str = "") -> None:
    """OSError where phones that know the folder's list of recalls would not heed this one.

    They lift nothing for a lower number, and for the same number they only add. `pack` is that of
    a library.
    """
    there, new = recalls_in(folder).get(pack), json.loads(notices)
    if there is None or new["sequence"] > there["sequence"]:
        return
    lost = [one["id"] for one in there["notices"] if one not in new["notices"]]
    if new["sequence"] < there["sequence"]:
        why = f"have the number {there['sequence']}, and the pack's have {new['sequence']}"
    elif lost:
        why = f"have the number {new['sequence']} as the pack's have, which lack {', '.join(lost)}"
    else:
        return
    whose = f"of {pack} in {folder}" if pack else f"in {folder}"
    raise OSError(
        f"the recalls {whose} {why}: phones would go on as before. In notices.toml, "
        f"take over what still holds and write sequence = {there['sequence'] + 1}"
    )


def keep_recalls(folder: Path, other: Path) -> None:
    """Put the folder's list of recalls into another edition that is to stand in its place.

    Nothing is done where the other one's list is newer, or the folder has none.
    """
    there, known = recalls_in(folder), recalls_in(other)
    newer = {
        pack: recalls
        for pack, recalls in there.items()
        if pack not in known or known[pack]["sequence"] <= recalls["sequence"]
    }
    if set(there) == {""} and newer:
        replace_alone(other, NOTICES, file_at(folder, NOTICES).read_bytes())
    elif newer:
        replace_alone(other, NOTICES, notices_json(known | newer))


def recalls_in(folder: Path) -> dict[str, Recalls]:
    """The lists of recalls that stand in a folder: one by no name, or those of a library's packs.

    What has the form of no list is left out.
    """
    try:
        found = json.loads(file_at(folder, NOTICES).read_text("utf-8"))
        lists = dict(found["packs"]) if "packs" in found else {"": found}
        lists = {pack: recalls for pack, recalls in lists.items() if pack or len(lists) == 1}
        return {
            pack: dict(recalls)
            for pack, recalls in lists.items()
            if isinstance(recalls["sequence"], int) and isinstance(recalls["notices"], list)
        }
    except (OSError, ValueError, TypeError, KeyError):
        return {}
