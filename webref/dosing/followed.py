"""What a reader may follow: the labels of jurisdictions, and guidelines adopted by name."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

FollowedKind = Literal["label", "guideline"]


@dataclass(frozen=True)
class FollowedLabel:
    """A label or guideline that one may follow: its id, tag, name and date in words."""

    id: str
    tag: str
    name: str
    dated: str
    kind: FollowedKind = "label"


def kind_of(kinds: Iterable[FollowedKind]) -> str:
    """What there is to follow, in a word: label, guideline, or either."""
    found = set(kinds)
    return "either" if len(found) > 1 else "".join(found) or "label"
