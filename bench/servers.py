"""The two servers that are measured, each started on a port of its own."""

import contextlib
import getpass
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

START_WITHIN = 30

NGINX = """
user {user};
worker_processes 2;
pid {work}/nginx.pid;
error_log {work}/error.log crit;
daemon off;
events {{ worker_connections 1024; }}
http {{
    access_log off;
    include /etc/nginx/mime.types;
    sendfile on;
    server {{
        listen 127.0.0.1:{port};
        root {folder};
        index index.html;
        gzip_static on;
    }}
}}
"""


@dataclass(frozen=True)
class Running:
    """A server that answers."""

    name: str
    url: str
    pid: int


@contextlib.contextmanager
def webref(edition: Path, work: Path) -> Iterator[Running]:
    """`webref serve` of an edition."""
    port = free_port()
    command = [str(Path(sys.executable).with_name("webref")), "serve", str(edition)]
    with started("webref", [*command, "--port", str(port)], port, work) as server:
        yield server


@contextlib.contextmanager
def nginx(edition: Path, work: Path) -> Iterator[Running]:
    """nginx with the same files and as many workers, without TLS and without a log."""
    port = free_port()
    text = NGINX.format(user=getpass.getuser(), work=work, port=port, folder=edition.resolve())
    (work / "nginx.conf").write_text(text)
    binary = shutil.which("nginx") or "/usr/sbin/nginx"
    with started("nginx", [binary, "-c", str(work / "nginx.conf")], port, work) as server:
        yield server


@contextlib.contextmanager
def started(name: str, command: list[str], port: int, work: Path) -> Iterator[Running]:
    """A server process that listens on the port, killed with its workers afterwards."""
    with (work / f"{name}.log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, start_new_session=True)
    deadline = time.monotonic() + START_WITHIN
    try:
        while not listens(port):
            if process.poll() is not None or time.monotonic() > deadline:
                raise SystemExit(
                    f"bench: {name} did not start\n{(work / f'{name}.log').read_text()}"
                )
            time.sleep(0.05)
        yield Running(name, f"http://127.0.0.1:{port}", process.pid)
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        process.wait()


def listens(port: int) -> bool:
    """Whether anything accepts connections on the port."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def free_port() -> int:
    """A port of this machine on which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
