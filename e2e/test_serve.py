"""`webref serve` starts once, and says what keeps it from starting."""

import http.client
import json
import os
import shutil
import signal
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from e2e.running import WEBREF, Server, free_port, reseal
from e2e.signing.editions import write_edition
from tests.archetypes.packs import HERE, archetype
from webref.outputs.exchange import exchange
from webref.outputs.recall import replace_alone

PACK = HERE / "exampladder"  # small: what is asked here holds of a server of any pack


@pytest.fixture(scope="session")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An edition of the small pack; tests that alter files copy it first."""
    folder = tmp_path_factory.mktemp("small") / "edition"
    return write_edition(archetype(PACK.name), folder, None)


def made(edition: Path, log: Path) -> Server:
    """A server of an edition of the small pack, not started yet."""
    server = Server(edition, log)
    server.command += ["--pack", PACK]
    return server


@pytest.fixture(scope="module")
def running(edition: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that no test of this file stops."""
    server = made(edition, tmp_path_factory.mktemp("running") / "server.log")
    server.start()
    yield server
    server.stop()


@pytest.fixture
def server(edition: Path, tmp_path: Path) -> Iterator[Server]:
    """A server of one's own."""
    server = made(edition, tmp_path / "server.log")
    server.start()
    yield server
    server.stop()


