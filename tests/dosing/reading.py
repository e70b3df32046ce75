"""The bare numbers of a line of working, worked out as a reader would: from the left.

Units and names are passed over. Every line is worked out twice, with products before sums as in a
textbook and strictly from the left as on a calculator of four keys; the two must agree.
"""

import operator
import re
from collections.abc import Callable
from fractions import Fraction

from webref.dosing.roots import power_half_up, root_half_up

_TOKEN = re.compile(
    r"(?P<number>[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?(?:/[0-9]+(?:,[0-9]{3})*)?)"
    r"|(?P<list>the (?:least|greatest) of)|(?P<root>\u221a|the power)|(?P<of>\bof\b)"
    r"|(?P<after>rounded down|rounded up|to the nearest)|(?P<sign>[-+()\u2212×÷,])"
    r"|(?P<unit>[A-Za-z%]+2?(?: of (?:weight|age))?(?:/(?:[0-9.]+ )?[A-Za-z]+2?)*)"
)
_Sign = dict[str, Callable[[Fraction, Fraction], Fraction]]
_SUM: _Sign = {"+": operator.add, "\u2212": operator.sub}
_PRODUCT: _Sign = {"×": operator.mul, "÷": operator.truediv}


class Reader:
    """One reading of one text."""

    def __init__(self, text: str, strict: bool) -> None:
        """Split the text; what is neither figure, sign nor word of a function is left out."""
        text = text.replace("\u00a0", " ").replace("a third", "(1/3)")
        found = [(m.lastgroup, m[0]) for m in _TOKEN.finditer(text)]
        self.tokens = [(kind, token) for kind, token in found if kind != "unit"]
        left = _TOKEN.sub("", text).split()
        assert not left, f"not read: {left} of {text}"
        self.strict = strict

    def whole(self) -> Fraction:
        """The value of the text, all of which is read."""
        value = self.value()
        assert not self.tokens, self.tokens
        return value

    def value(self) -> Fraction:
        """A run of signs, with what is done to all of it."""
        value = self.item()
        while self.tokens:
            kind, token = self.tokens[0]
            if kind == "after":
                self.tokens.pop(0)
                value = self.rounded(token, value)
            elif token in _PRODUCT or (token in _SUM and self.strict):
                self.tokens.pop(0)
                value = {**_PRODUCT, **_SUM}[token](value, self.item())
            elif token in _SUM:
                self.tokens.pop(0)
                value = _SUM[token](value, self.product())
            else:
                return value
        return value

    def product(self) -> Fraction:
        value = self.item()
        while self.tokens and self.tokens[0][1] in _PRODUCT:
            _, token = self.tokens.pop(0)
            value = _PRODUCT[token](value, self.item())
        return value

    def rounded(self, how: str, value: Fraction) -> Fraction:
        if how == "rounded down":
            return Fraction(value // 1)
        if how == "rounded up":
            return Fraction(-(-value // 1))
        step = self.item()
        return step * ((value / step + Fraction(1, 2)) // 1)

    def item(self) -> Fraction:
        """One figure, a bracket, or a list."""
        kind, token = self.tokens.pop(0)
        if kind == "number":
            return Fraction(token.replace(",", ""))
        if token == "\u2212":
            return -self.item()
        if kind == "root":
            return self.root(token)
        if token == "(":
            value = self.value()
            assert self.tokens.pop(0)[1] == ")"
            return value
        assert kind == "list", token
        values = [self.value()]
        while self.tokens and self.tokens[0][1] == ",":
            self.tokens.pop(0)
            values.append(self.value())
        return min(values) if "least" in token else max(values)

    def root(self, token: str) -> Fraction:
        """A root or a power with the decimals in the bracket behind it."""
        exponent = Fraction(1, 2) if token == "\u221a" else self.item()
        if token != "\u221a":
            assert self.tokens.pop(0)[0] == "of"
        number = self.item()
        assert self.tokens.pop(0)[1] == "("
        places = int(self.item())
        assert self.tokens.pop(0)[1] == ")"
        if exponent == Fraction(1, 2):
            return root_half_up(number, places)
        return power_half_up(number, exponent, places)


def bare(text: str) -> Fraction:
    """What the bare numbers of a text come to, whichever way they are read."""
    values = {Reader(text, strict).whole() for strict in (True, False)}
    assert len(values) == 1, f"read in two ways: {text}"
    return values.pop()
