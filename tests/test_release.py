"""The archive of an edition."""

import hashlib
import os
import tarfile

from e2e.offline.tiny import write_tiny
from tools import release
from webref.outputs.verify import verify_folder


def unpacked(root, number, built):
    """An edition that was built at a time, unpacked from its archive."""
    folder, out, host = (root / f"{name}{number}" for name in ("build", "dist", "host"))
    folder.mkdir()
    edition = write_tiny(folder, number)
    os.utime(folder / "edition.json", (built, built))
    release.main(str(folder), str(out))
    (archive,) = out.glob("*.gz")
    assert edition[:12] in archive.name
    digest = archive.with_suffix(".gz.sha256").read_text().split()[0]
    assert digest == hashlib.sha256(archive.read_bytes()).hexdigest()
    release.main(str(folder), str(out))
    assert digest in archive.with_suffix(".gz.sha256").read_text()
    with tarfile.open(archive) as tar:
        tar.extractall(host, filter="data")
    assert verify_folder(host).edition == edition
    return host


def test_a_host_that_answers_by_time_and_length_sees_another_file_in_a_later_edition(tmp_path):
    first, second = unpacked(tmp_path, 1, 1_790_000_000), unpacked(tmp_path, 2, 1_790_000_001)
    one, other = (host / "sw.js" for host in (first, second))
    assert one.read_bytes() != other.read_bytes()
    assert one.stat().st_size == other.stat().st_size
    assert other.stat().st_mtime == one.stat().st_mtime + 1
