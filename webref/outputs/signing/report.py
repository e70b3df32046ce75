"""Who signed an edition, in words, for `webref verify` and `webref sign`."""

import hashlib
import json
from pathlib import Path

from webref.content.site import ROOT
from webref.outputs.folder import LIST, NOTICES, PEOPLE, SIGNATURES, below
from webref.outputs.library import ID, PACKS
from webref.outputs.signing.people import Carried, read_people
from webref.outputs.signing.recalls import is_signed
from webref.outputs.signing.signatures import Examined, Signatures, examine, read_signatures
from webref.outputs.verify import ReadBytes

_DOUBTED = "  recalls: there is no list that the recall key signed"
_OTHER = "not by enough of the people known before, and its own people are others"
_OWN = (
    "The keys are the edition's own: compare them with those published elsewhere, or name the "
    "people.json of an edition that you trust by --people."
)


def known_people(file: Path) -> Carried:
    """The people of an edition trusted before; OSError where the file says none."""
    try:
        return read_people(file.read_bytes())
    except ValueError as error:
        raise OSError(f"{file}: {error}") from None


def signed_by(read: ReadBytes, known: Carried | None = None) -> tuple[str, bool]:
    """What to say of the signatures of an edition, or of each of a library; whether they suffice.

    Its files must have been verified: nothing is hashed here but the list. A pack that nobody
    signs suffices, and is said to be unsigned, unless people are known that should have signed.
    OSError where these are of another pack.
    """
    listing = json.loads(read(LIST))
    packs = {listing.get("pack", ""): ROOT}
    if ID in packs:
        packs = {row["id"]: f"/{row['id']}/" for row in json.loads(read(PACKS))["packs"]}
    if known and known.pack not in packs:
        raise OSError(f"the people named by --people sign the pack {known.pack}, which is not here")
    told = [
        _of_pack(read, pack, base, known if known and known.pack == pack else None)
        for pack, base in packs.items()
    ]
    return "\n".join(text for text, _ in told), all(is_enough for _, is_enough in told)


def _of_pack(read: ReadBytes, pack: str, base: str, known: Carried | None) -> tuple[str, bool]:
    text = read(below(base, LIST))
    listing = json.loads(text)
    if below(base, PEOPLE) not in {file["url"] for file in listing["files"]}:
        told = f"{pack}: unsigned, since the pack lists nobody who signs it"
        return (f"{told}, and the edition known before did" if known else told), known is None
    carried = read_people(read(below(base, PEOPLE)))
    found, trouble = _signatures(read, base)
    digest = hashlib.sha256(text).hexdigest()
    examined = examine(carried, listing["edition"], digest, found, known)
    recalls = _recalls(read, pack, base, carried)
    lines = [*words_of(carried, examined, known), *trouble, *recalls, *([] if known else [_OWN])]
    return "\n".join(lines), examined.state == "signed" and _DOUBTED not in recalls


def _recalls(read: ReadBytes, pack: str, base: str, carried: Carried) -> list[str]:
    """Whether the recall key signed the list of recalls beside the edition."""
    if not carried.people.recall_key:
        return []
    try:
        file = json.loads(read(NOTICES))
        listed = file if base == ROOT else file["packs"][pack]
        if is_signed(carried.people.recall_key, pack, listed):
            return [f"  recalls: list {listed['sequence']} is signed by the recall key"]
    except (OSError, ValueError, TypeError, KeyError):
        pass
    return [_DOUBTED]


def _signatures(read: ReadBytes, base: str) -> tuple[Signatures | None, list[str]]:
    try:
        return read_signatures(read(below(base, SIGNATURES))), []
    except OSError:
        return None, []
    except ValueError as error:
        return None, [f"  {error}: nothing in it counts"]


def words_of(carried: Carried, examined: Examined, known: Carried | None = None) -> list[str]:
    """Who signed an edition and who has not, a line for each."""
    count = sum(bool(date) for _, date in examined.signed)
    of = f"{count} of the {carried.people.needed} needed have signed"
    verdict = {
        "signed": f"signed, {of}",
        "few": f"not signed by enough: {of}",
        "older": f"older than the edition {known.sequence if known else 0} known before; {of}",
        "other": f"not signed by enough: {_OTHER}",
    }[examined.state]
    lines = [f"{carried.pack}, number {carried.sequence}: {verdict}"]
    lines += [
        f"  {person.name}, {person.role}, key {person.key}: {date or 'has not signed'}"
        for person, date in examined.signed
    ]
    if examined.wrong:
        lines.append(f"  {examined.wrong} more signatures prove nothing of this edition")
    return lines
