"""What reads a stranger's text: each takes any text, and raises only what it promises."""

import io
import json
import shutil
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from wsgiref.util import setup_testing_defaults

from tests.changes.write_vectors import OLD, listing
from tests.content.tiny import FILES, TinyPack
from tests.dosing.cases import HOSTILE, forms
from tests.outputs.signing import cases
from webref.content.load import load_site
from webref.content.prose.markdown import parse
from webref.content.wording.table import TABLE
from webref.dosing.evaluate import evaluate
from webref.dosing.formula import FormulaError, parse_formula
from webref.dosing.present import present
from webref.dosing.query import Malformed, parse_query
from webref.dosing.spec import Setting
from webref.dosing.words import speaking
from webref.outputs.changes.report import between, said, told
from webref.outputs.folder import LIST, RECORD
from webref.outputs.signing.people import read_people
from webref.outputs.signing.signatures import examine, read_signatures
from webref.web.app import create_app

ROOT = Path(__file__).parents[1]
Reader = Callable[[str], object]


def query() -> Reader:
    """A query string: parameters, or why it is not read."""

    def read(text: str) -> None:
        try:
            found = parse_query(text, {"a", "b", "dose", "dose_unit"})
        except Malformed as refused:
            assert str(refused)
        else:
            assert all(isinstance(value, str) for value in found.values())

    return read


def formula() -> Reader:
    """A formula: its tree, or what is not of the subset."""

    def read(text: str) -> None:
        try:
            parse_formula(text)
        except FormulaError as refused:
            assert str(refused)

    return read


def prose() -> Reader:
    """Prose: its blocks, with what is refused among them."""

    def read(text: str) -> None:
        assert isinstance(parse(text), tuple)

    return read


def entries() -> Reader:
    """One field of a filled calculator: an answer, or a reason and no answer."""
    site = load_site(ROOT / "content/baclofen", date(2026, 11, 22))
    fields = tuple(
        (calculator, form, name)
        for calculator in site.calculators.values()
        for form in forms(calculator)
        for name in form
    )

    def read(text: str) -> None:
        place, _, typed = text.partition("\n")
        calculator, form, name = fields[sum(map(ord, place)) % len(fields)]
        result = evaluate(calculator, form | {name: typed}, Setting())
        assert present(result, Setting())
        assert result.answered or not result.answers

    return read


def pack() -> Reader:
    """One file of a small pack, bent: a site, or problems with their place; never a traceback."""
    folder = Path(tempfile.mkdtemp(prefix="webref-fuzz-"))
    tiny = TinyPack(folder)
    names = tuple(FILES)

    def read(text: str) -> None:
        head, _, body = text.partition("\n")
        name = names[len(head) % len(names)]
        lines = FILES[name].split("\n")
        at = sum(map(ord, head)) % len(lines)
        bent = "\n".join([*lines[:at], body, *lines[at + 1 :]])
        (tiny.root / name).write_bytes(bent.encode("utf-8", "surrogateescape"))
        try:
            for problem in tiny.found():
                assert problem.file
                assert "\n" not in str(problem)
        finally:
            tiny.write(name, FILES[name])

    return read


def headers() -> Reader:
    """A request's address, query and headers: an answer with a status, and never a fault's page."""
    folder = Path(tempfile.mkdtemp(prefix="webref-fuzz-"))
    site = TinyPack(folder).site()
    shutil.rmtree(folder)
    app = create_app(site, ROOT)
    app.testing = True
    named = (
        *("HTTP_ACCEPT", "HTTP_HOST", "HTTP_RANGE", "HTTP_IF_NONE_MATCH", "HTTP_ACCEPT_ENCODING"),
        *("HTTP_IF_MODIFIED_SINCE", "CONTENT_LENGTH", "QUERY_STRING", "REQUEST_METHOD"),
    )

    def read(text: str) -> None:
        path, *values = text.encode("utf-8", "surrogateescape").decode("latin-1").split("\n")
        environ: dict[str, object] = dict(zip(named, values, strict=False))
        environ["PATH_INFO"] = f"/{path}"
        environ["wsgi.input"] = io.BytesIO()
        setup_testing_defaults(environ)
        statuses: list[str] = []

        def start(status: str, found: list[tuple[str, str]], *_: object) -> Callable[..., object]:
            statuses.append(status)
            assert all("\n" not in value and "\r" not in value for _, value in found)
            return lambda _: None

        body = app(environ, start)
        assert b"Traceback" not in b"".join(body)
        assert not statuses[-1].startswith("500")

    return read


