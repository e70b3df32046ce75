"""One row for every kind of page, read by loading, checking, navigation, search, print and build.

A page of a kind is shown by `templates/pages/<id>.html`; a printed one stands in the monograph
by `templates/print/parts/<id>.html`.
"""

from dataclasses import dataclass
from typing import Any

from webref.content.calculators.limits.build import LIMITS
from webref.content.table import RowFile
from webref.content.tables import (
    changes,
    claims,
    compare,
    differences,
    events,
    interactions,
    notices,
    vocabulary,
)


@dataclass(frozen=True)
class Hit:
    """A kind of search result: its name as shown, and how its words count.

    A word of the title counts `title`, a word that is said `said`; what an entry counts is
    multiplied by 10 plus `lift`. `alarm`: comes before all others where its words are asked for;
    `rejected`: never comes before an entry that is not.
    """

    id: str
    name: str
    lift: int
    title: int = 8
    said: int = 3
    alarm: bool = False
    rejected: bool = False


CARD = Hit("card", "Emergency card", lift=8, alarm=True)
CALCULATOR = Hit("calculator", "Calculator", lift=6)
PROTOCOL = Hit("protocol", "Protocol", lift=4)
SECTION = Hit("section", "Monograph", lift=6)
PAGE = Hit("page", "Page", lift=4)
PART = Hit("part", "Monograph", lift=4, title=5)
FIGURE = Hit("figure", "Figure", lift=1, title=1)
INTERACTION = Hit("interaction", "Interaction", lift=5)
REFUSAL = Hit("refusal", "Not calculated", lift=4)
DIFFERENCE = Hit("difference", "Labels differ", lift=2, title=5)
EVENT = Hit("event", "Adverse event", lift=3, title=7)
CLAIM = Hit("claim", "Rejected claim", lift=0, title=2, said=1, rejected=True)


@dataclass(frozen=True)
class Printed:
    """A part of the printed monograph; parts come in the order of their numbers."""

    order: int
    title: str


@dataclass(frozen=True)
class Kind:
    """A kind of page.

    title, summary: of a kind that has one page, whose id is the kind's; `always`: every site has
    that page, others have it where there is something to show. dock: the place of the dock that
    it belongs to, if any. named: what it is, behind its title. boot: saved first on a phone.
    hit: what search finds of it. table: the file of rows that it shows, and `rows` what search
    finds of each row.
    """

    id: str
    hit: Hit | None = PAGE
    title: str = ""
    summary: str = ""
    always: bool = False
    dock: str = ""
    named: str = ""
    boot: bool = False
    table: RowFile[Any, Any] | None = None
    rows: Hit | None = None
    printed: Printed | None = None


# In the order of the site.
_ROWS = (
    Kind("home", hit=None, dock="home", boot=True),
    Kind("card", hit=CARD, boot=True),
    Kind(
        "calculators",
        title="Calculators",
        summary="Every calculator, by task.",
        dock="calculators",
        boot=True,
    ),
    Kind("calculator", hit=CALCULATOR, dock="calculators", named="calculator", boot=True),
    Kind(
        "protocols",
        title="Protocols",
        summary="Every protocol, one step at a time.",
        dock="protocols",
        boot=True,
    ),
    Kind("protocol-labels", hit=PROTOCOL, dock="protocols", boot=True),
    Kind("protocol", hit=PROTOCOL, dock="protocols", named="protocol", boot=True),
    Kind("monograph", title="Monograph", summary="Every section, by topic.", dock="monograph"),
    Kind("section", hit=SECTION, dock="monograph", named="monograph"),
    Kind(
        "differences",
        title="Where labels differ",
        summary="Every disagreement of the sources, side by side.",
        dock="monograph",
        table=differences.ROWS,
        rows=DIFFERENCE,
        printed=Printed(30, "Where labels differ"),
    ),
    Kind(
        "appraisal",
        title="Claims not carried",
        summary="Claims met in unvetted pages, and why they are wrong.",
        dock="monograph",
        table=claims.APPRAISAL,
        rows=CLAIM,
        printed=Printed(60, "Claims not carried"),
    ),
    Kind(
        "refusals",
        title="Not calculated here",
        summary="What this reference does not calculate, and why.",
        dock="monograph",
        table=claims.REFUSALS,
        rows=REFUSAL,
        printed=Printed(50, "Not calculated here"),
    ),
    Kind(
        "interactions",
        title="Interactions",
        summary="Other medicines: what happens and what to do.",
        dock="monograph",
        table=interactions.ROWS,
        rows=INTERACTION,
        printed=Printed(10, "Interactions, by medicine"),
    ),
    Kind(
        "events",
        title="Adverse events",
        summary="Counts by phase of treatment, and lists by frequency.",
        dock="monograph",
        table=events.ROWS,
        rows=EVENT,
        printed=Printed(20, "Adverse events, counted and listed"),
    ),
    Kind(
        "compare",
        title="Compare",
        summary="Products and labels side by side.",
        dock="monograph",
        table=compare.ROWS,
        printed=Printed(40, "Products and labels side by side"),
    ),
    Kind(
        "changes",
        title="What changed",
        summary="What each edition changed, in its own words, with its sources.",
        dock="monograph",
        table=changes.ROWS,
    ),
    Kind("contents", title="Contents", summary="Every page of this reference.", always=True),
    Kind(
        "without-scripts",
        title="Without scripts",
        summary="The formula of each calculator, to work by hand.",
        always=True,
    ),
    Kind("list", title="My list", summary="Pages pinned on this device.", always=True),
    Kind(
        "sources",
        title="Sources",
        summary="Every document cited, and what each is good for.",
        always=True,
        dock="monograph",
        printed=Printed(70, "Sources by number"),
    ),
    Kind("pdfs", title="PDFs", summary="Sheets to print or keep.", always=True),
    Kind(
        "offline",
        title="Offline",
        summary="What is saved on this device, and how to keep it.",
        always=True,
        boot=True,
    ),
    # Answered live, so in no list of pages.
    Kind("search", hit=None),
    Kind("error", hit=None),
)
KINDS = {kind.id: kind for kind in _ROWS}
SHOWN = tuple(kind.table for kind in _ROWS if kind.table)  # tables that have a page
TABLES: tuple[RowFile[Any, Any], ...] = (*SHOWN, vocabulary.ROWS, notices.ROWS, LIMITS)
PARTS = tuple(
    sorted(
        ((kind.id, kind.printed) for kind in _ROWS if kind.printed), key=lambda one: one[1].order
    )
)
# What search finds, in the order in which its index counts them.
HITS = {
    hit.id: hit
    for hit in (
        CARD,
        CALCULATOR,
        PROTOCOL,
        SECTION,
        PAGE,
        *(kind.rows for kind in _ROWS if kind.rows),
        PART,
        FIGURE,
    )
}
