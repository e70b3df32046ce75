"""Sentences stand in one table: both engines ask it by id, and an unknown id says nothing."""

import ast
import re
from pathlib import Path

import pytest

from webref.dosing import words
from webref.dosing.functions import FUNCTIONS
from webref.dosing.unit_table import SINGLES
from webref.dosing.words import WORDS, UnknownWords, names_of, say, template

ROOT = Path(__file__).parents[2]
PYTHON = sorted((ROOT / "webref/dosing").glob("*.py"))
# The page's engine: what has a twin in Python, and what only hands its answers on is left out.
OTHERS = {"form.js", "said.js", "handover.js", "said_beside.js", "words.js", "unit_table.js"}
FRAGMENTS = [ROOT / f"templates/fragments/{name}.mustache" for name in ("answer", "note")]
SCRIPTS = sorted(
    path
    for path in (ROOT / "static/answers").glob("*.js")
    if (ROOT / "webref/dosing" / f"{path.stem}.py").exists() and path.name not in OTHERS
)
# Sentences that are asked for by a part of their id.
BY_PART = (
    "figure.", "time.", "verb.", "level.", "function.",
    "entry.no-", "entry.label", "entry.guideline", "entry.either",
    "working.label", "working.guideline", "working.either", "answer.agree-", "answer.no-other-",
    "picture.", "answer.would-", "answer.followed-", "answer.label-of", "answer.guideline-of",
)  # fmt: skip


def asked(text: str) -> set[str]:
    """The ids that a module asks for, and those that it hands on to be asked for."""
    found = set(re.findall(r'\b(?:say|template)\(\s*"([^"]+)"|\{\{word ([a-z.-]+)', text))
    found = {one or other for one, other in found}
    return found | {key for key in WORDS if f'"{key}"' in text}


def test_a_sentence_has_its_names_filled_in_and_nothing_else():
    assert say("entry.missing", name="Dose {unit}") == "Dose {unit} is not entered yet."
    assert template("entry.missing") == "{name} is not entered yet."


@pytest.mark.parametrize("key", ["entry", "entry.missin", "", "constructor"])
def test_an_unknown_id_says_nothing(key):
    with pytest.raises(UnknownWords, match=f"^no such sentence: {key}$"):
        say(key)


def test_a_name_that_is_not_given_is_not_passed_over():
    with pytest.raises(UnknownWords, match=r"^entry\.missing needs name$"):
        say("entry.missing", names="Dose")


def test_every_id_that_is_asked_for_stands_in_the_table_and_every_one_is_asked_for():
    by_python = set().union(*(asked(path.read_text("utf-8")) for path in PYTHON))
    by_python -= set(re.findall('"([^"]+)":', Path(words.__file__).read_text("utf-8"))) - set(WORDS)
    by_script = set().union(*(asked(path.read_text("utf-8")) for path in (*SCRIPTS, *FRAGMENTS)))
    fixed = {key for key in WORDS if not key.startswith(BY_PART)}
    assert by_script - set(WORDS) == set()
    assert by_python - set(WORDS) == set()
    assert fixed - by_script == set()


def test_every_function_verb_time_and_level_has_its_words():
    assert {f"function.{name}" for name in FUNCTIONS} == {
        key for key in WORDS if key.startswith("function.")
    }
    assert {key for key in WORDS if key.startswith("verb.")} == {
        f"verb.{sign}" for sign in ("<", "<=", ">", ">=", "==", "!=")
    }
    times = {f"time.{one.one or one.name}" for one in SINGLES if one.base == "time"}
    assert {key for key in WORDS if key.startswith("time.")} == times
    assert {key for key in WORDS if key.startswith("level.")} == {
        "level.stop", "level.warn", "level.info",
    }  # fmt: skip


def test_no_sentence_is_empty_and_every_brace_holds_a_name():
    for key, text in WORDS.items():
        assert text.strip(), key
        assert text.count("{") == text.count("}") == len(re.findall(r"\{[a-z_]+\}", text)), key
        assert len(names_of(text)) <= 4


def sentences(path: Path) -> list[str]:
    """Texts of a module that read as a sentence: a capital at the front, a full stop at the end."""
    if path.suffix == ".js":
        found = re.findall(r'"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`', path.read_text("utf-8"))
        texts = [one or other for one, other in found]
    else:
        tree = ast.parse(path.read_text("utf-8"))
        docs = {
            id(node.body[0].value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
            and isinstance(node.body[0], ast.Expr)
        }
        texts = [
            node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
            and id(node) not in docs
        ]  # fmt: skip
    return [text for text in texts if re.search(r"^[A-Z][a-z]* [a-z].*\.\s*$", text)]


@pytest.mark.parametrize("path", [*PYTHON, *SCRIPTS], ids=lambda path: path.name)
def test_no_engine_says_a_sentence_that_is_not_of_the_table(path):
    assert path.stem == "words" or sentences(path) == []


def test_a_sentence_of_a_module_would_be_found(tmp_path):
    for name, text in (
        ("a.py", '"""Say. It."""\nX = "This is typed here."\n'),
        ("a.js", "// It.\nx(`This is ${typed} here.`);"),
    ):
        (tmp_path / name).write_text(text, "utf-8")
        assert len(sentences(tmp_path / name)) == 1
