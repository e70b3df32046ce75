"""A folder made beside and exchanged whole: at every moment the old one stands, or the new one."""

import contextlib
import ctypes
import errno
import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

_LIBC = ctypes.CDLL(None, use_errno=True)
_HERE, _EXCHANGE = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of Linux
# What a kernel or a file system says that knows no exchange.
_UNKNOWN = {errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP, errno.EXDEV}


@dataclass(frozen=True)
class Bench:
    """The place beside a folder where its next content is made, and its last one is kept."""

    folder: Path

    @property
    def place(self) -> Path:
        """The place itself; it must lie on the same file system as the folder."""
        return self.folder.parent / f".{self.folder.name}.webref"

    @property
    def next(self) -> Path:
        """What is being made."""
        return self.place / "next"

    @property
    def last(self) -> Path:
        """What stood in the folder before the last exchange."""
        return self.place / "last"

    @property
    def cache(self) -> Path:
        """Parts of the last build by the digest of what they were made from."""
        return self.place / "cache"

    @contextlib.contextmanager
    def held(self, wait: Callable[[], None]) -> Iterator[None]:
        """Hold the folder against every other build; `wait` is called once where one is under way.

        A process that is killed lets go. An exchange that was cut short is undone.
        """
        self.place.mkdir(parents=True, exist_ok=True)
        with (self.place / "lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                wait()
                fcntl.flock(lock, fcntl.LOCK_EX)
            if not self.folder.exists() and self.last.exists():
                self.last.rename(self.folder)
            yield

    def publish(self, keep: bool = True) -> None:
        """Put what was made in the folder's place; what stood there becomes the last one.

        Not where `keep` is false, as of the same once more: what stood before it is of more use.
        It is on the disk before anything is renamed, so that a power cut leaves one of the two.
        """
        sync(self.next)
        if self.folder.exists() and any(self.folder.iterdir()):
            swap(self.next, self.folder, self.last, keep)
        else:
            self.next.rename(self.folder)
        sync(self.folder.parent)

    def go_back(self) -> None:
        """Exchange the folder for the last one; OSError where none was kept."""
        if not self.last.is_dir():
            raise OSError(f"no earlier edition of {self.folder} was kept beside it")
        shutil.rmtree(self.next, ignore_errors=True)
        self.last.rename(self.next)
        self.publish()


def swap(new: Path, folder: Path, last: Path, keep: bool = True) -> None:
    """Exchange two folders in one step, then name the one that stood there `last`, or drop it.

    A file system that cannot do it in one step gets two renames, between which the folder is
    missing; whoever holds the bench next undoes that, so there what stood there is always kept.
    """
    if exchange(new, folder):
        shutil.rmtree(last if keep else new, ignore_errors=True)
        if keep:
            new.rename(last)
        return
    shutil.rmtree(last, ignore_errors=True)
    folder.rename(last)
    new.rename(folder)


def exchange(one: Path, other: Path) -> bool:
    """Exchange two folders' names in one step; whether that is possible here."""
    try:
        rename = _LIBC.renameat2
    except AttributeError:
        return False
    if rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in _UNKNOWN:
        return False
    raise OSError(code, os.strerror(code), str(other))


def sync(folder: Path) -> None:
    """Return once everything on the folder's file system is on its disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        if not hasattr(_LIBC, "syncfs"):
            os.sync()
        elif _LIBC.syncfs(handle) != 0:
            code = ctypes.get_errno()
            raise OSError(code, os.strerror(code), str(folder))
    finally:
        os.close(handle)
