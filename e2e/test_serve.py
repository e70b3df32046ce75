"""`webref serve` starts once, and says what keeps it from starting."""

import os
import signal
import subprocess
import time
from pathlib import Path

from e2e.running import WEBREF, Server


def refusal(edition, *arguments):
    done = subprocess.run(
        [WEBREF, "serve", edition, *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )
    assert done.returncode == 1, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_a_taken_port_is_refused_in_one_line(server: Server, built_edition):
    assert refusal(built_edition, "--port", str(server.port)) == (
        f"webref: cannot serve on port {server.port}: Address already in use\n"
    )


def test_its_port_is_free_again_once_it_stopped(server: Server):
    assert server.answers()
    server.stop()
    assert not server.answers()
    server.start()
    assert server.answers()


def workers(server: Server) -> set[int]:
    """The processes that answer for a server."""
    assert server.process
    pid = server.process.pid
    return {int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()}


def test_a_worker_that_dies_is_replaced(server: Server):
    before = workers(server)
    os.kill(min(before), signal.SIGKILL)
    deadline = time.monotonic() + 30
    while len(workers(server) - {min(before)}) < len(before) or not server.answers():
        assert time.monotonic() < deadline, server.log.read_text("utf-8")
        time.sleep(0.1)


def test_a_broken_pack_does_not_start(built_edition, tmp_path):
    told = refusal(built_edition, "--pack", str(tmp_path))
    assert "Traceback" not in told
    assert told.startswith("pack.toml: ")
