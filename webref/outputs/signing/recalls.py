"""A list of recalls signed by the recall key; static/signing/recalls.js holds one against it."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from webref.outputs.signing.ed25519 import public_key, signed, verifies
from webref.outputs.signing.signatures import SIGNATURE

HEAD = "webref recall list 1"  # what a signature is of, so that it proves nothing else
KEYS = ("id", "date", "level", "subject", "text")


def recall_message(pack: str, listed: Mapping[str, Any]) -> bytes:
    """The bytes that the recall key signs: pack, number, dates, and every notice."""
    rows = [[notice[key] for key in KEYS] for notice in listed["notices"]]
    said = [pack, listed["sequence"], listed["issued"], listed["until"], rows]
    return f"{HEAD}\n{json.dumps(said, ensure_ascii=False, separators=(',', ':'))}".encode()


def is_signed(key: str, pack: str, listed: Mapping[str, Any]) -> bool:
    """Whether a recall key signed a pack's list as phones read it."""
    signature = listed.get("signature", "")
    if not isinstance(signature, str) or not re.fullmatch(SIGNATURE, signature):
        return False
    return verifies(key, signature, recall_message(pack, listed))


def sign_notices(
    file: Path, key: Any, recall_key: str, pack: str, listed: Mapping[str, Any]
) -> str:
    """Write the recall key's signature into a pack's notices.toml; what to say of it.

    `listed` is its list as phones read it. OSError where the pack names another key.
    """
    if public_key(key) != recall_key:
        raise OSError("this is not the key that pack.toml names in recall_key")
    line = f'signature = "{signed(key, recall_message(pack, listed))}"\n'
    text = re.sub(r"(?m)^signature *=.*\n", "", file.read_text("utf-8"))
    at = re.search(r"(?m)^until *=.*\n", text)
    if at is None:
        raise OSError(f"{file} has no line until = …, after which the signature stands")
    file.write_text(text[: at.end()] + line + text[at.end() :], "utf-8")
    return f"signed list {listed['sequence']} of {pack}; publish it by `webref notices DIR`"
