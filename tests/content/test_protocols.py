"""A protocol is unrolled to one place for each way, with its doses worked out."""

from tests.content.walk import FILE, WALK, places, steps
from webref.outputs.search_entries import list_entries
from webref.render.words import text_of


def test_every_path_has_its_own_place_named_by_the_steps_passed(walk):
    assert [place.anchor for place in places(walk)] == [
        "ask",
        "ask.dose",
        "ask.dose.end",
        "ask.end",
    ]
    shown = [(place.number, place.again) for place in places(walk)]
    assert shown == [(1, False), (2, False), (3, False), (3, True)]


def test_a_place_knows_the_answers_on_its_way(walk):
    path = places(walk)[2].path
    assert [(one.anchor, text_of(one.answer.text)) for one in path] == [
        ("ask", "Left"),
        ("ask.dose", "Enough"),
    ]


def test_an_answer_opens_the_place_one_step_on(walk):
    ways = [(way.anchor, way.number) for way in places(walk)[0].ways]
    assert ways == [("ask.dose", 2), ("ask.end", 3)]


def test_a_printed_volume_stands_as_it_is(walk):
    dose = steps(walk)["dose"].dose
    assert (dose.figure.text(), dose.volume.text(), dose.arithmetic) == (
        "50\u00a0mcg",
        "0.5\u00a0mL",
        "",
    )


def test_a_volume_that_no_source_prints_is_worked_out_and_said_to_be(walk):
    walk.replace(FILE, 'sum = ["start.us"]', 'sum = ["start.us:usual:low", "start.us:usual:high"]')
    dose = steps(walk)["dose"].dose
    assert (dose.figure.text(), dose.volume.text()) == ("110\u00a0mcg", "1.1\u00a0mL")
    assert dose.arithmetic.replace("\u00a0", " ") == (
        "30 mcg + 80 mcg = 110 mcg; 110 mcg \u00f7 0.1 mg/mL \u00f7 1,000 mcg per mg = 1.1 mL"
    )


def test_several_labels_share_a_page_to_choose_from(walk):
    other = WALK.partition("[[document]]")[2].replace('label = "us"', 'label = "ca"')
    other = other.replace('dose = { sum = ["start.us"], at = "strength.us" }\n', "")
    walk.write(FILE, WALK + "[[document]]" + other)
    pages = [(page.id, page.kind) for page in walk.site().pages() if "protocols" in page.id]
    assert pages == [
        ("protocols", "protocols"),
        ("protocols/walk", "protocol-labels"),
        ("protocols/walk/us", "protocol"),
        ("protocols/walk/ca", "protocol"),
    ]
    page = walk.site().page("protocols/walk/ca")
    assert page.title == "Walk, Canada"
    assert page.item.walk(page.id).label == "ca"


def test_a_single_document_stands_at_the_address_of_the_protocol(walk):
    page = walk.site().page("protocols/walk")
    assert (page.kind, page.url) == ("protocol", "/examplin/protocols/walk/")


def test_a_fact_that_a_dose_alone_names_is_used(walk):
    unused = [one.place for one in walk.found() if one.warning]
    assert "fact[strength.odd]" in unused and "fact[strength.us]" not in unused


def test_the_words_of_a_protocol_can_be_searched(walk):
    entry = next(one for one in list_entries(walk.site()) if one.kind == "protocol")
    assert "Which way?" in entry.words and "to the dose" in entry.words
