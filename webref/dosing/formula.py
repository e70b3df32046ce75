"""Formula text to a frozen tree: a small, closed subset of Python expressions."""

import ast
from collections.abc import Callable, Iterator

from webref.dosing.functions import FUNCTIONS, REFUSED, UnknownFunction, function_of
from webref.dosing.nodes import (
    Among,
    Binary,
    Call,
    Choose,
    Compare,
    Given,
    Logic,
    Name,
    Node,
    Not,
    Number,
    Text,
    parts_of,
)
from webref.dosing.numbers import Refused, read_number
from webref.errors import near

LONGEST = 600  # characters of one formula
DEEPEST = 24
MOST_PLACES = 9  # decimals of a root or a power


class FormulaError(ValueError):
    """A formula that is not of the subset, or whose dimensions do not fit."""


_BINARY: dict[type[ast.operator], str] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
}
_COMPARE: dict[type[ast.cmpop], str] = {
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Eq: "==",
    ast.NotEq: "!=",
}


def parse_formula(text: str) -> Node:
    """Formula text to its tree; FormulaError names what is not of the subset."""
    if len(text) > LONGEST:
        raise FormulaError(f"longer than {LONGEST} characters")
    if not text.isascii():
        raise FormulaError("only ASCII is read")
    try:
        tree = ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise FormulaError(f"not an expression: {text}") from None
    return _node(tree, text.strip(), 0)


def _node(tree: ast.expr, text: str, depth: int) -> Node:
    if depth > DEEPEST:
        raise FormulaError(f"nested deeper than {DEEPEST}")

    def inner(child: ast.expr) -> Node:
        return _node(child, text, depth + 1)

    match tree:
        case ast.Constant(value=str(word)):
            return Text(word)
        case ast.Constant(value=value) if type(value) in (int, float):
            return _literal(ast.get_source_segment(text, tree) or "")
        case ast.Name(id=name):
            return Name(name)
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _BINARY:
            return Binary(_BINARY[type(op)], inner(left), inner(right))
        case ast.Compare(left=left, ops=ops, comparators=comparators):
            return _comparison(left, ops, comparators, inner)
        case ast.BoolOp(op=op, values=values):
            word = "and" if isinstance(op, ast.And) else "or"
            return Logic(word, tuple(inner(value) for value in values))
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return Not(inner(operand))
        case ast.IfExp(test=test, body=body, orelse=orelse):
            return Choose(inner(test), inner(body), inner(orelse))
        case ast.Call(func=ast.Name(id="given"), args=[ast.Name(id=name)], keywords=[]):
            return Given(name)
        case ast.Call(func=ast.Name(id=function), args=arguments, keywords=[]):
            try:
                found = function_of(function, len(arguments))
            except UnknownFunction:
                raise FormulaError(_unknown(function, len(arguments))) from None
            parts = tuple(inner(argument) for argument in arguments)
            if found.places and not _is_places(parts[-1]):
                raise FormulaError(
                    f"{function} needs its decimals, 0 to {MOST_PLACES}: {found.signature}"
                )
            return Call(function, parts)
    raise FormulaError(f"not allowed in a formula: {ast.get_source_segment(text, tree)}")


def _unknown(name: str, count: int) -> str:
    """Why a call is none: what is near its name, or how many arguments it takes."""
    if name in REFUSED:
        return f"{name}: {REFUSED[name]}"
    function = FUNCTIONS.get(name)
    if function is None:
        known = (*FUNCTIONS, "given")
        meant = near(name, known) or f"; there are {', '.join(known)}"
        return f"there is no function {name}{meant}"
    takes = " to ".join(dict.fromkeys((str(function.fewest), str(function.most))))
    how = f": {function.signature}" if function.places else ""
    return f"{name} takes {takes} arguments, not {count}{how}"


def _is_places(node: Node) -> bool:
    """Whether it is a number of decimals, written out."""
    return isinstance(node, Number) and node.text in map(str, range(MOST_PLACES + 1))


def figures_in(node: Node) -> set[str]:
    """Every decimal literal of a formula but numbers of decimals, as its text."""
    return {part.text for part in weighed(node) if isinstance(part, Number)}


def weighed(node: Node) -> Iterator[Node]:
    """The node and all below it on which the value depends: not the decimals of a root."""
    yield node
    parts = parts_of(node)
    if isinstance(node, Call) and function_of(node.function, len(parts)).places:
        parts = parts[:-1]
    for part in parts:
        yield from weighed(part)


def _literal(text: str) -> Number:
    # From the source text, never from the parsed float.
    try:
        read_number(text)
    except Refused as refused:
        raise FormulaError(f"{text} is no decimal number: {refused}") from None
    return Number(text)


def _comparison(
    left: ast.expr,
    ops: list[ast.cmpop],
    comparators: list[ast.expr],
    inner: Callable[[ast.expr], Node],
) -> Node:
    """One comparison, or a chain `a < b <= c` read as all of its links."""
    links: list[Node] = []
    for op, right in zip(ops, comparators, strict=True):
        if isinstance(op, ast.In | ast.NotIn):
            among = Among(inner(left), _words(right))
            links.append(Not(among) if isinstance(op, ast.NotIn) else among)
        elif type(op) in _COMPARE:
            links.append(Compare(_COMPARE[type(op)], inner(left), inner(right)))
        else:
            raise FormulaError("this comparison is not allowed in a formula")
        left = right
    return links[0] if len(links) == 1 else Logic("and", tuple(links))


def _words(tree: ast.expr) -> tuple[str, ...]:
    parts = tree.elts if isinstance(tree, ast.Tuple) else [tree]
    words = [p.value for p in parts if isinstance(p, ast.Constant) and isinstance(p.value, str)]
    if len(words) != len(parts):
        raise FormulaError("in needs a list of words in quotes")
    return tuple(words)
