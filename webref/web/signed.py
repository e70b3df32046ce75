"""The printed documents of an edition that enough people have signed, which say as of when."""

import tempfile
from dataclasses import replace
from pathlib import Path

from webref.content.pack.model import Signature
from webref.content.site import Site
from webref.dosing.words import speaking
from webref.outputs.cache import Cache
from webref.outputs.offline import edition_of, list_files
from webref.outputs.pdf_edition import stamp
from webref.outputs.pdfs import try_pdf
from webref.outputs.signing.sign import signers_of
from webref.web import sheets
from webref.web.app import create_app
from webref.web.build import Edition


def write_signed(site: Site, root: Path, folder: Path, out: Path, people: Path | None) -> str:
    """Write every document anew to `out`, signed as of the last signature; what to say of it.

    They are no part of the edition of `folder`, whose own documents were made before anybody could
    sign. OSError where too few have signed it, the pack makes another edition, or `out` is there.
    """
    if out.exists():
        raise OSError(f"{out} is there already; name a folder that is not")
    edition, signed = signers_of(folder, site.base, people)
    try_pdf()
    with tempfile.TemporaryDirectory(prefix="webref-") as place:
        if _edition(site, root, Path(place) / "edition") != edition:
            raise OSError(
                f"the pack makes another edition than the one that was signed, {edition[:12]}: "
                "its documents would say that somebody signed what nobody did"
            )
        signatures = tuple(Signature(one.name, one.role, day) for one, day in signed)
        told = replace(site, pack=replace(site.pack, signed=signatures))
        with speaking(told.words):
            app = create_app(told, root)
            made = {
                url.rpartition("/")[2]: stamp(body, edition)
                for url, body in sheets.make_all(app, told, Cache(Path(place) / "cache"))
            }
    out.mkdir(parents=True)
    for name, body in made.items():
        (out / name).write_bytes(body)
    last = max(one.date for one in signatures).isoformat()
    return f"{len(made)} documents of the edition {edition[:12]} in {out}, signed as of {last}"


def _edition(site: Site, root: Path, folder: Path) -> str:
    """The edition that a build of the pack would have."""
    folder.mkdir()
    with speaking(site.words):
        boot = Edition(site, root, folder).write_files(create_app(site, root), folder)
    return edition_of(list_files(folder, boot, site.base))
