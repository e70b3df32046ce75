"""Spellings that have led to dosing errors."""

import pytest

from webref.content.reading.spelling import dosing_figures, error_prone, invisible


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("5 µg", "µg can be misread; write mcg"),
        ("5 \u03bcg", "\u03bcg can be misread; write mcg"),
        ("5 ug", "ug can be misread; write mcg"),
        ("10 u", "10 u can be misread; write units"),
        ("10U", "10U can be misread; write units"),
        ("10 IU", "IU can be misread; write units"),
        ("5 cc", "cc can be misread; write mL"),
        ("5 ml", "ml can be misread; write mL"),
        ("5 mg qd", "qd can be misread; write daily"),
        ("5 mg q.d.", "q.d. can be misread; write daily"),
        ("5 mg QOD", "QOD can be misread; write every other day"),
        ("5 mg TID", "TID can be misread; write 3 times daily"),
        ("5 mg bid", "bid can be misread; write twice daily"),
        ("5.0 mg", "5.0 has a trailing zero, which can be read ten times too high"),
        ("1.50 mL", "1.50 has a trailing zero, which can be read ten times too high"),
        ("give .5 mg", ".5 has no zero before the point"),
        ("1200 mcg", "1200 has no comma for the thousands"),
    ],
)
def test_an_error_prone_spelling_is_found(text, message):
    assert list(error_prone(text)) == [message]


@pytest.mark.parametrize(
    "text",
    [
        "5 mcg, 0.5 mg, 1,200 mcg and 10 mL",
        "in 2018, of 1200 patients",
        "version 5.0 of it",
        "U-shaped, and you",
        "{fact.0_5:volume} and [@ca-label: 5.0 mg qd]",
        "[words](monograph/qd)",
        "It ends. 5 follow.",
    ],
)
def test_a_safe_spelling_is_passed(text):
    assert list(error_prone(text)) == []


def test_the_body_of_a_section_is_searched(pack):
    pack.body("Give {start.us}.\nThen daily, or qd. [@us-label: Dosage]")
    assert pack.problems() == [
        "monograph/start.md: line 14: qd can be misread; write daily",
    ]


def test_every_string_of_a_table_is_searched(pack):
    pack.replace("facts/start.toml", "It makes drowsy.", "It makes drowsy qd.")
    pack.replace("differences.toml", "The smaller,", "The smaller qd,")
    assert pack.problems() == [
        "differences.toml: difference[D01].cautious: qd can be misread; write daily",
        "facts/start.toml: fact[warning.signs].text: qd can be misread; write daily",
    ]


def test_words_that_readers_type_and_sources_print_are_left_alone(pack):
    pack.write("synonyms.toml", '[[synonym]]\nwords = ["ug", "cc"]\nmeans = ["mcg"]')
    pack.replace("facts/start.toml", 'place = "Warnings"', 'place = "Warnings, 5.0 mg qd"')
    assert pack.problems() == []


@pytest.mark.parametrize(
    ("hidden", "message"),
    [
        ("\u061c", "holds U+061C, which nobody sees"),
        ("\u00ad", "holds U+00AD, which nobody sees"),
        ("\u034f", "holds U+034F, which nobody sees"),
        ("\u115f", "holds U+115F, which nobody sees"),
        ("\u3164", "holds U+3164, which nobody sees"),
        ("\ufe0f", "holds U+FE0F, which nobody sees"),
        ("\ue000", "holds U+E000, which nobody sees"),
        ("\u0378", "holds U+0378, which nobody sees"),
        ("\U000e0041", "holds U+E0041, which nobody sees"),
        ("\u2028", "holds U+2028, which nobody sees"),
        ("\u202f", "holds U+202F, a space of another width"),
        ("\u2009", "holds U+2009, a space of another width"),
        ("\u3000", "holds U+3000, a space of another width"),
        ("\u0661", "holds U+0661, a figure of another script"),
        ("\uff15", "holds U+FF15, a figure of another script"),
        ("\u0336", "holds U+0336, a mark that stands on no letter"),
        ("\u338e", "holds U+338E, which looks like mg"),
        ("m\u0441g", "holds U+0441, a Cyrillic letter in a Latin word"),
    ],
)
@pytest.mark.parametrize("spelled", ["raw", "entity", "escape"])
def test_what_is_not_what_it_seems_is_refused_however_it_is_spelled(pack, hidden, message, spelled):
    entity = "".join(f"&#{ord(one)};" for one in hidden)
    escape = "".join(f"\\U{ord(one):08x}" for one in hidden)
    if spelled == "escape":
        pack.replace("facts/start.toml", "It makes drowsy.", f"It makes 5{escape} drowsy.")
    else:
        words = hidden if spelled == "raw" else entity
        pack.body(f"Give {{start.us}} and 5{words} [@us-label: Dosage].")
    assert message in pack.problems()[0]


