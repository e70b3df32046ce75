"""Every row of a printed table, and every limit of a row, is met by a worked example."""

from collections.abc import Iterator

from webref.dosing.evaluate import values_of
from webref.dosing.nodes import Compare, Logic, Name, Node
from webref.dosing.run import Absent, Values, truth
from webref.dosing.spec import Calculator, Lookup, LookupRow, Setting
from webref.dosing.worked import work
from webref.errors import Problem


def check_reached(calculator: Calculator, file: str) -> Iterator[Problem]:
    """A problem for each row that no example reads, and for each limit that none stands on.

    The examples come out as they say; one that is stopped by something else reads no row.
    """
    for lookup in calculator.lookups:
        seen = list(_examples(calculator, lookup))
        for number, row in enumerate(lookup.rows, 1):
            place = f"lookup[{lookup.id}].row[{number}]"
            if not any(_holds(row.when, values) for values in seen):
                yield Problem(file, place, "no worked example reads this row: write one")
                continue
            for key, edge in _edges(row):
                tests = [part for part in _parts(row.when) if not _is_edge(part, key)]
                test = Logic("and", (*tests, Compare("==", Name(key), Name(edge))))
                if not any(_holds(test, values) for values in seen):
                    shown = next(one.shown for one in calculator.constants if one.id == edge)
                    yield Problem(file, place, f"no worked example stands on {shown}: write one")


def _examples(calculator: Calculator, lookup: Lookup) -> Iterator[Values]:
    """The values of every example that is answered, or stopped by a row of the table."""
    stops = {row.stop for row in lookup.rows if row.stop}
    for example in calculator.examples:
        _, result = work(calculator, example)
        fired = {message.id for message in result.messages if message.level == "stop"}
        if result.answered or fired & stops:
            yield values_of(result, Setting(now=example.now))


def _holds(node: Node, values: Values) -> bool:
    try:
        return truth(node, values)
    except Absent:
        return False


def _parts(node: Node) -> tuple[Node, ...]:
    return node.parts if isinstance(node, Logic) else (node,)


def _edges(row: LookupRow) -> Iterator[tuple[str, str]]:
    """The key and the figure of each limit of a row."""
    for part in _parts(row.when):
        match part:
            case Compare(left=Name(id=key), right=Name(id=edge)):
                yield key, edge


def _is_edge(part: Node, key: str) -> bool:
    match part:
        case Compare(left=Name(id=name), right=Name()):
            return name == key
    return False
