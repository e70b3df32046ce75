"""A stop reaches every process of the server, whatever it is doing when it comes."""

import os
import pty
import shlex
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from e2e.offline.tiny import write_tiny
from e2e.running import free_port

# Each worker waits, before it asks for its application, until its server's word has come.
EARLY = """
import signal, sys, time
from pathlib import Path
from granian.server import common, mp
from webref.web.files import unavailable
from webref.web.serve import edition_in, serve

words, tell = [], common.AbstractServer.signal_handler_interrupt
common.AbstractServer.signal_handler_interrupt = lambda self, *_: (words.append(1), tell(self))
begin = mp.configure_logging

def wait(*settings):
    print("started\\n", end="", flush=True)  # in one piece, beside that of another worker
    while not words and signal.SIGTERM not in signal.sigpending():
        time.sleep(0.01)
    begin(*settings)

mp.configure_logging = wait
folder = Path(sys.argv[1])
serve(edition_in(folder), lambda: unavailable, folder, "", "localhost", int(sys.argv[2]))
"""
PLAIN = """
import sys
from pathlib import Path
from webref.web.files import EditionFiles, unavailable
from webref.web.serve import edition_in, serve
folder = Path(sys.argv[1])
start = lambda: EditionFiles(unavailable, folder)
serve(edition_in(folder), start, folder, "", "localhost", int(sys.argv[2]))
"""
DEAF = """
import os, signal, time
from webref.web.process import hear_as_server, hold_signals

words = []
signal.signal(signal.SIGTERM, lambda *_: words.append(1))
ends = hold_signals()
os.kill(os.getpid(), signal.SIGTERM)
assert not words
hear_as_server(ends)
while len(words) < 2:
    time.sleep(0.01)
"""


def test_a_worker_hears_of_its_end_before_it_is_ready_to(tmp_path):
    write_tiny(tmp_path, 1)
    command = [sys.executable, "-c", EARLY, tmp_path, str(free_port())]
    with subprocess.Popen(command, stdout=-1, stderr=subprocess.STDOUT, text=True) as server:
        said = [server.stdout.readline() for _ in range(3)]
        server.send_signal(signal.SIGTERM)
        said += server.stdout.readlines()
    assert said.count("started\n") == 2
    assert not [line for line in said if "Killing" in line or "Traceback" in line], said
    assert server.returncode == 0


def test_a_server_that_did_not_look_is_told_again():
    subprocess.run([sys.executable, "-c", DEAF], check=True)


def answers(port):
    try:
        with urllib.request.urlopen(f"http://localhost:{port}/", timeout=5) as answer:
            return answer.status == 200
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return False


def alive(pid):
    """Whether a process is there and is no zombie."""
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return False


def wait(until):
    deadline = time.monotonic() + 120
    while not until():
        assert time.monotonic() < deadline
        time.sleep(0.05)


@pytest.fixture
def window(tmp_path):
    """A terminal whose shell starts a server of a tiny edition: what closes it, port, processes."""
    write_tiny(tmp_path, 1)
    running = set()

    def opened(*before):
        port = str(free_port())
        shell, terminal = pty.fork()
        if shell == 0:
            os.chdir(tmp_path.parent)  # nohup writes there what is said
            signal.signal(signal.SIGHUP, signal.SIG_DFL)  # whatever started these tests ignores
            line = shlex.join([*before, sys.executable, "-c", PLAIN, str(tmp_path), port])
            os.execv("/bin/sh", ["sh", "-c", f"{line}; exit"])
        wait(lambda: answers(port))
        listed = ["ps", "-o", "pid=", "-s", str(shell)]
        found = subprocess.run(listed, capture_output=True, text=True, check=True).stdout.split()
        running.update({int(pid) for pid in found} - {shell})

        def close():
            os.close(terminal)
            os.waitpid(shell, 0)

        return close, port, set(running)

    yield opened
    for pid in filter(alive, running):
        os.kill(pid, signal.SIGKILL)


def test_a_terminal_that_is_closed_ends_the_server_and_its_workers(window):
    close, port, processes = window()
    assert len(processes) > 2
    close()
    wait(lambda: not any(map(alive, processes)))
    assert not answers(port)


def test_a_server_behind_nohup_outlives_its_terminal(window):
    close, port, processes = window("nohup")
    close()
    time.sleep(1)  # in which another would have ended
    assert all(map(alive, processes))
    assert answers(port)
