"""Templates compiled by the last build, among its other parts."""

import json
import sys
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from webref.outputs.cache import Cache, digest_of, parts_below

LIBRARIES = ("jinja2", "markupsafe", "flask")  # what compiles, and what of it is settled by whom


class Compiled(BytecodeCache):
    """Keeps what a template is compiled to, under the digest of all that decides it.

    Beside the template that is Python, the libraries, and our own code with the words in force,
    since filters of what never changes are worked out while a template is compiled.
    """

    def __init__(self, kept: Cache, words: Mapping[str, str]) -> None:
        self._kept = kept
        self._recipe = digest_of(
            "template",
            sys.version,
            *(f"{name} {version(name)}" for name in LIBRARIES),
            json.dumps(words, sort_keys=True),
            *parts_below(Path(__file__).parents[1]),
        )

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill in what is kept, if it is of this very template."""
        if (body := self._kept.get(self._key(bucket))) is not None:
            bucket.bytecode_from_string(body)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._kept.put(self._key(bucket), bucket.bytecode_to_string())

    def _key(self, bucket: Bucket) -> str:
        return digest_of(self._recipe, bucket.key, bucket.checksum)
