"""Real webref processes for the browser tests: an edition built, a server started and stopped."""

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from datetime import date
from pathlib import Path
from typing import Any

from webref.outputs.offline import seal

STATIC = Path(__file__).parents[1] / "static"
WEBREF = Path(sys.executable).with_name("webref")
PACK = "baclofen"  # of those that come with webref
# Long enough for a machine that does much else at the same time.
START_WITHIN = 600
STOP_WITHIN = 60


def build(
    folder: Path, *arguments: str | Path, webref: Path = WEBREF, cwd: Path | None = None
) -> Path:
    """Write an edition to the folder with `webref build`; what it printed stands in a failure."""
    done = subprocess.run(
        [webref, "build", folder, "--pack", PACK, *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=cwd,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def listing(edition: Path) -> dict[str, Any]:
    """What edition.json holds."""
    listed = json.loads((edition / "edition.json").read_text())
    assert isinstance(listed, dict)
    return listed


def reseal(folder: Path) -> str:
    """Make an edition of a folder whose files were changed: list and workers anew; its digest."""
    listed = listing(folder)
    return seal(
        folder,
        STATIC,
        [file["url"] for file in listed["files"] if file["set"] == "boot"],
        pack=listed["pack"],
        version=listed["webref"],
        engine=listed["engine"],
        date=date.fromisoformat(listed["date"]),
        review_by=date.fromisoformat(listed["review_by"]),
        refuse_after=date.fromisoformat(listed["refuse_after"]),
    )


def free_port() -> int:
    """A port of this machine on which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Server:
    """`webref serve` on a port of its own, kept over a stop and a new start.

    Without an edition the server builds one itself before it serves.
    """

    def __init__(
        self, edition: Path | None, log: Path, webref: Path = WEBREF, cwd: Path | None = None
    ) -> None:
        self.command: list[str | Path] = [
            webref,
            "serve",
            *([edition] if edition else ["--pack", PACK]),
        ]
        self.cwd = cwd
        self.log = log
        self.port = free_port()
        self.url = f"http://localhost:{self.port}"
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it and return once it answers /healthz; its log stands in a failure."""
        command = [*self.command, "--port", str(self.port)]
        with self.log.open("ab") as log:
            # A session of its own, so that stop() reaches the workers too.
            self.process = subprocess.Popen(
                command,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                cwd=self.cwd,
            )
        deadline = time.monotonic() + START_WITHIN
        while not self.answers():
            assert self.process.poll() is None, self.log.read_text("utf-8")
            assert time.monotonic() < deadline, self.log.read_text("utf-8")
            time.sleep(0.05)

    def answers(self) -> bool:
        """Whether the server answers its health check."""
        try:
            with urllib.request.urlopen(f"{self.url}/healthz", timeout=5) as answer:
                return bool(answer.status == 200)
        except urllib.error.HTTPError as refusal:
            refusal.close()
            return False
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return False

    def stop(self) -> None:
        """Kill it with every worker, and return once its port refuses connections."""
        if self.process is None:
            return
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(STOP_WITHIN)
        self.process = None
        deadline = time.monotonic() + STOP_WITHIN
        while self.listens():
            assert time.monotonic() < deadline, f"port {self.port} is still served"
            time.sleep(0.02)

    def listens(self) -> bool:
        """Whether anything accepts connections on the port."""
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0
