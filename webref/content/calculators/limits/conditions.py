"""What can be said of a condition where not everything that it asks for is known."""

from collections.abc import Collection, Iterable

from webref.dosing.nodes import Given, Logic, Node, Not, names_in

Known = Node | bool  # a condition, or one that is settled before anything is typed


def surely(node: Node, asked: Collection[str], optional: Collection[str]) -> Known:
    """Where a condition holds for certain: `asked` may be read, `optional` need not be typed."""
    return _surely(node, True, asked, optional)


def possibly(node: Node, asked: Collection[str], optional: Collection[str]) -> Known:
    """Where a condition is not known to fail."""
    return negate(_surely(node, False, asked, optional))


def _surely(node: Node, holds: bool, asked: Collection[str], optional: Collection[str]) -> Known:
    match node:
        case Not(part=part):
            return _surely(part, not holds, asked, optional)
        case Logic(op=op, parts=parts):
            found = (_surely(part, holds, asked, optional) for part in parts)
            return both(found) if (op == "and") == holds else either(found)
    names = names_in(node)
    if not names <= set(asked):
        return False
    given = (Given(name) for name in sorted(names & set(optional)))
    return both((*given, node if holds else Not(node)))


def negate(known: Known) -> Known:
    """The opposite."""
    return not known if isinstance(known, bool) else Not(known)


def both(parts: Iterable[Known]) -> Known:
    """All of the parts, evaluated from the left."""
    return _joined("and", list(parts))


def either(parts: Iterable[Known]) -> Known:
    """Any of the parts, evaluated from the left."""
    return _joined("or", list(parts))


def _joined(op: str, parts: list[Known]) -> Known:
    settling = op == "or"
    if any(part is settling for part in parts):
        return settling
    nodes = [part for part in parts if not isinstance(part, bool)]
    if len(nodes) > 1:
        return Logic(op, tuple(nodes))
    return nodes[0] if nodes else not settling
