"""A protocol is a tree that ends everywhere, cites everywhere and doses by facts alone."""

import pytest

from tests.content.walk import FILE, HEAD, WALK, places, wrong


def test_a_protocol_in_order_has_no_problem(walk):
    assert wrong(walk) == []


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
    walk.write(FILE, HEAD + "[[document]]\n" + "".join(step.format(n, n + 1) for n in range(300)))
    assert wrong(walk) == ["step: 300 steps, at most 100 are shown"]


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


def test_a_line_is_one_paragraph(walk):
    walk.replace(FILE, 'question = "And then?"', 'question = "- And\\n- then?"')
    assert "document[us].step[dose].question: is not one paragraph of plain words" in wrong(walk)
