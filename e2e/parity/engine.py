"""The page's engine in a real browser, fed with many queries at once."""

import hashlib
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.dosing.cases import Case
from webref.content.wording.table import TABLE
from webref.dosing.entries import parameter_names
from webref.dosing.evaluate import evaluate
from webref.dosing.present import notes_of, present, present_refusal
from webref.dosing.query import Malformed, parse_query
from webref.dosing.render import renderer, with_words
from webref.dosing.spec import Calculator
from webref.dosing.words import speaking
from webref.outputs.trees import tree_text
from webref.outputs.wording import scripts
from webref.web.fragments import read_fragment

ROOT = Path(__file__).parents[2]
FRAGMENTS = [read_fragment(ROOT / "templates/fragments", name) for name in ("answer", "note")]
TEMPLATE, NOTE = (with_words(one) for one in FRAGMENTS)
Renderer = Callable[[Mapping[str, object]], str]

_PAGE = b"""<!doctype html><title>Engine</title>
<script src="/static/vendor/fraction.min.js"></script>
<script src="/static/vendor/mustache.min.js"></script>"""

# All that a reader gets of an answer: fragment, what stands beside the fields, text to copy.
LOAD = """async ([tree, template, note]) => {
    const { answer, readTree } = await import("/static/answers/answer.js");
    const { render } = await import("/static/answers/render.js");
    const calculator = readTree(tree);
    globalThis.fragmentOf = ([query, setting]) => {
        const { fragment, context } = answer(calculator, template, query, setting);
        const notes = (context.notes ?? []).map((one) => one.field + render(note, one));
        return [fragment, ...notes, context.copy ?? ""].join("\\n");
    };
}"""

# Whole fragments of thousands of cases would be too much to carry: their digests travel.
DIGESTS = """async (cases) => {
    const digests = [];
    for (const one of cases) {
        const bytes = new TextEncoder().encode(fragmentOf(one));
        const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
        digests.push(Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join(""));
    }
    return digests;
}"""


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, *given: Any, own: Mapping[str, bytes], **more: Any) -> None:
        self.own = own
        super().__init__(*given, **more)

    def do_GET(self) -> None:
        """The engine's page, the scripts of a pack's own, and the static files as they are."""
        body = _PAGE if self.path == "/" else self.own.get(self.path)
        if body is None:
            super().do_GET()
            return
        kind = "text/html" if self.path == "/" else "text/javascript"
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Keep quiet."""


@contextmanager
def static_files(words: Mapping[str, str] = TABLE) -> Iterator[str]:
    """The address of a server of the checkout's files, gone afterwards; `words`: what they say."""
    own = {f"/static/{name}": body for name, body in scripts(words).items()}
    handler = partial(_Handler, own=own, directory=str(ROOT))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        # localhost counts as secure, so that the page may hash.
        yield f"http://localhost:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def python_answer(
    calculator: Calculator, case: Case, words: Mapping[str, str] = TABLE
) -> tuple[str, str]:
    """The status, and all that the server gives: fragment, notes, text to copy."""
    with speaking(words):
        return _answered(calculator, case, *_renderers(tuple(words.items())))


@cache
def _renderers(words: tuple[tuple[str, str], ...]) -> tuple[Renderer, Renderer]:
    answer, note = (renderer(with_words(text, dict(words))) for text in FRAGMENTS)
    return answer, note


def _answered(
    calculator: Calculator, case: Case, render: Renderer, render_note: Renderer
) -> tuple[str, str]:
    try:
        parameters = parse_query(case.query, parameter_names(calculator))
    except Malformed as malformed:
        return "malformed", f"{render(present_refusal(str(malformed)))}\n"
    result = evaluate(calculator, parameters, case.setting)
    context = present(result, case.setting)
    notes = [f"{note['field']}{render_note(note)}" for note in notes_of(result)]
    return result.status, "\n".join([render(context), *notes, str(context["copy"])])


def page_fragment(page: Page, case: Case) -> str:
    """The fragment that the page gives, of the calculator that was loaded last."""
    return str(page.evaluate("(one) => fragmentOf(one)", plain(case)))


def load(page: Page, calculator: Calculator, words: Mapping[str, str] = TABLE) -> None:
    """Hand the page a calculator."""
    page.evaluate(LOAD, [tree_text(calculator), *(with_words(one, words) for one in FRAGMENTS)])


def compare(
    page: Page,
    calculator: Calculator,
    cases: Sequence[Case],
    words: Mapping[str, str] = TABLE,
) -> Counter[str]:
    """How many cases had which status; fails showing the first whose bytes differ."""
    statuses: Counter[str] = Counter()
    load(page, calculator, words)
    digests = page.evaluate(DIGESTS, [plain(case) for case in cases])
    assert len(digests) == len(cases)
    for case, digest in zip(cases, digests, strict=True):
        status, fragment = python_answer(calculator, case, words)
        statuses[status] += 1
        if hashlib.sha256(fragment.encode()).hexdigest() != digest:
            assert page_fragment(page, case) == fragment, case
            raise AssertionError(f"digests differ and fragments do not: {case}")
    return statuses


def plain(case: Case) -> list[Any]:
    """A case as the page takes it: its query, and what holds around it."""
    setting = case.setting
    names = ("edition", "now", "withdrawn", "signed")
    around = {name: getattr(setting, name) for name in names}
    return [case.query, around]
