"""Calculators written by hand with ranges, and with strengths entered as they are printed."""

from dataclasses import replace

from tests.dosing.bare import BARE, LABELS
from tests.dosing.parts import check, f, output, quantity, step
from webref.dosing import spec

SPANNING = replace(
    BARE,
    id="spanning",
    labels=LABELS[:2],
    inputs=(
        quantity("dose", ("mcg", "mg")),
        quantity("low", ("%",), zero=True),
        quantity("high", ("%",), zero=True),
        spec.Input("begun", "Begun", "", "date", optional=True),
    ),
    steps=(step("most", "dose * (1 + high) / (3 if label == 'us' else 2)", "mg", 2),),
    outputs=(
        output("range", "dose * (1 + low) / 3", "mg", 2, to=f("most"), main=True, compare=True),
        output("rise", "low", "%", 1, to=f("high")),
        output("days", "begun", "date", 0, to=f("begun + 7 * day")),
    ),
)


PRINTED = replace(
    BARE,
    id="printed",
    inputs=(
        quantity("dose", ("mg",)),
        quantity("strength", ("mcg/mL", "mg/mL"), printed="mg"),
        quantity("second", ("mg/mL",), printed="mcg", optional=True),
    ),
    checks=(
        check(
            "weak",
            "info",
            "given(second) and strength < second",
            ("strength",),
            " is below ",
            ("second",),
        ),
    ),
    outputs=(output("volume", "dose / strength", "mL", 3, main=True),),
)