def refusal(edition: Path, pack: Path, *arguments: str) -> str:
    done = subprocess.run(
        [WEBREF, "serve", edition, "--pack", pack, *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 1, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_a_taken_port_is_refused_in_one_line(running: Server, edition: Path) -> None:
    assert refusal(edition, PACK, "--port", str(running.port)) == (
        f"webref: cannot serve on port {running.port}: Address already in use\n"
    )


def test_its_port_is_free_again_once_it_stopped(server: Server) -> None:
    assert server.answers()
    server.stop()
    assert not server.answers()
    server.start()
    assert server.answers()


def workers(server: Server) -> set[int]:
    """The processes that answer for a server."""
    assert server.process
    pid = server.process.pid
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    # What Python starts to watch over processes answers nobody and is not replaced.
    return {
        int(child)
        for child in children
        if b"resource_tracker" not in Path(f"/proc/{child}/cmdline").read_bytes()
    }


def test_a_worker_that_dies_is_replaced(server: Server) -> None:
    before = workers(server)
    os.kill(min(before), signal.SIGKILL)
    deadline = time.monotonic() + 120
    while len(workers(server) - {min(before)}) < len(before) or not server.answers():
        assert time.monotonic() < deadline, server.log.read_text("utf-8")
        time.sleep(0.1)


def test_a_broken_pack_does_not_start(edition: Path, tmp_path: Path) -> None:
    told = refusal(edition, tmp_path)
    assert "Traceback" not in told
    assert told.startswith("pack.toml: ")


@pytest.fixture
def served(edition: Path, tmp_path: Path) -> Iterator[tuple[Server, Path]]:
    """A server of a folder of its own, and the folder."""
    folder = shutil.copytree(edition, tmp_path / "site")
    server = made(folder, tmp_path / "server.log")
    server.start()
    yield server, folder
    server.stop()


def get(server: Server, url: str) -> bytes:
    """What is answered, which urllib refuses where it is shorter than was promised."""
    with urllib.request.urlopen(server.url + url) as answer:
        return bytes(answer.read())


def write_another(edition: Path, folder: Path) -> str:
    """A copy of an edition with one longer page; which edition that makes."""
    shutil.copytree(edition, folder, ignore=shutil.ignore_patterns("*.br", "*.gz"))
    page = folder / "index.html"
    page.write_bytes(page.read_bytes() + b"<!-- longer -->" * 99)
    return reseal(folder)


def test_an_exchanged_folder_is_served_without_a_restart(
    served: tuple[Server, Path], tmp_path: Path
) -> None:
    server, folder = served
    before = json.loads(get(server, "/healthz"))["edition"]
    after = write_another(folder, tmp_path / "next")
    assert exchange(tmp_path / "next", folder)
    for _ in range(8):  # each of the workers answers some
        assert get(server, "/").endswith(b"<!-- longer -->")
        assert json.loads(get(server, "/healthz"))["edition"] == after != before


@pytest.mark.nightly
def test_a_link_that_leads_elsewhere_is_followed_without_a_restart(
    edition: Path, tmp_path: Path
) -> None:
    (tmp_path / "edition").symlink_to(edition)
    server = made(tmp_path / "edition", tmp_path / "server.log")
    server.start()
    after = write_another(edition, tmp_path / "2026-11-22")
    (tmp_path / "next").symlink_to("2026-11-22")
    (tmp_path / "next").replace(tmp_path / "edition")
    for _ in range(8):  # each of the workers answers some
        assert json.loads(get(server, "/healthz"))["edition"] == after
        assert get(server, "/").endswith(b"<!-- longer -->")
    server.stop()


def test_a_longer_notice_file_arrives_whole(served: tuple[Server, Path]) -> None:
    server, folder = served
    for length in (1, 9000, 10):
        replace_alone(folder, "/notices.json", b" " * length)
        for _ in range(4):
            assert len(get(server, "/notices.json")) == length


def alive(pid: int) -> bool:
    """Whether a process is there and is no zombie."""
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return False


def gone_within(pids: set[int], seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while any(alive(pid) for pid in pids):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


def test_a_killed_server_takes_its_workers_along(server: Server) -> None:
    assert server.process
    before = workers(server)
    server.process.kill()
    assert gone_within(before, 10)
    server.process.wait()
    server.start()
    assert server.answers()


def test_ctrl_c_which_reaches_every_process_ends_them_all(server: Server) -> None:
    assert server.process
    before = workers(server)
    os.killpg(server.process.pid, signal.SIGINT)
    server.process.wait(timeout=120)
    assert gone_within(before, 10)


@pytest.mark.parametrize(
    "after", [2.0, *(pytest.param(n, marks=pytest.mark.nightly) for n in (0.2, 0.6, 1.0, 1.4))]
)
def test_a_stop_at_any_moment_of_the_start_ends_every_process(
    built_edition: Path, tmp_path: Path, after: float
) -> None:
    port = free_port()
    with (tmp_path / "log").open("w") as log:
        process = subprocess.Popen(
            [WEBREF, "serve", built_edition, "--port", str(port)],
            stdout=log, stderr=log, start_new_session=True,
        )  # fmt: skip
    time.sleep(after)
    process.terminate()
    process.wait(timeout=120)
    group = subprocess.run(
        ["ps", "-o", "pid=", "-g", str(process.pid)], capture_output=True, text=True, check=False
    )
    assert gone_within({int(pid) for pid in group.stdout.split()}, 10)


def test_blanks_in_a_header_hold_nobody_up(running: Server) -> None:
    """Taken apart by the library beneath, forty thousand blanks take seconds; refused, nothing."""
    asked = urllib.request.Request(running.url, headers={"Accept": f"a{' ' * 40_000}b"})
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(asked, timeout=60)
    with refused.value as answer:
        assert answer.code == 431


@pytest.mark.parametrize(
    "address", ["//evil.example/", "/exampladder", "//exampladder/calculators/x/result?dose=500"]
)
def test_no_redirect_names_a_scheme_or_a_host(running: Server, address: str) -> None:
    connection = http.client.HTTPConnection(urlsplit(running.url).netloc, timeout=60)
    connection.request("GET", address, headers={"Host": "evil.example"})
    answer = connection.getresponse()
    led = answer.getheader("Location") or "/"
    assert led.startswith(("/", "exampladder")) and not led.startswith(("//", "/\\")), led
    connection.close()
    assert "evil" not in led
