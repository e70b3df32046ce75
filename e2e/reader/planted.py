"""Faults that a reader has to find: each a small edit of what pages are drawn with or run."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from e2e.reader.library import Edit

FORM = "static/form/form.js"


@dataclass(frozen=True)
class Fault:
    """An edit, words of what is found then, and what a reader does more often to meet it."""

    edit: Edit
    found: str
    weights: Mapping[str, float] = field(default_factory=dict)
    real: bool = False  # met in the real pack alone


WINDOWS = {"open": 12, "window": 12, "publish": 6, "offer": 20, "dock": 12}
LEAVING = {"example": 20, "back": 20, "forward": 10, "dock": 12}

FAULTS = {
    "an answer stays while its entries change": Fault(
        Edit(
            "static/forms.js",
            'if (typeof found === "string") show(found);',
            'if (typeof found === "string") setTimeout(() => show(found), 300);',
        ),
        "an answer outlived the entry",
    ),
    "an answer is that of the entries before": Fault(
        Edit(
            FORM,
            "latest = ask(query);",
            "latest = ask(form.dataset.first ||= query);",
        ),
        "is not the answer to",
    ),
    "another label is followed than the one chosen": Fault(
        Edit(
            FORM,
            "latest = ask(query);",
            'latest = ask(query.replace("label=us", "label=ca"));',
        ),
        "is not the answer to",
        {"label": 12},
        real=True,
    ),
    "a number stands under a stop": Fault(
        Edit(
            "templates/fragments/answer.mustache",
            '<div class="readout readout-empty">\n{{#refused}}',
            '<div class="readout readout-empty"><p class="pair-value">5 mg</p>\n{{#refused}}',
        ),
        "under the status stop stand",
    ),
    "entries come back without a word": Fault(
        Edit(FORM, "    held.hold(at, link);\n", ""),
        "stand entered on a page that one has come to",
        LEAVING,
    ),
    "a script fails": Fault(
        Edit("static/form/notes.js", "patch(place, html);", "place.inner.HTML = html;"),
        "error: ",
    ),
    "an answer stands beyond the screen": Fault(
        Edit(
            "static/look/tasks.css",
            ".working { overflow-wrap: anywhere; }",
            ".working { white-space: nowrap; }",
        ),
        "pixels wider than the screen",
    ),
    "entries leave the device": Fault(
        Edit(
            FORM,
            "    asked = query;\n",
            "    asked = query;\n    fetch(`?${query}`).catch(() => {});\n",
        ),
        "asked for GET",
    ),
    "two editions stand in one window": Fault(
        Edit(
            "static/sw.js",
            "    const edition = older || (!navigating && await noted(clientId)) || EDITION;\n",
            "    const edition = older || EDITION;\n",
        ),
        "page, style and script are of",
        WINDOWS,
    ),
    "an answer names another drug": Fault(
        Edit(
            "templates/fragments/answer.mustache",
            '{{#is_answer}}\n<section class="readout" aria-label="{{word answer.name}}">\n'
            '<p class="readout-drug" translate="no">{{drug}}</p>',
            '{{#is_answer}}\n<section class="readout" aria-label="{{word answer.name}}">\n'
            '<p class="readout-drug" translate="no">Exampload</p>',
        ),
        "does not name",
    ),
    "an emptied form keeps its result": Fault(
        Edit(
            FORM,
            "    asked = query;\n",
            "    query = asked = fields.entered() ? query : asked || query;\n",
        ),
        "is not the answer to",
        {"empty": 12},
    ),
    "a recalled calculator answers": Fault(
        Edit(FORM, 'withdrawn: pages.map(withdrawn).find(Boolean) ?? "",', 'withdrawn: "",'),
        "is not the answer to",
        {"recall": 6},
    ),
}
