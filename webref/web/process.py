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


def hear_the_server_alone() -> None:
    """Make this process a worker that ends when its server says so, at any moment of its start.

    Ctrl-C, which a terminal sends to every process, is left to the server: a worker that hears of
    its end twice never ends by itself. What it took over from the server would hear of it and do
    nothing, until the worker is ready.
    """
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
