"""Recalls that the server itself obeys: those of the folder that it serves, as phones do."""

import json
from pathlib import Path

from webref.content.site import ROOT, Site
from webref.outputs.folder import NOTICES, file_at

WITHDRAWN = "withdrawn"

Told = tuple[str, str, str]  # level, subject and text of a notice


def withdrawn(site: Site, built: Path | None, page: str, edition: str) -> str:
    """Why a page, or the whole edition, has been withdrawn by a notice, or nothing.

    A notice names an edition by its whole digest or by the start of it that phones show.
    """
    for level, subject, text in told(site, built):
        kind, _, start = subject.partition("/")
        of_edition = kind == "edition" and edition.startswith(start)
        if level == WITHDRAWN and (subject == page or of_edition):
            return text
    return ""


def told(site: Site, built: Path | None) -> list[Told]:
    """The notices beside a built edition as they stand now, else those of the pack."""
    try:
        if built is not None:
            file = json.loads(file_at(built, NOTICES).read_text("utf-8"))
            listed = (file if site.base == ROOT else file["packs"][site.pack.id])["notices"]
            return [(str(one["level"]), str(one["subject"]), str(one["text"])) for one in listed]
    except (OSError, ValueError, TypeError, KeyError):
        pass  # phones ignore a file of the wrong form too
    return [(notice.level, notice.subject, notice.text) for notice in site.notices]
