"""A protocol is a tree that ends everywhere, cites everywhere and doses by facts alone."""

import pytest

FILE = "protocols/walk.toml"
HEAD = """
title = "Walk"
summary = "One step at a time."
kind = "tree"
route = "oral"
population = "adult"
editor = "An editor"
checker = ""
review_by = 2027-05-22
"""
WALK = (
    HEAD
    + """
[[document]]
label = "us"

[[document.step]]
id = "ask"
title = "Ask"
question = "Which way?"
answers = [
    { text = "Left", note = "to the dose [@us-label: Dosage]", to = "dose" },
    { text = "Right", note = "to the end [@us-label: Dosage]", to = "end" },
]

[[document.step]]
id = "dose"
title = "Give it"
dose = { sum = ["start.us"], at = "strength.us" }
figures = [{ name = "Usual", text = "{start.us:usual}" }]
question = "And then?"
answers = [{ text = "Enough", note = "stay [@us-label: Dosage]", to = "end" }]

[[document.step]]
id = "end"
title = "The end"
text = "It is over [@us-label: Dosage]."
outcome = "go"
next = ["monograph/start"]
"""
)
STRENGTHS = """
[[fact]]
id = "strength.us"
text = "Strength."
value = 0.1
unit = "mg/mL"
population = "adult"
route = "any"
source = "us-label"
place = "Supply"

[[fact]]
id = "strength.odd"
text = "A strength that does not come out even."
value = 0.3
unit = "mg/mL"
population = "adult"
route = "any"
source = "us-label"
place = "Supply"

[[fact]]
id = "spinal.us"
text = "By another route."
value = 5
unit = "mcg"
population = "adult"
route = "intrathecal"
source = "us-label"
place = "Supply"

[[fact]]
id = "paper.dose"
text = "From a paper."
value = 5
unit = "mcg"
population = "adult"
route = "oral"
source = "paper"
place = "Abstract"
"""
PAPER = """
[[source]]
id = "paper"
title = "A paper"
short = "Paper"
issuer = "Journal"
jurisdiction = "none"
date = "2020"
tier = 2
audience = "professional"
good_for = "evidence"
copy = "003:1-9"
"""


@pytest.fixture
def walk(pack):
    """The tiny pack with one protocol that is in order."""
    facts = (pack.root / "facts/start.toml").read_text(encoding="utf-8")
    pack.write("facts/start.toml", facts + STRENGTHS)
    sources = (pack.root / "sources.toml").read_text(encoding="utf-8")
    pack.write("sources.toml", sources + PAPER)
    pack.write(FILE, WALK)
    return pack


def wrong(pack):
    """What is wrong with the protocol, place and message."""
    return [f"{one.place}: {one.message}" for one in pack.found() if one.file == FILE]


def steps(pack):
    (document,) = pack.site().protocols["walk"].walks
    return document.steps


def places(pack):
    (document,) = pack.site().protocols["walk"].walks
    return document.places


