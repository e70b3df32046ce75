"""Processes of the server that end together."""

import ctypes
import os
import signal
import threading
import time
from collections.abc import Collection

_LIBC = ctypes.CDLL(None, use_errno=True)
_PARENT_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG of Linux

# A terminal that is closed says SIGHUP, by which granian would start its workers anew.
ENDS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
AGAIN = 1.0  # seconds between two words of the end to a server


def end_with_parent(parent: int) -> None:
    """Have this process killed as soon as its parent, of this number, is gone.

    A worker that outlived its server would hold the port and could no longer be stopped by it.
    Systems other than Linux have no such signal; there nothing is done.
    """
    if hasattr(_LIBC, "prctl"):
        _LIBC.prctl(_PARENT_DEATH_SIGNAL, signal.SIGKILL)
        if os.getppid() != parent:  # it went before the signal was asked for
            os._exit(1)


def hold_signals() -> Collection[signal.Signals]:
    """Keep every word of an end waiting, in this process and those that it starts, until heard.

    What reaches a process that is not ready for it would be lost otherwise: in a worker that has
    just been started, and in any thread at the moment at which it begins to wait.
    Returned are the words to hear: not that of a closed terminal where `nohup` has it ignored.
    """
    outlives = signal.getsignal(signal.SIGHUP) == signal.SIG_IGN
    signal.pthread_sigmask(signal.SIG_BLOCK, ENDS)
    return set(ENDS) - {signal.SIGHUP} if outlives else set(ENDS)


def hear_as_server(ends: Collection[signal.Signals]) -> None:
    """From now on have the server's own handler called, by a thread and again until it ends.

    The first word may come while the server, replacing a worker, does not look for one.
    """
    end = signal.getsignal(signal.SIGTERM)
    assert callable(end)

    def hear() -> None:
        number = signal.sigwait(ends)
        while True:
            end(number, None)
            time.sleep(AGAIN)

    threading.Thread(target=hear, daemon=True).start()


def hear_as_worker() -> None:
    """From now on end this process when its server says so: by its own handler once it has one.

    Ctrl-C and a closed terminal, which reach every process, are left to the server, whose word is
    passed on once: a worker that hears of its end again and again never ends by itself.
    """
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # not the server's, which came along

    def hear() -> None:
        number = signal.sigwait({signal.SIGTERM})
        end = signal.getsignal(number)
        if callable(end):
            end(number, None)
        else:
            os._exit(0)

    threading.Thread(target=hear, daemon=True).start()