@pytest.mark.parametrize("name", ["&shy;", "&zwj;", "&thinsp;", "&lrm;", "&NoBreak;"])
def test_a_named_entity_is_refused_by_what_it_shows(pack, name):
    pack.body(f"Give {{start.us}} and 5{name} [@us-label: Dosage].")
    assert ": holds U+" in pack.problems()[0]


@pytest.mark.parametrize(
    "words", ["5&#48; mg", "5&#8203;0 m&#8203;g", "50&#8239;mg", "50&nbsp;m**g**", "&#53;0 mg"]
)
def test_a_dose_behind_an_entity_is_still_no_fact(pack, words):
    pack.body(f"Give {words} [@us-label: Dosage].")
    assert [p for p in pack.problems() if "is no fact" in p or "holds U+" in p]


@pytest.mark.parametrize(
    "words", ["50 mg", "50\u00a0mg", "50  mg", "50\u2013mg", "\u00bd mg", "50 \u338e", "50 mmol"]
)
def test_a_dose_is_seen_through_spaces_and_signs(words):
    assert list(dosing_figures(words))


@pytest.mark.parametrize("words", ["5.&#48; mg", "5 &#181;g", "5 m**l**", "&#46;5 mg"])
def test_an_error_prone_spelling_is_found_as_it_is_shown(pack, words):
    pack.body(f"Give {{start.us}}, not {words} [@us-label: Dosage].")
    assert [p for p in pack.problems() if not p.endswith("is no fact")]


@pytest.mark.parametrize(
    "text",
    [
        "e\u0301te\u0301, \u00e9t\u00e9",
        "\u00df \u03a9 \u2265 \u00d7 \u00b2 \u2026",
        "10\u00a0mg",
        "Привет, мир",
    ],
)
def test_letters_accents_and_signs_may_stand(text):
    assert list(invisible(text)) == []


@pytest.mark.parametrize("name", ["value", "place", "words", "copy", "search", "page", "inputs"])
def test_no_name_of_a_row_hides_its_words(pack, name):
    pack.write(
        "compare.toml",
        f'''row = [{{ id = "{name}", name = "Point" }}]
[[column]]
id = "one"
name = "One"
kind = "product"
cells = {{ {name} = "Take it qd [@us-label: Dosage]." }}
''',
    )
    assert pack.problems() == [
        f"compare.toml: column[one].cells.{name}: qd can be misread; write daily"
    ]


@pytest.mark.parametrize(
    ("file", "old", "new", "place"),
    [
        ("pack.toml", 'hint = "first dose"', 'hint = "50 mg"', "home[1].keys[1].hint"),
        ("pack.toml", 'name = "Start"', 'name = "Start 50 mg"', "home[1].keys[1].name"),
        ("pack.toml", 'title = "Dosing"', 'title = "50 mg"', "topic[dosing].title"),
        ("differences.toml", 'point = "', 'point = "50 mg: ', "difference[D01].point"),
        ("pack.toml", 'dated = "2018"', 'dated = "50 mg"', "label[us].dated"),
    ],
)
def test_a_dose_in_words_that_cite_nothing_is_refused(pack, file, old, new, place):
    pack.replace(file, old, new)
    assert pack.problems() == [f"{file}: {place}: the figure 50 mg is no fact"]


def test_words_that_are_no_prose_hide_nothing_in_the_form_of_a_reference(pack):
    pack.replace("pack.toml", 'hint = "first dose"', 'hint = "[@us-label: 5 mg qd]"')
    assert len(pack.problems()) == 2


def test_the_title_that_a_source_prints_is_left_alone(pack):
    text = (pack.root / "sources.toml").read_text()
    title = next(line for line in text.splitlines() if line.startswith("title"))
    pack.replace("sources.toml", title, 'title = "Examplin 5.0 mg/ml, u.s.p., qd"')
    assert pack.problems() == []


def test_an_address_holds_no_words(pack):
    pack.replace("sources.toml", "tier = 1", 'address = "https://a.example take 5 mg"\ntier = 1')
    assert "an address is https:// and what follows, without spaces" in pack.problems()[0]
