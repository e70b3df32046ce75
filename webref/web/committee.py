"""What changed between two editions as a PDF for the committee that decides on the newer one."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from webref.dosing.words import say
from webref.outputs.changes.report import Report

TEMPLATE = "edit/committee.html"


def committee_html(found: Report, root: Path) -> str:
    """The report as an HTML text with its style in it; `root` holds templates/."""
    templates = Environment(
        loader=FileSystemLoader(root / "templates"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    groups = [
        (title, [(one.text, "; ".join(one.sources)) for one in changes])
        for title, changes in found.groups()
    ]
    if found.files:
        groups.append((say("changes.files"), [(line, "") for line in found.files]))
    return templates.get_template(TEMPLATE).render(
        found=found,
        groups=groups,
        nothing=say("changes.none"),
        unknown=say("banner.changes-unknown"),
    )


def committee_pdf(found: Report, root: Path) -> bytes:
    """The same as a tagged PDF; PdfError where the renderer complains."""
    from webref.outputs.pdf import to_pdf  # late: where no PDF can be made, the rest still can

    return to_pdf(committee_html(found, root))
