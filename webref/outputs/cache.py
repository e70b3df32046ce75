"""Parts of the last build, each under the digest of all that it was made from."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

from webref.outputs.folder import files


def digest_of(*parts: str | bytes) -> str:
    """One SHA-256 over several parts, none of which can run into its neighbour."""
    whole = hashlib.sha256()
    for part in parts:
        body = part.encode() if isinstance(part, str) else part
        whole.update(f"{len(body)}:".encode() + body)
    return whole.hexdigest()


def parts_below(folder: Path) -> Iterator[str | bytes]:
    """The name and the bytes of every file below a folder, for a digest of all of them."""
    for path in files(folder):
        if path.suffix != ".pyc":
            yield path.relative_to(folder).as_posix()
            yield path.read_bytes()


class Cache:
    """A folder of parts; one that was cut short or altered counts as not there.

    Every part begins with its own digest, so that a kill or a power cut in the middle of writing
    costs the part and never spoils a build.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.used: set[str] = set()

    def get(self, key: str) -> bytes | None:
        """The part under a key, or nothing."""
        try:
            whole = (self.folder / key).read_bytes()
        except FileNotFoundError:
            return None
        digest, body = whole[:32], whole[32:]
        if hashlib.sha256(body).digest() != digest:
            return None
        self.used.add(key)
        return body

    def put(self, key: str, body: bytes) -> None:
        """Keep a part under its key."""
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / key).write_bytes(hashlib.sha256(body).digest() + body)
        self.used.add(key)

    def take(self, key: str, make: Callable[[], bytes]) -> bytes:
        """The part under a key, made and kept where it is not there."""
        body = self.get(key)
        if body is None:
            body = make()
            self.put(key, body)
        return body

    def prune(self) -> None:
        """Forget the parts that nothing has asked for."""
        for path in self.folder.glob("*"):
            if path.name not in self.used:
                path.unlink()
