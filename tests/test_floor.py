"""The scripts stay within what the oldest browsers promised can do: docs/testing.md names them."""

import re
from pathlib import Path

import pytest

STATIC = Path(__file__).parents[1] / "static"
SCRIPTS = sorted(STATIC.rglob("*.js"))

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
# What htmx looks for before it calls it.
ASKED_FIRST = {"htmx.min.js": {"moveBefore", "navigation", "startViewTransition"}}
FORMS = {
    "a regular expression that looks behind": r"\(\?<[=!]",
    "a regular expression with flag d or v": r"[(=,:!&|?]\s*/(?:[^/\\\n]|\\.)+/[gimsuy]*[dv]",
    "a selector with :has": r"""["'`(][^"'`\n]*:has\(""",
    "a block that runs once in a class": r"\bstatic\s*\{",
    "a check for a private name": r"#\w+\s+in\b",
    "await outside a function": r"(?m)^(?:(?:const|let)\b[^=\n]*=\s*)?await\b",
    "an import with attributes": r"\bimport\b[^;\n]*\bwith\s*\{",
    "the cause of an error": r"\bnew Error\([^)]*\{\s*cause\b",
}


def newer_than_the_floor(script: str) -> set[str]:
    """What a script calls or writes that the oldest browsers lack; `a?.b?.()` asks first."""
    found = {name for name in MEMBERS if re.search(rf"\.{name}\(", script)}
    found |= {name for name in STATICS if re.search(rf"\b{re.escape(name)}\(", script)}
    found |= {name for name in FUNCTIONS if re.search(rf"(?<![\w.$]){name}\s*[(.]", script)}
    return found | {form for form, pattern in FORMS.items() if re.search(pattern, script)}


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_uses_nothing_that_the_oldest_browsers_lack(path: Path) -> None:
    found = newer_than_the_floor(path.read_text(encoding="utf-8"))
    assert found == ASKED_FIRST.get(path.name, set())


@pytest.mark.parametrize(
    ("script", "found"),
    [
        ("x = list.at(-1);", "at"),
        ("await cache.put(a, Response.json(list));", "Response.json"),
        ("const copy = structuredClone(list);", "structuredClone"),
        ("all('.pair:has(.read)');", "a selector with :has"),
        ("text.match(/(?<=a)b/);", "a regular expression that looks behind"),
        ("text.match(/a/dg);", "a regular expression with flag d or v"),
        ("class A { static { a(); } }", "a block that runs once in a class"),
        ("  return #a in other;", "a check for a private name"),
        ("const a = await load();", "await outside a function"),
        ("form.requestSubmit();", "requestSubmit"),
        ("fetch(a, { signal: AbortSignal.timeout(9) });", "AbortSignal.timeout"),
        ("throw new Error('x', { cause: error });", "the cause of an error"),
        ("import list from './a.json' with { type: 'json' };", "an import with attributes"),
    ],
)
def test_what_is_newer_is_found(script: str, found: str) -> None:
    assert found in newer_than_the_floor(script)


def test_what_is_asked_for_first_is_no_call() -> None:
    assert newer_than_the_floor("Document.parseHTMLUnsafe?.(text, {}); a.showPopover?.();") == set()
