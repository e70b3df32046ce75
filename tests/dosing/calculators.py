"""Calculators written by hand that use every feature, with figures that mean nothing."""

from dataclasses import replace
from fractions import Fraction

from tests.dosing.bare import BARE, LABELS
from tests.dosing.entered import PRINTED, SPANNING
from tests.dosing.parts import check, choice, constant, f, output, quantity, row, step
from tests.dosing.pictured import DRAWN
from webref.dosing import spec

__all__ = ["BARE", "CALCULATORS", "DRAWN", "LABELS", "PRINTED", "SPANNING"]

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
        spec.ScheduleTable(
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
        spec.ScheduleTable(
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

INFUSION = replace(
    BARE,
    id="infusion",
    title="Compound units",
    constants=(
        constant("turn", "221/25000", "micromol/L per mg/dL", "88.4\u00a0micromol/L per mg/dL"),
        constant("body", "17300", "m2", "1.73\u00a0m2"),
        constant("high", "1/10", "micromol/L", "100\u00a0micromol/L"),
    ),
    inputs=(
        quantity("dose", ("mcg/kg/min", "mcg/kg/h", "mg/kg/day")),
        quantity("weight", ("kg", "g of weight")),
        quantity("strength", ("mg/mL", "mg/5 mL", "g/100 mL")),
        quantity("height", ("cm", "m"), optional=True),
        quantity("cleared", ("mL/min/1.73 m2",), optional=True),
        quantity("age", ("years", "months"), optional=True),
        quantity("rate", ("units/kg/h", "units/kg/day"), optional=True),
        quantity(
            "creatinine",
            ("micromol/L", "mg/dL"),
            optional=True,
            turns=(spec.Turn("mg/dL", "turn", "*", Fraction("221/25000")),),
        ),
        spec.Input("ratio", "Ratio", "", "number", optional=True),
    ),
    steps=(step("hourly", "dose * weight", "mg/h", 3),),
    checks=(
        check(
            "high",
            "warn",
            "given(creatinine) and creatinine > high",
            "Typed ",
            ("creatinine",),
            ".",
        ),
        check("steep", "info", "given(ratio) and ratio > 1", "Typed ", ("ratio",), "."),
    ),
    outputs=(
        output("flow", "hourly / strength", "mL/h", main=True),
        output("mass", "weight / (height * height)", "kg/m2", 1, when="given(height)"),
        output("own", "cleared * body", "mL/min", 1),
        output("old", "age", "months", 0),
        output("needed", "rate * weight", "units/h", 1),
        output("turned", "creatinine * (1 if given(ratio) else 2)", "micromol/L", 1),
        output("most", "max(dose, 1 * mcg / kg / min)", "mcg/kg/h", 1),
        output("surface", "root(height / cm * (weight / kg) / 3600, 4) * m2", "m2", 4),
        output("scaled", "power(weight / kg, 0.75 if given(age) else 2 / 3, 6)", "", 6),
        output("fallen", "power(ratio, 0 - ratio, 3)", "", 3, when="given(ratio)"),
    ),
)

CALCULATORS = {
    one.id: one for one in (BARE, RATES, DATES, PLAN, BANDED, INFUSION, SPANNING, PRINTED, DRAWN)
}
