"""Doses of a protocol's step, added and divided exactly."""

from fractions import Fraction

import pytest

from webref.dosing.doses import Amount, add, comes_out_even, volume_of
from webref.dosing.run import Unanswerable


def amount(number, unit):
    return Amount(Fraction(number), unit)


def test_figures_of_one_unit_are_added():
    assert add([amount("30", "mcg"), amount("80", "mcg")]) == amount("110", "mcg")
    assert add([amount("0.1", "mg"), amount("0.2", "mg")]) == amount("0.3", "mg")
    assert add([amount("75", "mcg")]) == amount("75", "mcg")


def test_figures_of_two_units_are_not():
    with pytest.raises(Unanswerable, match="have one unit"):
        add([amount("30", "mcg"), amount("1", "mg")])


@pytest.mark.parametrize(
    ("dose", "strength", "volume"),
    [
        (amount("50", "mcg"), amount("50", "mcg/mL"), "1"),
        (amount("75", "mcg"), amount("0.05", "mg/mL"), "1.5"),
        (amount("0.1", "mg"), amount("50", "mcg/mL"), "2"),
        (amount("0.001", "mcg"), amount("1", "mcg/mL"), "0.001"),
        (amount("5000", "units"), amount("2", "million units/100 mL"), "0.25"),
        (amount("10", "mmol"), amount("2", "mol/L"), "5"),
    ],
)
def test_a_dose_over_its_strength_is_a_volume_whatever_the_units(dose, strength, volume):
    assert volume_of(dose, strength) == amount(volume, "mL")


@pytest.mark.parametrize(
    ("dose", "strength", "why"),
    [
        (amount("1", "mL"), amount("3", "mcg/mL"), "needs a dose and a strength"),
        (amount("1", "mcg"), amount("3", "mcg"), "needs a dose and a strength"),
        (amount("1", "patients"), amount("3", "mcg/mL"), "no unit patients"),
        (amount("1", "units"), amount("3", "mcg/mL"), "needs a dose and a strength"),
        (amount("1", "mcg"), amount("0", "mcg/mL"), "zero|zero"),
    ],
)
def test_what_holds_no_dose_is_refused(dose, strength, why):
    with pytest.raises(Unanswerable, match=why):
        volume_of(dose, strength)


def test_a_volume_of_more_than_three_places_does_not_come_out_even():
    assert comes_out_even(amount("0.001", "mL"))
    assert not comes_out_even(amount("0.0005", "mL"))
    assert not comes_out_even(amount("1/3", "mL"))


def test_an_unknown_unit_is_not_added():
    with pytest.raises(Unanswerable, match="no unit patients"):
        add([amount("3", "patients")])