def test_a_protocol_in_order_has_no_problem(walk):
    assert wrong(walk) == []


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
    assert [(one.anchor, one.answer.text.text) for one in path] == [
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
    assert dose.arithmetic == "30 + 80\u00a0mcg; 110\u00a0mcg at 0.1\u00a0mg/mL"


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


BENT = {
    "a way to nowhere": ('to = "dose"', 'to = "dosing"', "there is no step dosing"),
    "an unreached step": (
        '    { text = "Left", note = "to the dose [@us-label: Dosage]", to = "dose" },\n',
        "",
        "step[dose]: nothing leads to it",
    ),
    "a circle": (
        'note = "stay [@us-label: Dosage]", to = "end"',
        'note = "again [@us-label: Dosage]", to = "ask"',
        "can be reached from itself",
    ),
    "two answers to one step": (
        'note = "to the dose [@us-label: Dosage]", to = "dose"',
        'note = "to the end [@us-label: Dosage]", to = "end"',
        "2 answers lead to end: make them one",
    ),
    "a branch that does not cite": (
        'note = "to the dose [@us-label: Dosage]"',
        'note = "to the dose"',
        "a branch without a citation",
    ),
    "a branch that links": (
        'note = "to the dose [@us-label: Dosage]"',
        'note = "to [it](monograph/start) [@us-label: Dosage]"',
        "a branch is itself a link and holds none",
    ),
    "an outcome that does not cite": (
        "It is over [@us-label: Dosage].",
        "It is over.",
        "a paragraph without a citation",
    ),
    "an outcome without a word": ('text = "It is over [@us-label: Dosage]."\n', "", "says why"),
    "a figure that does not cite": (
        'text = "{start.us:usual}"',
        'text = "often"',
        "has no citation",
    ),
    "a figure that is no fact": (
        'text = "{start.us:usual}"',
        'text = "60 mcg [@us-label: Dosage]"',
        "the figure 60 mcg is no fact",
    ),
    "a dosing figure in a title": (
        'title = "Give it"',
        'title = "Give 50 mcg"',
        "50 mcg is no fact",
    ),
    "a question without answers": (
        'answers = [{ text = "Enough", note = "stay [@us-label: Dosage]", to = "end" }]',
        "",
        "a step has either answers or an outcome",
    ),
    "answers without a question": ('question = "And then?"\n', "", "a question has answers"),
    "an outcome that goes on": (
        'outcome = "go"',
        'outcome = "go"\nquestion = "?"\nanswers = [{ text = "x", to = "ask" }]',
        "a step has either answers or an outcome",
    ),
    "next before the end": ('id = "ask"\n', 'id = "ask"\nnext = ["home"]\n', "next belongs to"),
    "next to nowhere": ('next = ["monograph/start"]', 'next = ["monograph/sart"]', "no page"),
    "an unknown key": ('id = "end"\n', 'id = "end"\ncolour = "red"\n', "unknown key"),
    "an unknown outcome": ('outcome = "go"', 'outcome = "perhaps"', "outcome"),
    "two steps with one id": ('id = "dose"\n', 'id = "end"\n', "2 steps have this id"),
    "a label that is none": ('label = "us"', 'label = "atlantis"', "there is no label atlantis"),
    "a timed step without its calculator": (
        'id = "dose"\n',
        'id = "dose"\ntimed = true\n',
        "timed steps need a calculator",
    ),
    "a calculator that is none": (
        'id = "dose"\n',
        'id = "dose"\ntimed = true\n',
        "there is no page calculators/none",
    ),
    "a dose of another label": (
        'sum = ["start.us"]',
        'sum = ["start.ca:1"]',
        "no figure of the label",
    ),
    "a route that the pack does not have": (
        'route = "oral"',
        'route = "oraly"',
        "route: there is no route oraly",
    ),
    "a dose of another route": ('sum = ["start.us"]', 'sum = ["spinal.us"]', "is intrathecal"),
    "a dose from a paper": ('sum = ["start.us"]', 'sum = ["paper.dose"]', "of tier 2"),
    "a dose that is a choice": ('sum = ["start.us"]', 'sum = ["start.us:usual"]', "not one figure"),
    "a dose that is no fact": ('sum = ["start.us"]', 'sum = ["start.uk"]', "there is no fact"),
    "a sum of unlike units": (
        'sum = ["start.us"]',
        'sum = ["start.us", "strength.us"]',
        "one unit",
    ),
    "a printed volume that is wrong": ('at = "strength.us"', 'at = "strength.odd"', "prints 0.5"),
    "a volume that does not come out even": (
        'sum = ["start.us"], at = "strength.us"',
        'sum = ["start.us:usual:high"], at = "strength.odd"',
        "the volume does not come out even",
    ),
    "a branch that cites an unvetted page": (
        'note = "to the dose [@us-label: Dosage]"',
        'note = "to the dose [@web-page: Top]"',
        "web-page is tier 4",
    ),
    "a strength that is none": ('at = "strength.us"', 'at = "start.us"', "a dose and a strength"),
    "a checklist that asks": ('kind = "tree"', 'kind = "checklist"', "a checklist asks nothing"),
}


@pytest.mark.parametrize("name", BENT)
def test_what_is_not_in_order_is_refused(walk, name):
    old, new, message = BENT[name]
    walk.replace(FILE, old, new)
    if "no page calculators" in message:
        walk.replace(FILE, 'route = "oral"\n', 'route = "oral"\ncalculator = "none"\n')
    assert any(message in problem for problem in wrong(walk)), wrong(walk)


def test_a_tree_that_grows_without_bound_is_refused_at_once(walk):
    rows = []
    for at in range(40):
        for side in "ab":
            ways = [
                f'{{ text = "{to}", note = "on [@us-label: Dosage]", to = "{to}{at + 1}" }}'
                for to in "ab"
            ]
            rows.append(
                f'[[document.step]]\nid = "{side}{at}"\ntitle = "x"\nquestion = "x"\n'
                f"answers = [{', '.join(ways)}]\n"
            )
    for side in "ab":
        rows.append(
            f'[[document.step]]\nid = "{side}40"\ntitle = "x"\noutcome = "go"\n'
            'text = "x [@us-label: Dosage]"\n'
        )
    rows.pop(1)  # the first row has one step
    walk.write(FILE, HEAD + "[[document]]\n" + "\n".join(rows))
    (problem,) = wrong(walk)
    assert "unrolls to" in problem and "at most 100" in problem


def test_a_tree_of_more_steps_than_are_shown_is_refused_before_it_is_walked(walk):
    step = (
        '[[document.step]]\nid = "s{0}"\ntitle = "x"\nquestion = "x"\n'
        'answers = [{{ text = "on", note = "on [@us-label: Dosage]", to = "s{1}" }}]\n'
    )
    walk.write(FILE, HEAD + "[[document]]\n" + "".join(step.format(n, n + 1) for n in range(3000)))
    assert wrong(walk) == ["step: 3000 steps, at most 100 are shown"]


def test_a_checklist_is_a_list_of_items_that_cite(walk):
    head = HEAD.replace('"tree"', '"checklist"')
    step = '[[document]]\n[[document.step]]\nid = "now"\ntitle = "Now"\nitems = ["{}"]\n'
    walk.write(FILE, head + step.format("Call for help [@us-label: Dosage]"))
    assert wrong(walk) == []
    assert [place.anchor for place in places(walk)] == ["now"]
    walk.write(FILE, head + step.format("Call for help"))
    assert wrong(walk) == ["step[now].items[1]: has no citation"]


def test_a_step_of_a_checklist_has_items(walk):
    head = HEAD.replace('"tree"', '"checklist"')
    walk.write(FILE, head + '[[document]]\n[[document.step]]\nid = "now"\ntitle = "Now"\n')
    assert wrong(walk) == ["step[now]: a step of a checklist has items to tick"]


def test_of_several_documents_each_names_its_own_label(walk):
    again = WALK.partition("[[document]]")[2]
    walk.write(FILE, WALK + "[[document]]" + again)
    assert wrong(walk) == ["document[us]: 2 documents have this label"]
    walk.write(FILE, WALK + "[[document]]" + again.replace('label = "us"\n', ""))
    assert wrong(walk) == ["document: where there are several, each names its label"]


def test_a_fact_that_a_dose_alone_names_is_used(walk):
    unused = [one.place for one in walk.found() if one.warning]
    assert "fact[strength.odd]" in unused and "fact[strength.us]" not in unused


def test_a_line_is_one_paragraph(walk):
    walk.replace(FILE, 'question = "And then?"', 'question = "- And\\n- then?"')
    assert "document[us].step[dose].question: is not one paragraph of plain words" in wrong(walk)


def test_the_words_of_a_protocol_can_be_searched(walk):
    (document,) = walk.site().protocols["walk"].walks
    assert "Which way?" in document.text() and "to the dose" in document.text()
