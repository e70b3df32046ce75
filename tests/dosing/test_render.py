"""Mustache rendering with an escape of five characters."""

from webref.dosing.render import escape, renderer


def test_exactly_five_characters_are_escaped():
    assert escape("&<>\"'") == "&amp;&lt;&gt;&quot;&#39;"
    others = "".join(map(chr, range(32, 0x180))).translate({ord(c): None for c in "&<>\"'"})
    assert escape(others) == others


def test_contexts_fill_sections_and_text_is_never_read_as_a_template():
    render = renderer("{{#rows}}<p>{{text}}{{^last}},{{/last}}</p>{{/rows}}{{#none}}x{{/none}}")
    rows = [{"text": "{{text}} <b>'", "last": False}, {"text": "", "last": True}]
    assert render({"rows": rows, "none": ""}) == "<p>{{text}} &lt;b&gt;&#39;,</p><p></p>"
