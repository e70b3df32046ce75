"""Every kind of name that a pack can get wrong is refused with file, place and what was meant."""

import pytest

from tests.content.volume import write_volume

START, SECTION = "facts/start.toml", "monograph/start.md"


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (SECTION, "{start.us}", "{start.uss}", "no fact start.uss; did you mean start.us?"),
        (SECTION, "{start.us}", "{start.us:volum}", "no figure volum; did you mean volume?"),
        (SECTION, "[@us-label:", "[@us-lable:", "no source us-lable; did you mean us-label"),
        (SECTION, "Give {", "[See](monograph/strat). Give {", "did you mean monograph/start?"),
        (SECTION, "population =", "popultion =", "popultion: unknown key; did you mean pop"),
        (SECTION, 'labels = ["us"', 'labels = ["usa"', "there is no label usa; did you mean us?"),
        (START, 'source = "us-label"', 'source = "us-labell"', "did you mean us-label"),
        (START, "more.volume = { value", "more.volume = { valeu", "did you mean value"),
        (START, 'conflict = "D01"', 'conflict = "D001"', "differences.toml; did you mean D01?"),
        ("pack.toml", 'tag = "US"', 'tga = "US"', "label[us].tga: unknown key; did you mean tag?"),
        ("pack.toml", 'sections = ["start"]', 'sections = ["sart"]', "sart; did you mean start?"),
        ("pack.toml", '"monograph/start"', '"monograph/star"', "did you mean monograph/start?"),
        ("pack.toml", 'source = "us-label"', 'source = "us-labl"', "did you mean us-label"),
        ("differences.toml", 'label = "us"', 'label = "uss"', "no label uss; did you mean us?"),
        (START, 'editor = "An', 'edtor = "An', "edtor: unknown key; did you mean ed"),
    ],
)
def test_a_name_that_a_file_gets_wrong_is_refused_with_what_was_meant(pack, file, old, new, said):
    pack.replace(file, old, new)
    assert any(said in line and line.startswith(f"{file}: ") for line in pack.problems())


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('us_dose = "start.us"', 'us_dose = "strat.us"', "strat.us; did you mean start.us?"),
        ('ca_low = "start.ca:1"', 'ca_low = "start.us:volum"', "volum; did you mean volume?"),
        ('cites = ["start.us"]', 'cites = ["start.uss"]', "start.uss; did you mean start.us?"),
        ('labels = ["us", "ca"]', 'labels = ["us", "caa"]', "may follow; did you mean ca?"),
        ('value = "dose / first"', 'value = "dose / frist"', "frist is not known here; did you"),
        ('value = "dose / first"', 'value = "mni(dose, first)"', "function mni; did you mean min"),
        ('value = "dose / first"', 'value = "cube(dose)"', "there is no function cube; there are"),
        ('value = "dose / first"', 'value = "min(dose)"', "min takes 2 to 6 arguments, not 1"),
        ('value = "dose / first"', 'value = "floor(1, 1)"', "floor takes 1 arguments, not 2"),
        ("{dose}.", "{dosee}.", "{dosee} is not known here; did you mean dose?"),
        ('chart = "left"', 'chart = "lefft"', "lefft is no column to draw; did you mean left?"),
        ('depends = ["dose"', 'depends = ["doze"', "which is no input; did you mean dose?"),
        ("presets = [{ name", "presets = [{ nmae", "presets[1].nmae: unknown key; did you"),
        ('unit = "", reason', 'unit = "", raeson', "raeson: unknown key; did you mean reason?"),
        ('outputs = { volume = "0.1', 'outputs = { volumes = "0.1', "did you mean volume?"),
        ('checks = ["above"]', 'checks = ["abov"]', "abov does not fire; did you mean above?"),
        ('dose = "10 mcg"', 'doze = "10 mcg"', "unknown inputs: doze; did you mean dose?"),
        ('units = ["mcg/mL", "mg/mL"]', 'units = ["mcg/ml"]', "did you mean mcg/mL?"),
        ("label == 'us'", "label == 'uss'", "'uss' is none of us, ca; did you mean us?"),
    ],
)
def test_a_name_that_a_calculator_gets_wrong_is_refused_with_what_was_meant(pack, old, new, said):
    write_volume(pack)
    pack.replace("calculators/volume.toml", old, new)
    found = pack.problems()
    assert any(said in line for line in found), found
