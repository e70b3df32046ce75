"""The pictures of a calculator file: what they are built from, and their rules."""

from collections.abc import Iterator

from webref.content.calculators.records import PictureRecord
from webref.content.calculators.scope import Scope
from webref.dosing.dimensions import MOMENT, SPAN, ValueKind, spell
from webref.dosing.entries import split_entries
from webref.dosing.evaluate import evaluate
from webref.dosing.picture import Picture, PictureRow
from webref.dosing.spec import Calculator, Setting
from webref.errors import Problem, near

# The keys of a row by the kind of its picture: any of these sets.
_KEYS = {
    "scale": ({"at"}, {"to"}, {"at", "to"}),
    "parts": ({"to"},),
    "day": ({"at"}, {"at", "to"}),
    "days": ({"at"}, {"at", "to"}),
    "level": ({"at", "level"},),
}
_TIMES = {"day": SPAN, "days": MOMENT, "level": MOMENT}


def build_picture(scope: Scope, item: PictureRecord, drawable: frozenset[str]) -> Picture:
    """A picture of its record; `drawable` are the names of entries, facts and steps.

    What is wrong with it is noted in the scope: keys that its kind has not, names of nothing that
    an answer shows, values that cannot share an axis.
    """
    place = f"picture[{item.id}]"
    axis = _TIMES.get(item.kind)
    height: ValueKind | None = None
    for at, row in enumerate(item.row, 1):
        where = f"{place}.row[{at}]"
        keys = {key for key in ("at", "to", "level") if getattr(row, key)}
        if keys not in _KEYS[item.kind]:
            wanted = ", or ".join(" and ".join(sorted(one)) for one in _KEYS[item.kind])
            scope.problem(where, f"a row of a {item.kind} has {wanted}")
            continue
        for key in ("at", "to"):
            axis = _same(scope, where, getattr(row, key), axis, drawable) or axis
        height = _same(scope, where, row.level, height, drawable) or height
    return Picture(
        item.id,
        item.kind,
        item.name,
        tuple(
            PictureRow(
                scope.template(f"{place}.row[{at}]", row.name, "info"), row.at, row.to, row.level
            )
            for at, row in enumerate(item.row, 1)
        ),
        scope.when(f"{place}.when", item.when),
    )


def _same(
    scope: Scope, place: str, name: str, axis: ValueKind | None, drawable: frozenset[str]
) -> ValueKind | None:
    """The kind of a value that shares an axis with others; None where it has none."""
    if not name or name in scope.unresolved:
        return None
    if name not in drawable:
        why = f"{name} is no entry, no name of [facts] and no step{near(name, drawable)}"
        scope.problem(place, why)
        return None
    kind = scope.kinds[name]
    if kind.name == "word":
        scope.problem(place, f"{name} is a choice, which has no place on an axis")
        return None
    if axis and (kind.name, kind.dimension) != (axis.name, axis.dimension):
        scope.problem(place, f"{name} is {spell(kind)}, the axis {spell(axis)}")
        return None
    return kind


def check_pictures(built: Calculator, file: str) -> Iterator[Problem]:
    """Each picture is drawn by a worked example; one that no entry can reach shows nothing."""
    for picture in built.pictures:
        if not any(_draws(built, picture.id)):
            why = "no worked example draws it: add one that does"
            yield Problem(file, f"picture[{picture.id}]", why)


def _draws(built: Calculator, name: str) -> Iterator[bool]:
    for example in built.examples:
        typed = split_entries(built, dict(example.inputs))
        result = evaluate(built, typed, Setting(now=example.now))
        yield any(drawn.picture.id == name for drawn in result.pictures)
