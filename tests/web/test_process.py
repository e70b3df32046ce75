"""A stop reaches every process of the server, whatever it is doing when it comes."""

import signal
import subprocess
import sys

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
    print("started", flush=True)
    while not words and signal.SIGTERM not in signal.sigpending():
        time.sleep(0.01)
    begin(*settings)

mp.configure_logging = wait
folder = Path(sys.argv[1])
serve(edition_in(folder), lambda: unavailable, folder, "", "localhost", int(sys.argv[2]))
"""
DEAF = """
import os, signal, time
from webref.web.process import hear_as_server, hold_signals

words = []
signal.signal(signal.SIGTERM, lambda *_: words.append(1))
hold_signals()
os.kill(os.getpid(), signal.SIGTERM)
assert not words
hear_as_server()
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
