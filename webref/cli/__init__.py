"""The command line: parse, call, print, exit code."""

import os
import signal

INTERRUPTED = 130  # as a shell counts a command that Ctrl-C ended
STANDARD_ERROR = 2


def main() -> int:
    """The command as a shell starts it; what to return to the shell.

    Ctrl-C ends it with one line at any moment: while modules are imported, and after the command
    is done, there is nothing to tidy up, and in between the command does so.
    One that was started to run on through Ctrl-C goes on ignoring it.
    Before Python has come to this line, some hundredths of a second, the answer is its own.
    """
    heard = signal.getsignal(signal.SIGINT)
    outside = heard if heard == signal.SIG_IGN else _leave
    signal.signal(signal.SIGINT, outside)
    from webref.cli.command import main as run

    try:
        signal.signal(signal.SIGINT, heard)
        return run()
    except KeyboardInterrupt:
        return _leave()
    finally:
        signal.signal(signal.SIGINT, outside)


def _leave(*_: object) -> int:
    os.write(STANDARD_ERROR, b"webref: stopped\n")
    os._exit(INTERRUPTED)
