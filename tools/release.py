"""An edition as one archive, the same bytes from the same folder, with its SHA-256 beside it.

python -m tools.release build dist
"""

import gzip
import hashlib
import json
import sys
import tarfile
from pathlib import Path


def main(edition: str, out: str) -> None:
    """Pack the edition in the first folder into the second; OSError where it holds none."""
    folder = Path(edition)
    name = json.loads((folder / "edition.json").read_text("ascii"))["edition"][:12]
    archive = Path(out) / f"webref-edition-{name}.tar.gz"
    archive.parent.mkdir(parents=True, exist_ok=True)
    # Hosts tell browsers by time and length whether a file is another, so a later edition needs a
    # later time. Owners are of no edition.
    time = int((folder / "edition.json").stat().st_mtime)
    with (
        archive.open("wb") as file,
        gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0) as packed,
        tarfile.open(fileobj=packed, mode="w") as tar,
    ):
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            entry = tarfile.TarInfo(path.relative_to(folder).as_posix())
            entry.size = path.stat().st_size
            entry.mode, entry.mtime = 0o644, time
            with path.open("rb") as content:
                tar.addfile(entry, content)
    digest = hashlib.sha256(archive.read_bytes()).hexdigest()
    archive.with_suffix(".gz.sha256").write_text(f"{digest}  {archive.name}\n", "ascii")
    print(f"{archive}, SHA-256 {digest}")


if __name__ == "__main__":
    main(*sys.argv[1:])
