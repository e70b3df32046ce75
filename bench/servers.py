"""The servers that are measured, each started on a port of its own with two workers."""

import contextlib
import getpass
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

START_WITHIN = 120

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
    command = [beside_python("webref"), "serve", str(edition), "--port", str(port)]
    with started("webref", command, port, work, edition) as server:
        yield server


@contextlib.contextmanager
def gunicorn(edition: Path, work: Path) -> Iterator[Running]:
    """The same application under gunicorn, with as many workers and threads as `webref serve`."""
    port = free_port()
    command = [beside_python("gunicorn"), "bench.wsgi", "--bind", f"127.0.0.1:{port}"]
    workers = ["--workers", "2", "--worker-class", "gthread", "--threads", "4"]
    with started("gunicorn", [*command, *workers], port, work, edition) as server:
        yield server


@contextlib.contextmanager
def waitress(edition: Path, work: Path) -> Iterator[Running]:
    """The same application under waitress, which has threads alone."""
    port = free_port()
    command = [beside_python("waitress-serve"), f"--listen=127.0.0.1:{port}", "--threads=8"]
    with started("waitress", [*command, "bench.wsgi:application"], port, work, edition) as server:
        yield server


@contextlib.contextmanager
def nginx(edition: Path, work: Path) -> Iterator[Running]:
    """nginx with the same files and as many workers, without TLS and without a log."""
    port = free_port()
    text = NGINX.format(user=getpass.getuser(), work=work, port=port, folder=edition.resolve())
    (work / "nginx.conf").write_text(text)
    binary = shutil.which("nginx") or "/usr/sbin/nginx"
    command = [binary, "-c", str(work / "nginx.conf")]
    with started("nginx", command, port, work, edition) as server:
        yield server


@contextlib.contextmanager
def started(
    name: str, command: list[str], port: int, work: Path, edition: Path
) -> Iterator[Running]:
    """A server process that serves the edition, killed with its workers afterwards."""
    environment = {**os.environ, "WEBREF_EDITION": str(edition.resolve())}
    with (work / f"{name}.log").open("wb") as log:
        process = subprocess.Popen(
            command, stdout=log, stderr=log, start_new_session=True, env=environment
        )
    deadline = time.monotonic() + START_WITHIN
    try:
        while not answers(port):
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


def beside_python(command: str) -> str:
    """A command of the environment that runs this."""
    return str(Path(sys.executable).with_name(command))


def answers(port: int) -> bool:
    """Whether the edition is served on the port."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/edition.json", timeout=1) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def free_port() -> int:
    """A port of this machine on which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
