"""What an operator does to an edition that is served: recall, kill switch, the last one back."""

import json
from collections.abc import Collection
from pathlib import Path

from webref.content.site import ROOT, Site
from webref.errors import near
from webref.outputs.exchange import Bench
from webref.outputs.folder import KILL, LIST, NOTICES, WORKER, below, file_at, listing_of, pack_in
from webref.outputs.library import ID, notices_json
from webref.outputs.progress import say
from webref.outputs.recall import keep_recalls, recalls_in, refuse_older, replace_alone
from webref.outputs.signing.recalls import is_signed
from webref.outputs.signing.report import known_people, signed_by
from webref.outputs.verify import at_address, in_folder, verify_folder, verify_host
from webref.web.build import notices

NETWORK = (
    "nginx and `webref serve` send it from now on. "
    "On a content delivery network, upload {name} and purge {url}."
)

DOUBTED = (
    "The pack's recall key has not signed this list: phones show it as unverified and withdraw "
    "nothing by it. `webref sign-notices` signs it.\n"
)


def publish_notices(site: Site, folder: Path) -> str:
    """Publish the pack's notices beside an edition that stays as it is; what to say of it.

    OSError where the folder holds no edition of this pack, or phones would not heed the list.
    """
    key = site.pack.people.recall_key if site.pack.people else ""
    is_good = not key or is_signed(key, site.pack.id, json.loads(notices(site)))
    listed, pack, held = notices(site), site.pack.id, pack_in(folder)
    if held == ID:
        lists = recalls_in(folder)
        _refuse_lacking(folder, pack, lists)
        refuse_older(folder, listed, pack)
        listed = notices_json(lists | {pack: json.loads(listed)})
    elif held != pack:
        raise OSError(f"{folder} holds an edition of the pack {held}; name its pack with --pack")
    else:
        refuse_older(folder, listed)
    _replace(folder, NOTICES, listed)
    count = len(site.notices)
    said = f"{count} notice{'' if count == 1 else 's'} in {folder}.\n"
    return f"{said}{'' if is_good else DOUBTED}{_network(NOTICES)}"


def publish_kill_switch(folder: Path, base: str = ROOT) -> str:
    """Put the kill switch in the place of the worker at a base; what to say of it.

    OSError where no edition stands there.
    """
    again = f"webref build {folder}"
    if pack_in(folder) == ID:
        again += " --packs PACKS"
        if base != ROOT:
            packs = [path.parent.name for path in folder.glob(f"*{LIST}")]
            _refuse_lacking(folder, base.strip("/"), packs)
    listing_of(folder, base)
    worker = below(base, WORKER)
    _replace(folder, worker, file_at(folder, below(base, KILL)).read_bytes())
    said = f"The kill switch stands in {folder}.\n{_network(worker)}"
    return f"{said}\n`{again}` puts a worker there again."


def go_back(folder: Path) -> str:
    """Exchange an edition for the one that stood there before; what to say of it.

    The recalls that stand now stay: an edition that is put back lifts none.
    """
    bench = Bench(folder)
    with bench.held(lambda: say(f"waiting for a build of {folder}")):
        if bench.last.is_dir():
            keep_recalls(folder, bench.last)
        bench.go_back()
    edition = listing_of(folder)["edition"]
    return f"edition {edition} stands in {folder} again\nPhones offer it as an earlier one."


def report(place: str, people: Path | None = None) -> tuple[str, bool]:
    """Hash every file of an edition in a folder or at an address; what to say where all is well.

    With it, whether each pack that people sign is signed by enough of them, and where a file of
    `people` trusted before is given, by enough of those. OSError with every fault of a file.
    Neither a pack nor an installed font is needed.
    """
    read = at_address(place) if "://" in place else in_folder(Path(place))
    known = known_people(people) if people else None
    found = verify_host(place) if "://" in place else verify_folder(Path(place))
    if found.problems:
        raise OSError("\n  ".join([f"{place} holds no whole edition:", *found.problems]))
    told, is_enough = signed_by(read, known)
    return (
        f"edition {found.edition}: its {found.files} files make it\n"
        f"Compare it with the edition that the editors published elsewhere.\n{told}"
    ), is_enough


def _refuse_lacking(folder: Path, pack: str, packs: Collection[str]) -> None:
    if pack not in packs:
        raise OSError(f"{folder} is a library without the pack {pack}{near(pack, packs)}")


def _replace(folder: Path, url: str, body: bytes) -> None:
    with Bench(folder).held(lambda: say(f"waiting for a build of {folder}")):
        replace_alone(folder, url, body)


def _network(url: str) -> str:
    return NETWORK.format(name=url.lstrip("/"), url=url)
