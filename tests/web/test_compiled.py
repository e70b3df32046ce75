"""Templates that the last build compiled are taken as long as nothing that decided them changed."""

import pytest
from jinja2 import DictLoader, Environment

from webref.outputs.cache import Cache
from webref.web import compiled
from webref.web.compiled import Compiled

WORDS = {"a": "one"}


@pytest.fixture
def render(tmp_path, monkeypatch):
    """A template's text in a process of its own, and whether it was compiled for that."""

    def fresh(source, words=WORDS):
        made = []
        kept = Cache(tmp_path / "cache")
        templates = Environment(loader=DictLoader({"page": source}), autoescape=True)
        templates.filters["said"] = words.__getitem__
        templates.bytecode_cache = Compiled(kept, words)
        compile_one = templates.compile
        monkeypatch.setattr(
            templates, "compile", lambda *given: (made.append(given), compile_one(*given))[1]
        )
        text = templates.get_template("page").render(name="<b>")
        kept.prune()
        return text, bool(made)

    return fresh


def test_a_template_is_compiled_once(render):
    assert render("for {{ name }}") == ("for &lt;b&gt;", True)
    assert render("for {{ name }}") == ("for &lt;b&gt;", False)


def test_a_changed_template_is_compiled_anew(render):
    render("for {{ name }}")
    assert render("of {{ name }}") == ("of &lt;b&gt;", True)


def test_what_a_template_says_while_it_is_compiled_is_said_in_the_words_in_force(render):
    assert render("{{ 'a' | said }}") == ("one", True)
    assert render("{{ 'a' | said }}", {"a": "two"}) == ("two", True)


@pytest.mark.parametrize("what", ["code", "libraries"])
def test_other_code_or_libraries_compile_anew(render, monkeypatch, what):
    render("for {{ name }}")
    if what == "code":
        monkeypatch.setattr(compiled, "parts_below", lambda folder: ["changed.py", b"1"])
    else:
        monkeypatch.setattr(compiled, "version", lambda name: "0")
    assert render("for {{ name }}") == ("for &lt;b&gt;", True)


def test_one_that_was_cut_short_is_compiled_anew(render, tmp_path):
    render("for {{ name }}")
    (kept,) = (tmp_path / "cache").iterdir()
    kept.write_bytes(kept.read_bytes()[:-9])
    assert render("for {{ name }}") == ("for &lt;b&gt;", True)
