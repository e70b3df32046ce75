"""Layers import downwards only, and the pure ones know neither files nor the web."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "webref"
LAYERS = ("errors", "dosing", "content", "render", "outputs", "web", "cli")
# Within content, from the lowest: what stands in one row knows nothing of its neighbours.
CONTENT = (
    ("reading",),
    ("facts",),
    ("pack",),
    ("prose",),
    ("table",),
    ("sections", "tables", "calculators", "protocols", "sheets"),
    ("kinds",),
    ("wording",),
    ("site",),
    ("review",),
    ("checks", "drift", "marks"),
    ("load", "starter"),
    ("spans",),
    ("library",),
)
SOLE_USERS = {"markdown_it": "content/prose/markdown.py"}
BARRED = {
    "dosing": {"flask", "pathlib", "os", "io", "time", "pydantic", "tomllib"},
    "content": {"flask", "whitenoise", "weasyprint", "time", "markupsafe", "html"},
    # Doses are added and divided in dosing alone.
    "content/protocols": {"fractions", "decimal"},
}


def imported(path):
    """The full names of the modules that a file imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "." * node.level + (node.module or "")


MODULES = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*.py"))


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_from_its_own_layer_and_those_below(module):
    layer = module.partition("/")[0].removesuffix(".py")
    allowed = LAYERS[: LAYERS.index(layer) + 1] if layer in LAYERS else ()
    for name in imported(ROOT / module):
        first, _, rest = name.partition(".")
        if first == "webref":
            assert rest.partition(".")[0] in allowed, f"{module} imports {name}"
        assert not name.startswith("."), f"{module} imports {name} relatively"
        for place in (layer, module.rpartition("/")[0]):
            assert first not in BARRED.get(place, ()), f"{module} imports {name}"
        assert SOLE_USERS.get(first, module) == module, f"{module} imports {name}"


@pytest.mark.parametrize(
    "module", [name for name in MODULES if name.startswith("content/") and "__init__" not in name]
)
def test_a_subject_of_content_imports_only_from_those_below(module):
    subject = module.split("/")[1].removesuffix(".py")
    rank = next(at for at, row in enumerate(CONTENT) if subject in row)
    below = {name for row in CONTENT[:rank] for name in row} | {subject}
    for name in imported(ROOT / module):
        if name.startswith("webref.content."):
            assert name.split(".")[2] in below, f"{module} imports {name}"


ELEMENT = re.compile(r"</?[a-z][a-z0-9]*[ >]")


def patterns(path):
    """What a file hands to a function of `re` as a pattern, as far as it is written out there."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name("re")), args=[first, *_]):
                for part in ast.walk(first):
                    if isinstance(part, ast.Constant) and isinstance(part.value, str):
                        yield part.value


@pytest.mark.parametrize(
    "module", [name for name in MODULES if name.startswith(("render/", "outputs/", "web/"))]
)
def test_no_pattern_looks_for_elements_in_html(module):
    """Prose is a tree until it is shown, and what was shown is parsed where it is needed again."""
    assert [one for one in patterns(ROOT / module) if ELEMENT.search(one)] == []
