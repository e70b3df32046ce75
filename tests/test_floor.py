"""The scripts stay within what the oldest browsers promised can do: docs/testing.md names them."""

import json
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SCRIPTS = sorted((ROOT / "static").rglob("*.js"))

# Newer than iOS 15.4, Chrome and WebView 87, Samsung Internet 14 or Firefox 90, taken from
# MDN's compatibility data 8.1.9: members of any object, members of one, and functions.
MEMBERS = re.findall(
    r"\S+",
    """
at bytes checkVisibility difference findLast findLastIndex fromAsync fromBase64 fromHex getHTML
getOrInsert groupBy hasOwn hidePopover inert intersection isDisjointFrom isSubsetOf isSupersetOf
isWellFormed moveBefore randomUUID requestIdleCallback requestSubmit setHTML setHTMLUnsafe share
showModal showPicker showPopover startViewTransition symmetricDifference throwIfAborted toBase64
toHex togglePopover toReversed toSorted toSpliced toWellFormed transfer union userActivation
withResolvers
""",
)
STATICS = re.findall(
    r"\S+",
    """
AbortSignal.abort AbortSignal.any AbortSignal.timeout Array.fromAsync CSS.highlights
CSS.registerProperty Document.parseHTML Document.parseHTMLUnsafe Error.captureStackTrace
Intl.DurationFormat Intl.Segmenter Iterator.from Map.groupBy Math.f16round Math.sumPrecise
Object.groupBy Object.hasOwn Promise.try Promise.withResolvers ReadableStream.from Response.json
RegExp.escape URL.canParse URL.parse
""",
)
FUNCTIONS = ("cookieStore", "navigation", "requestIdleCallback", "scheduler", "structuredClone")


def parsed(*paths: Path | str, text: str | None = None) -> list[dict[str, list[str]]]:
    """What each script calls and writes, parsed as ES2022 by tools/types/forms.mjs."""
    command = ["node", str(ROOT / "tools/types/forms.mjs"), *map(str, paths)]
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=True)
    found: list[dict[str, list[str]]] = json.loads(done.stdout)
    return found


def newer_than_the_floor(forms: dict[str, list[str]]) -> set[str]:
    """What a script calls or writes that the oldest browsers lack; `a?.b?.()` asks first."""
    assert "error" not in forms, f"no ES2022: {forms['error']}"
    found = set(MEMBERS) & set(forms["members"])
    found |= set(STATICS) & set(forms["statics"])
    found |= set(FUNCTIONS) & set(forms["names"])
    return found | set(forms["forms"])


@pytest.fixture(scope="module")
def scripts() -> dict[Path, dict[str, list[str]]]:
    """Every script of static/, parsed."""
    return dict(zip(SCRIPTS, parsed(*SCRIPTS), strict=True))


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_uses_nothing_that_the_oldest_browsers_lack(
    path: Path, scripts: dict[Path, dict[str, list[str]]]
) -> None:
    assert newer_than_the_floor(scripts[path]) == set()


@pytest.mark.parametrize(
    ("script", "found"),
    [
        ("x = list.at(-1);", "at"),
        ("async () => { await cache.put(a, Response.json(list)); };", "Response.json"),
        ("const copy = structuredClone(list);", "structuredClone"),
        ("a.querySelectorAll('.pair:has(.read)');", "a selector with :has"),
        ("text.match(/(?<=a)b/);", "a regular expression that looks behind"),
        ("text.match(/a/dg);", "a regular expression with flag d or v"),
        ("class A { static { a(); } }", "a block that runs once in a class"),
        ("class A { #a; b(other) { return #a in other; } }", "a check for a private name"),
        ("const a = await load();", "await outside a function"),
        ("form.requestSubmit();", "requestSubmit"),
        ("fetch(a, { signal: AbortSignal.timeout(9) });", "AbortSignal.timeout"),
        ("throw new Error('x', { cause: error });", "the cause of an error"),
    ],
)
def test_what_is_newer_is_found(script: str, found: str) -> None:
    assert found in newer_than_the_floor(parsed("-", text=script)[0])


def test_what_is_asked_for_first_is_no_call() -> None:
    asked = "Document.parseHTMLUnsafe?.(text, {}); a.showPopover?.(); typeof structuredClone;"
    assert newer_than_the_floor(parsed("-", text=asked)[0]) == set()


@pytest.mark.parametrize("script", ["import a from './a.json' with { type: 'json' };", "using a;"])
def test_what_is_newer_than_es2022_does_not_parse(script: str) -> None:
    assert "error" in parsed("-", text=script)[0]
