"""Processes of the server that end together."""

import ctypes
import os
import signal

_LIBC = ctypes.CDLL(None, use_errno=True)
_PARENT_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG of Linux


def end_with_parent(parent: int) -> None:
    """Have this process killed as soon as its parent, of this number, is gone.

    A worker that outlived its server would hold the port and could no longer be stopped by it.
    Systems other than Linux have no such signal; there nothing is done.
    """
    if hasattr(_LIBC, "prctl"):
        _LIBC.prctl(_PARENT_DEATH_SIGNAL, signal.SIGKILL)
        if os.getppid() != parent:  # it went before the signal was asked for
            os._exit(1)
