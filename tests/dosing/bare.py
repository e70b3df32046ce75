"""The least that a calculator is, of which others are made."""

from tests.dosing.parts import output, quantity
from webref.dosing import spec
from webref.dosing.followed import FollowedLabel

LABELS = (
    FollowedLabel("us", "US", "United States", "Sheet 2018"),
    FollowedLabel("ca", "CA", "Canada", "Monograph & leaflet, undated"),
    FollowedLabel("uk", "UK", "United Kingdom", "Summary 2020"),
)

BARE = spec.Calculator(
    id="bare",
    drug="Examplin",
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
    cites=(spec.NumberedCite(1, "US", "A sheet", "Page 1"),),
    examples=(),
    review_by="2027-05-22",
    refuse_after="2027-11-22",
    signed=False,
)
