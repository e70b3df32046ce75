"""A calculator written by hand whose answer is drawn in every way."""

from dataclasses import replace

from tests.dosing.bare import BARE
from tests.dosing.parts import constant, f, output, quantity, step
from webref.dosing import spec
from webref.dosing.picture import Picture, PictureRow

DRAWN = replace(
    BARE,
    id="drawn",
    title="Drawn",
    constants=(
        constant("limit", "480", "h", "8\u00a0h"),
        constant("ceiling", "720", "h", "12\u00a0h"),
    ),
    inputs=(
        quantity("dose", ("mg",)),
        quantity("duration", ("h", "min")),
        quantity("rest", ("h",), optional=True, zero=True),
        spec.Input("begun", "Begun", "", "clock", optional=True),
        spec.Input("filled", "Filled", "", "moment", optional=True),
        quantity("volume", ("mL",), optional=True),
        quantity("left", ("mL",), optional=True, zero=True),
    ),
    steps=(
        step("third", "duration / 3", "h"),
        step("ended", "begun + duration", "clock"),
        step("emptied", "filled + 10 * duration", "moment"),
    ),
    checks=(),
    outputs=(output("twice", "dose * 2", "mg", main=True),),
    pictures=(
        Picture(
            "limits",
            "scale",
            "Limits & <length>",
            (
                PictureRow(("Up to",), to="limit"),
                PictureRow(("Typed ", ("dose",), ", from here to there"), "third", "duration"),
                PictureRow(("Ceiling",), "ceiling"),
                PictureRow(("With ", ("rest",)), "rest"),
            ),
        ),
        Picture(
            "shares",
            "parts",
            "Shares",
            (PictureRow(("First",), to="duration"), PictureRow(("Second",), to="rest")),
            f("duration < limit"),
        ),
        Picture(
            "hours",
            "day",
            "Hours",
            (PictureRow(("Runs",), "begun", "ended"), PictureRow(("Begins",), "begun")),
        ),
        Picture(
            "calendar",
            "days",
            "Calendar",
            (PictureRow(("Filled",), "filled"), PictureRow(("Lasts",), "filled", "emptied")),
        ),
        Picture(
            "fall",
            "level",
            "Fall",
            (
                PictureRow(("Emptied",), "emptied", level="left"),
                PictureRow(("Filled",), "filled", level="volume"),
            ),
            f("given(left)"),
        ),
    ),
)
