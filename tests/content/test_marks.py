"""Figures held against how the readers of a pack write them."""

GERMAN = 'language = "de"\ndecimal_mark = ","\nthousands_mark = "."'
SWISS = "language = 'de-CH'\ndecimal_mark = '.'\nthousands_mark = \"'\""
THAI = 'language = "th"\ndecimal_mark = "."\nthousands_mark = ","'


def errors(pack):
    return [str(problem) for problem in pack.found() if not problem.warning]


def test_a_pack_that_is_not_english_says_how_figures_are_written(pack):
    pack.replace("pack.toml", 'language = "en"', 'language = "de"')
    assert errors(pack) == [
        "pack.toml: decimal_mark: is missing: say how readers of de write figures",
        "pack.toml: thousands_mark: is missing: say how readers of de write figures",
    ]


def test_one_mark_is_not_both(pack):
    marks = 'language = "de"\ndecimal_mark = ","\nthousands_mark = ","'
    pack.replace("pack.toml", 'language = "en"', marks)
    assert errors(pack) == [
        "pack.toml: thousands_mark: is the decimal mark too: one of them is another"
    ]


def test_a_figure_that_reads_otherwise_there_is_refused_with_its_place(pack):
    pack.replace("pack.toml", 'language = "en"', GERMAN)
    reason = (
        "which is another thing to readers of de (decimal_mark of pack.toml): a figure is shown in "
        "one way in every language, so leave this one out"
    )
    assert f"facts/start.toml: fact[start.us]: 0.5 holds a point, {reason}" in errors(pack)
    pack.replace("facts/start.toml", "value = 0.5", "value = 5")
    assert errors(pack) == []
    pack.body("Von {start.us} bis 1,5 Stunden. [@us-label: Dosage]")
    assert [one for one in errors(pack) if "1,5 holds a comma" in one]


def test_thousands_in_a_fact_are_refused_where_the_comma_is_no_mark_of_thousands(pack):
    pack.replace("pack.toml", 'language = "en"', SWISS)
    pack.replace("facts/start.toml", "value = 50\n", "value = 1000\n")
    (found,) = errors(pack)
    assert found.startswith(
        "facts/start.toml: fact[start.us]: 1,000 holds a comma, which is another thing to readers "
        "of de-CH (thousands_mark of pack.toml)"
    )


def test_english_packs_and_others_that_write_alike_need_not_leave_any_out(pack):
    pack.replace("facts/start.toml", "value = 50\n", "value = 1000\n")
    assert errors(pack) == []
    pack.replace("pack.toml", 'language = "en"', THAI)
    assert errors(pack) == []
