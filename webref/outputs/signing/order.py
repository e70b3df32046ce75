"""The number of an edition, which rises, and the signatures that stay with the same edition."""

from pathlib import Path

from webref.outputs.folder import LIST, SIGNATURES, below, file_at, listing_of, put
from webref.outputs.signing.signatures import Signatures, read_signatures


def refuse_lower(folder: Path, base: str, sequence: int | None) -> None:
    """OSError where an edition would have a lower number than the one that stands in a folder."""
    if not file_at(folder, below(base, LIST)).is_file():
        return
    there = listing_of(folder, base).get("sequence", 0)
    if there > (sequence or 0):
        raise OSError(
            f"the edition in {folder} has the number {there}, and phones would call this one "
            f"older. In pack.toml, write sequence = {there + 1}"
        )


def keep_signatures(folder: Path, new: Path, base: str) -> None:
    """Put a folder's signatures beside a new edition that is the same one.

    OSError where the new one has the number of another edition that is signed.
    """
    found = signatures_in(folder, base)
    if found is None or not found.signatures:
        return
    there, made = listing_of(folder, base), listing_of(new, base)
    if made["edition"] == there["edition"] == found.edition:
        body = file_at(folder, below(base, SIGNATURES)).read_bytes()
        put(new, below(base, SIGNATURES), body)
    elif made.get("sequence") == there.get("sequence"):
        raise OSError(
            f"the edition {there['sequence']} in {folder} is signed, and this is another one. "
            f"In pack.toml, write sequence = {there['sequence'] + 1}"
        )


def signatures_in(folder: Path, base: str) -> Signatures | None:
    """The signatures that stand in a folder; None where there are none, or in another form."""
    try:
        return read_signatures(file_at(folder, below(base, SIGNATURES)).read_bytes())
    except (OSError, ValueError):
        return None