def diff() -> Reader:
    """A record of an edition, and its list, with one value bent: what changed, or unknown."""
    listed = {"edition": "a" * 64, "pack": "xylo", "date": "2026-11-22", **listing(OLD, "a")}
    old = {LIST: json.dumps(listed), RECORD: json.dumps(OLD)}

    def read(text: str) -> None:
        head, _, body = text.partition("\n")
        try:
            value = json.loads(body)
        except (ValueError, RecursionError):
            value = body
        bent = {name: json.loads(whole) for name, whole in old.items()}
        which = LIST if len(head) % 4 == 0 else RECORD
        bent[which] = _bend(bent[which], sum(map(ord, head)), value)
        new = {name: json.dumps(one) for name, one in bent.items()}
        try:
            with speaking(TABLE):
                found = between(lambda url: old[url].encode(), lambda url: new[url].encode())
                assert list(said(found))
                assert not found.known or list(told(found))
        except OSError as refused:
            assert str(refused)

    return read


def _bend(whole: Any, at: int, value: object) -> Any:
    """A copy of plain data in which one value, or all of it, is another."""
    places: list[tuple[Any, Any]] = []

    def walk(one: Any) -> None:
        for key in one if isinstance(one, dict) else range(len(one)):
            places.append((one, key))
            if isinstance(one[key], (dict, list)):
                walk(one[key])

    walk(whole)
    if at % (len(places) + 1) == len(places):
        return value
    holder, key = places[at % (len(places) + 1)]
    holder[key] = value
    return whole


def signatures() -> Reader:
    """A signatures.json and a people.json: what they say, or that they have another form."""
    now = cases.carried()

    def read(text: str) -> None:
        raw = text.encode("utf-8", "surrogateescape")
        try:
            people = read_people(raw)
        except ValueError:
            people = now
        try:
            found = read_signatures(raw)
        except ValueError:
            found = None
        examined = examine(people, cases.EDITION, cases.LISTED, found, now)
        # Whoever makes texts up has no key: only the signatures of the seed prove something.
        good = {one.signature for one in SIGNED.signatures}
        rows = found.signatures if found else ()
        assert examined.state != "signed" or good & {one.signature for one in rows}
        assert len(examined.signed) == len(people.people.persons)

    return read


# What the fuzzer starts from: without one well-formed text of each it finds the refusals alone.
TWO = cases.file([cases.line(one, cases.carried()) for one in (cases.ANN, cases.BEN)])
SIGNED = read_signatures(TWO.encode())
SEEDS: dict[str, tuple[str, ...]] = {
    "signatures": (TWO, cases.people_text(cases.carried()), cases.file([])),
    "diff": (
        *(f"{'x' * place}\nnull" for place in range(40)),
        *(f"{'z' * place}\n{body}" for place in range(9) for body in ("[]", '{"a": ["b"]}', "x")),
    ),
    "query": ("a=1", "a=1&b=x+y%20z&dose=2.5&dose_unit=mcg%2Fday", "b=%C3%A9", "a=1&a=2", "a=%FF"),
    "formula": (
        "dose * 1000 / strength",
        "round_to(min(a, b) - 0.5, 1) if label == 'us' and a >= 2 else max(a, 1)",
        "ceil((volume - reserve) / rate)",
    ),
    "prose": (
        "Usually {start.us} [@us-label: Dosage].\n\n1. One\n2. *Two*\n",
        "| A | B |\n|---|---|\n| 1 | {start.ca} |\n",
        "> [!warning]\n> [A page](page:start) `x`\n",
    ),
    "entries": tuple(
        f"{'x' * place}\n{text}" for place in range(15) for text in HOSTILE[place::15]
    ),
    "pack": ("\nid = 1", "a\n[[fact]]", "b\nvalue = 5.0", "cc\n{start.us}", "d\nlabels = ['us']"),
    "headers": (
        "\ntext/html;q=0.5,*/*\nlocalhost:8000\nbytes=0-5\n*\ngzip, br;q=0",
        "search\n\nlocalhost\n\n\n\n\n\nq=dose\nGET",
        'examplin/\n*/*\n[::1]\nbytes=-1\nW/"x"\n\nThu, 01 Jan 1970 00:00:00 GMT\n5\n\nHEAD',
    ),
}
READERS: dict[str, Callable[[], Reader]] = {
    one.__name__: one for one in (query, formula, prose, entries, pack, headers, diff, signatures)
}
