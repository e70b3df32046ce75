"""The page's engine in a real browser, fed with many queries at once."""

import hashlib
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.dosing.cases import Case
from webref.dosing.entries import parameter_names
from webref.dosing.evaluate import evaluate
from webref.dosing.present import notes_of, present, present_refusal
from webref.dosing.query import Malformed, parse_query
from webref.dosing.render import renderer, with_words
from webref.dosing.spec import Calculator
from webref.outputs.trees import tree_text

ROOT = Path(__file__).parents[2]
TEMPLATE, NOTE = (
    with_words((ROOT / f"templates/fragments/{name}.mustache").read_text("utf-8"))
    for name in ("answer", "note")
)

_PAGE = b"""<!doctype html><title>Engine</title>
<script src="/static/vendor/fraction.min.js"></script>
<script src="/static/vendor/mustache.min.js"></script>"""

# All that a reader gets of an answer: fragment, what stands beside the fields, text to copy.
_LOAD = """async ([tree, template, note]) => {
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
_DIGESTS = """async (cases) => {
    const digests = [];
    for (const one of cases) {
        const bytes = new TextEncoder().encode(fragmentOf(one));
        const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
        digests.push(Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join(""));
    }
    return digests;
}"""


class _Handler(SimpleHTTPRequestHandler):
    def do_GET(self) -> None:
        """The engine's page, and the static files as they are."""
        if self.path != "/":
            super().do_GET()
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(_PAGE)))
        self.end_headers()
        self.wfile.write(_PAGE)

    def log_message(self, *_: Any) -> None:
        """Keep quiet."""


@contextmanager
def static_files() -> Iterator[str]:
    """The address of a server of the checkout's files, gone afterwards."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(ROOT)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        # localhost counts as secure, so that the page may hash.
        yield f"http://localhost:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


render = renderer(TEMPLATE)
render_note = renderer(NOTE)


def python_answer(calculator: Calculator, case: Case) -> tuple[str, str]:
    """The status, and all that the server gives: fragment, notes, text to copy."""
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
    return str(page.evaluate("(one) => fragmentOf(one)", _plain(case)))


def load(page: Page, calculator: Calculator) -> None:
    """Hand the page a calculator."""
    page.evaluate(_LOAD, [tree_text(calculator), TEMPLATE, NOTE])


def compare(page: Page, calculator: Calculator, cases: Sequence[Case]) -> Counter[str]:
    """How many cases had which status; fails showing the first whose bytes differ."""
    statuses: Counter[str] = Counter()
    load(page, calculator)
    digests = page.evaluate(_DIGESTS, [_plain(case) for case in cases])
    assert len(digests) == len(cases)
    for case, digest in zip(cases, digests, strict=True):
        status, fragment = python_answer(calculator, case)
        statuses[status] += 1
        if hashlib.sha256(fragment.encode()).hexdigest() != digest:
            assert page_fragment(page, case) == fragment, case
            raise AssertionError(f"digests differ and fragments do not: {case}")
    return statuses


def _plain(case: Case) -> list[Any]:
    setting = case.setting
    around = {"edition": setting.edition, "now": setting.now, "withdrawn": setting.withdrawn}
    return [case.query, around]
