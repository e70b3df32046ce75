"""The sentences of an edition as its pages' scripts import them, in the place of static/ ones."""

import json
from collections.abc import Mapping

from webref.content.wording.library import SCRIPTS
from webref.content.wording.table import (
    of_answers,
    of_changes,
    of_scripts,
    of_second,
    of_signing,
)

_ANSWERS = """\
// Every sentence that an answer may say. Written by `python -m tools.write_tables` from
// webref/dosing/words.py: change that one, and write this anew.

/** Sentences by id, with the names that are filled in in braces. */
export const WORDS = new Map([
"""

_PAGES = """\
// Every sentence that a page's scripts say, but for answers. Written by
// `python -m tools.write_tables` from webref/content/wording/: change that, and write this anew.

/** Sentences by id, with the names that are filled in in braces. */
export const WORDS = new Map([
"""

_CHANGES = """\
// Every sentence on what changed between two editions. Written by `python -m tools.write_tables`
// from webref/content/wording/changes.py: change that one, and write this anew.

/** Sentences by id, with the names that are filled in in braces. */
export const WORDS = new Map([
"""

_SIGNING = """\
// Every sentence on signatures. Written by `python -m tools.write_tables` from
// webref/content/wording/signing.py: change that one, and write this anew.

/** Sentences by id, with the names that are filled in in braces. */
export const WORDS = new Map([
"""

_SECOND = """\
// Every sentence of a second check. Written by `python -m tools.write_tables` from
// webref/content/wording/second.py: change that one, and write this anew.

/** Sentences by id, with the names that are filled in in braces. */
export const WORDS = new Map([
"""


_LIBRARY = """\
// Every sentence that the script of a library's pages says. Written by
// `python -m tools.write_tables` from webref/content/wording/library.py: change that.

/** Sentences by id, with the names that are filled in in braces. */
export const WORDS = new Map([
"""


def library_script() -> bytes:
    """The script that holds the sentences of a library's pages."""
    return _script(_LIBRARY, SCRIPTS)


def scripts(words: Mapping[str, str]) -> dict[str, bytes]:
    """The scripts that hold sentences, by their name within static/."""
    return {
        "answers/words.js": _script(_ANSWERS, of_answers(words)),
        "wording.js": _script(_PAGES, of_scripts(words)),
        "changes/words.js": _script(_CHANGES, of_changes(words)),
        "signing/words.js": _script(_SIGNING, of_signing(words)),
        "second/words.js": _script(_SECOND, of_second(words)),
    }


def _script(head: str, words: Mapping[str, str]) -> bytes:
    rows = "".join(f"  [{json.dumps(key)}, {json.dumps(text)}],\n" for key, text in words.items())
    return f"{head}{rows}]);\n".encode()
