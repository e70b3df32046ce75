"""Calculators written by hand that use every feature, with figures that mean nothing."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

from webref.dosing import spec
from webref.dosing.formula import parse_formula
from webref.dosing.nodes import Node

f = parse_formula


def maybe(text: str) -> Node | None:
    """A condition, or none where there is no text."""
    return f(text) if text else None


def constant(name: str, value: str, unit: str, shown: str) -> spec.Constant:
    """A constant whose value is given in base units."""
    return spec.Constant(name, Fraction(value), unit, shown)


def quantity(name: str, units: tuple[str, ...], **more: Any) -> spec.Input:
    """An input with a number and a unit."""
    return spec.Input(name, name.capitalize(), "", "quantity", units, **more)


def choice(name: str, *options: str, optional: bool = False) -> spec.Input:
    """An input with answers to choose from."""
    answers = tuple(spec.Option(option, option.capitalize()) for option in options)
    return spec.Input(name, f"The {name}", "", "choice", options=answers, optional=optional)


def step(name: str, value: str, unit: str, places: int = 4, when: str = "") -> spec.Step:
    """An intermediate value."""
    return spec.Step(name, name.capitalize(), f(value), unit, places, maybe(when))


def output(name: str, value: str, unit: str, places: int = 2, **more: object) -> spec.Output:
    """An answer; `when` is formula text."""
    when = maybe(str(more.pop("when", "")))
    plain = spec.Output(name, name.capitalize(), f(value), unit, places, when=when)
    return replace(plain, **more)  # type: ignore[arg-type]


def check(name: str, level: str, when: str, *text: str | tuple[str]) -> spec.Check:
    """A check whose text may name figures by one-tuples."""
    return spec.Check(name, level, f(when), (f"Title <{name}>",), text, (1,))


LABELS = (
    spec.Label("us", "US", "United States", "Sheet 2018"),
    spec.Label("ca", "CA", "Canada", "Monograph & leaflet, undated"),
    spec.Label("uk", "UK", "United Kingdom", "Summary 2020"),
)

BARE = spec.Calculator(
    id="bare",
    title="Bare",
    short="Bare",
    answers="Nothing that a patient needs.",
    route="any",
    basis="label",
    labels=(),
    label_optional=False,
    constants=(),
    inputs=(quantity("dose", ("mcg", "mg")),),
    steps=(),
    checks=(),
    outputs=(output("twice", "dose + dose", "mcg"),),
    tables=(),
    cites=(spec.Cite(1, "US", "A sheet", "Page 1"),),
    examples=(),
    review_by="2027-05-22",
    refuse_after="2027-11-22",
    signed=False,
)

RATES = replace(
    BARE,
    id="rates",
    title='Rates & "limits" of <doses>',
    basis="arithmetic",
    labels=LABELS,
    constants=(
        constant("limit", "480", "h", "8\u00a0h"),
        constant("ceiling", "100000", "mg", "100\u00a0mg"),
        constant("share", "1/3", "", "a third"),
    ),
    inputs=(
        quantity("dose", ("mcg", "mg", "ng")),
        quantity("duration", ("h", "min", "days")),
        quantity("volume", ("mL",), optional=True, zero=True),
        spec.Input("times", "Times", "", "whole", ("doses",)),
        spec.Input("more", "More", "", "whole", optional=True, zero=True),
        choice("population", "adult", "child"),
        choice("origin", "spine", "brain", optional=True),
    ),
    steps=(
        step(
            "factor",
            "2 if (label == 'us' and duration <= limit) or label == 'ca' else"
            " (1 if population in ('adult', 'child') and not origin == 'brain' else 3)"
            " if given(origin) else share",
            "",
        ),
        step("strength", "dose / volume", "mcg/mL", when="given(volume)"),
        step("extra", "more * 1 * mg - dose", "mg", 3),
    ),
    checks=(
        check("high", "stop", "dose > ceiling", "Typed ", ("dose",), ", above ", ("ceiling",)),
        check("short", "warn", "duration < 24 * h", "Typed ", ("duration",), "."),
        check("low", "info", "factor < 1 or times >= 100", "The factor is ", ("factor",), "."),
        check("uk", "stop", "label == 'uk' and population != 'adult'", "Not for this label."),
        check("holes", "warn", "population == 'child' and times == 7", ("volume",)),
    ),
    outputs=(
        output("rate", "dose * factor / day", "mcg/day", main=True, compare=True),
        output("hourly", "dose * factor / day", "mcg/h", 4, compare=True),
        output("strongest", "max(strength, 1 * mcg / mL, dose / (2 * mL))", "mcg/mL", 3),
        output("bottles", "ceil(times / 3) - floor(times / 7)", "bottles", 0, round="up"),
        output("part", "round_to(times, 5) * share", "%", 1, when="times != 3"),
        output("rest", "extra - (dose - min(dose, extra)) / (times - 5)", "mg", 6, round="down"),
    ),
)

DATES = replace(
    BARE,
    id="dates",
    title="Dates",
    constants=(constant("gap", "1440", "h", "24\u00a0h"),),
    inputs=(
        spec.Input("filled", "Filled", "", "date"),
        spec.Input("given_at", "Given at", "", "moment", optional=True),
        spec.Input("clock", "Clock", "", "clock", optional=True),
        quantity("wait", ("days", "h", "weeks"), zero=True),
    ),
    steps=(step("due", "filled + wait", "moment", 0),),
    checks=(
        check("late", "warn", "now > due and now != filled", "Now ", ("now",), " is late."),
        check("odd", "stop", "given_at < filled if given(given_at) else 1 > 1", ("given_at",)),
    ),
    outputs=(
        output("next", "due", "date", 0, main=True),
        output("dose_at", "given_at + gap", "moment", 0),
        output("time", "clock - wait / 7", "clock", 0),
        output("age", "now - filled", "days", 0, round="down"),
        output("half", "wait / 2", "h", 2),
    ),
)

PLAN = replace(
    BARE,
    id="plan",
    title="Plan",
    basis="arithmetic",
    labels=LABELS[:2],
    label_optional=True,
    constants=(constant("percent", "1/100", "%", "1%"),),
    inputs=(
        quantity("start", ("mcg/day", "mcg/h"), prompt="Enter where it begins."),
        quantity("target", ("mcg/day",), zero=True),
        quantity("step", ("%",)),
        spec.Input("begun", "Begun", "", "date", optional=True),
    ),
    steps=(step("rise", "target - start", "mcg/day", 2),),
    checks=(check("down", "info", "target < start", "Falling by ", ("rise",), "."),),
    outputs=(
        output("change", "(target - start) / start", "%", 1, round="down", compare=True),
        output(
            "ends", "begun + 7 * day * (2 if label == 'us' else 3)", "date", 0, when="given(begun)"
        ),
    ),
    tables=(
        spec.Table(
            "rows",
            "If the <response> is inadequate",
            12,
            (("dose", f("start")), ("before", f("0 * start"))),
            (("dose", f("dose * (1 + step)")), ("before", f("dose"))),
            f("dose <= target"),
            (
                spec.Column("n", "Step", f("n + 1"), "", 0),
                spec.Column(
                    "dose",
                    "Dose",
                    f("dose"),
                    "mcg/day",
                    2,
                    (
                        check("twice", "warn", "dose > 2 * start", "Rows above twice."),
                        check("thrice", "info", "dose > 3 * start", "Rows above three times."),
                        check("down", "warn", "dose > 100 * start", "Said by its check first."),
                    ),
                ),
                spec.Column("rise", "Rise", f("dose - before"), "mcg/h", 3),
            ),
            capped="Cut at twelve rows.",
            chart="dose",
        ),
        spec.Table(
            "falling",
            "Falling",
            5,
            (("left", f("target - start")),),
            (("left", f("left - start / 3")),),
            f("n < 3 or left > 0"),
            (
                spec.Column("left", "Left", f("left"), "mcg/day", 1),
                spec.Column("day", "Day", f("begun + n * day"), "date", 0),
            ),
            chart="left",
            when=f("given(begun)"),
        ),
    ),
)


def row(when: str, said: str, *cells: str) -> spec.LookupRow:
    """A row of a printed table that cites the first source."""
    return spec.LookupRow(cells, said, (1,), f(when))


BANDED = replace(
    BARE,
    id="banded",
    constants=(
        constant("lower", "10000", "mg", "10 mg"),
        constant("upper", "20000", "mg", "20 mg"),
        constant("small", "1/10", "%", "10%"),
        constant("large", "1/5", "%", "20%"),
    ),
    inputs=(
        quantity("dose", ("mg", "mcg")),
        choice("population", "adult", "child", optional=True),
    ),
    steps=(
        step(
            "change",
            "small if population == 'child' else (small if dose < lower else large)",
            "%",
            when="population == 'child' or dose < lower or dose > upper",
        ),
    ),
    checks=(
        check("gap", "stop", "given(population) and population == 'adult' and dose >= lower and "
              "dose <= upper", "Between ", ("lower",), " and ", ("upper",), " nothing is printed."),
    ),
    outputs=(output("next", "dose * (1 + change)", "mg", 3),),
    lookups=(
        spec.Lookup(
            "by_dose",
            "Change <by dose>",
            ("The population", "Dose", "Change"),
            (
                row("population == 'child'", "", "Child", "any", "10%"),
                row("population in ('adult',) and dose < lower", "", "Adult", "below 10 mg", "10%"),
                row("population == 'adult' and dose >= lower and dose <= upper", "Not printed.",
                    "Adult", "10 mg to 20 mg", "none given"),
                row("population == 'adult' and dose > upper", "", "Adult", "above 20 mg", "20%"),
            ),
            ("change",),
        ),
    ),
)  # fmt: skip

CALCULATORS = {one.id: one for one in (BARE, RATES, DATES, PLAN, BANDED)}
