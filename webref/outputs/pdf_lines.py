"""Where a line of print may end before a figure, and how the mark of a source is heard there."""

from xml.etree.ElementTree import Element

_HOLD = "\u00a0"  # holds a figure to its tags, and to the words that it is shown with
_MAY_END = "\u200b"  # prints nothing; a line may end there


def part_figures(root: Element) -> None:
    """Let a line of the document end before each figure that does not fit on it.

    A figure keeps its tags and the words that it is held to, behind the space before them. Without
    this the renderer ends the line at the first space of the words before.
    """
    for parent in list(root.iter()):
        for one in list(parent):
            if one.tag == "span" and one.get("class") == "quantity":
                _part(parent, one)


def source_mark(root: Element) -> str | None:
    """How the document says that the mark of a source is heard; None where it does not."""
    named = (one for one in root.iter("meta") if one.get("name") == "source-mark")
    return next((one.get("content") for one in named), None)


def _part(parent: Element, figure: Element) -> None:
    """Mark the place before one figure, its tags and its words; nothing where no space is there."""
    at = list(parent).index(figure)
    before = _text_before(parent, at)
    words = before[max(before.rfind(" "), before.rfind("\n")) + 1 :]
    first = at
    if words == before:  # no space: what stands there follows a tag
        words = before.removeprefix(_HOLD)
        first -= 1
        while first > 0 and _is_tag(parent, first) and _text_before(parent, first) == _HOLD:
            first -= 1
        if not (before.startswith(_HOLD) and first >= 0 and _is_tag(parent, first)):
            return
    if words and not (words.endswith(_HOLD) and len(words) > 1):
        return
    if not _text_before(parent, first).removesuffix(words if first == at else "").endswith(" "):
        return
    if words:
        _write_before(parent, at, before.removesuffix(words))
        held = Element("span")
        held.text = words
        parent.insert(at, held)
    _write_before(parent, first, _text_before(parent, first) + _MAY_END)


def _is_tag(parent: Element, at: int) -> bool:
    """Whether a child is the tag of a jurisdiction, words alone."""
    child = parent[at]
    return child.tag == "span" and child.get("class", "").startswith("tag") and not len(child)


def _text_before(parent: Element, at: int) -> str:
    """The text between a child and what stands before it."""
    return (parent[at - 1].tail if at else parent.text) or ""


def _write_before(parent: Element, at: int, text: str) -> None:
    """Put another text between a child and what stands before it."""
    if at:
        parent[at - 1].tail = text
    else:
        parent.text = text
