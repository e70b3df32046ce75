"""What an operator does to an edition that is served: recall, kill switch, the last one back."""

from pathlib import Path

from webref.content.site import Site
from webref.outputs.exchange import Bench
from webref.outputs.folder import KILL, NOTICES, WORKER, file_at, listing_of
from webref.outputs.progress import say
from webref.outputs.recall import keep_recalls, refuse_older, replace_alone
from webref.outputs.verify import verify_folder, verify_host
from webref.web.build import notices, refuse_foreign

NETWORK = (
    "nginx and `webref serve` send it from now on. "
    "On a content delivery network, upload {name} and purge {url}."
)


def publish_notices(site: Site, folder: Path) -> str:
    """Publish the pack's notices beside an edition that stays as it is; what to say of it.

    OSError where the folder holds no edition of this pack, or phones would not heed the list.
    """
    refuse_foreign(folder, site.pack.id)
    listed = notices(site)
    refuse_older(folder, listed)
    _replace(folder, NOTICES, listed)
    return f"{len(site.notices)} notices in {folder}.\n{_network(NOTICES)}"


def publish_kill_switch(folder: Path) -> str:
    """Put the kill switch in the worker's place; what to say of it."""
    listing_of(folder)
    _replace(folder, WORKER, file_at(folder, KILL).read_bytes())
    again = f"`webref build {folder}` puts a worker there again."
    return f"The kill switch stands in {folder}.\n{_network(WORKER)}\n{again}"


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


def report(place: str) -> str:
    """Hash every file of an edition in a folder or at an address; what to say where all is well.

    OSError with every fault otherwise. Neither a pack nor an installed font is needed.
    """
    found = verify_host(place) if "://" in place else verify_folder(Path(place))
    if found.problems:
        raise OSError("\n  ".join([f"{place} holds no whole edition:", *found.problems]))
    return (
        f"edition {found.edition}: its {found.files} files make it\n"
        "Compare it with the edition that the editors published elsewhere."
    )


def _replace(folder: Path, url: str, body: bytes) -> None:
    with Bench(folder).held(lambda: say(f"waiting for a build of {folder}")):
        replace_alone(folder, url, body)


def _network(url: str) -> str:
    return NETWORK.format(name=url.lstrip("/"), url=url)
