"""A new pack: the files of templates/pack with the answers of its author filled in."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from string import Template

REVIEW, REFUSE = timedelta(days=180), timedelta(days=365)  # after the day on which it is begun
# Shown in brackets after each figure of a new pack, so that none is taken for the source's.
CAUTION = "an example of the form, not a figure of the source: replace it"


@dataclass(frozen=True)
class Answers:
    """What an author says of a pack before there is one.

    title: of the drug; routes: at least one, the first stands in the examples; jurisdiction, tag:
    of its first label, in full and as it stands beside a figure; source: the label's title.
    """

    title: str
    routes: tuple[str, ...]
    jurisdiction: str
    tag: str
    source: str
    editor: str


def starter_files(answers: Answers, templates: Path, today: date) -> Iterator[tuple[str, str]]:
    """Every file of the new pack with its text.

    ValueError where an answer gives no id: a title or a tag without a letter from a to z.
    """
    label = _id(answers.tag)
    words: Mapping[str, str] = {
        "id": _quoted(_id(answers.title)),
        "title": _quoted(answers.title),
        "routes": f"[{', '.join(map(_quoted, answers.routes))}]",
        "route": _quoted(answers.routes[0]),
        "jurisdiction": _quoted(answers.jurisdiction),
        "tag": _quoted(answers.tag),
        "label": _quoted(label),
        "source": _quoted(f"{label}-label"),
        "source_id": f"{label}-label",
        "source_title": _quoted(answers.source),
        "editor": _quoted(answers.editor),
        "caution": _quoted(CAUTION),
        "date": today.isoformat(),
        "review_by": (today + REVIEW).isoformat(),
        "refuse_after": (today + REFUSE).isoformat(),
        "worked": _quoted(f"{answers.source}: Dosage, replace it"),
    }
    for file in sorted(templates.rglob("*")):
        if file.is_file():
            text = Template(file.read_text(encoding="utf-8")).substitute(words)
            yield file.relative_to(templates).as_posix(), text


def _id(text: str) -> str:
    """Words as an id, in lower case and joined by hyphens."""
    found = "-".join(re.findall("[a-z0-9]+", text.lower()))
    if not found:
        raise ValueError(f"{text} gives no id: write it with letters from a to z")
    return found


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
