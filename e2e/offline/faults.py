"""A server of one edition folder that can be told to fail: for tests alone."""

import contextlib
import re
import socket
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlsplit

from webref.outputs.headers import answer_headers, content_type

PORTAL = b"<!doctype html><title>Guest network</title><h1>Sign in to the guest network</h1>"

Fault = Callable[["Handler", bytes], None]


def wrong(handler: "Handler", body: bytes) -> None:
    """One byte of the body changed, everything else as it should be."""
    spoilt = bytearray(body)
    spoilt[len(spoilt) // 2] ^= 1
    handler.answer(200, bytes(spoilt))


def truncated(handler: "Handler", body: bytes) -> None:
    """Half the body under the whole length, then the connection closes."""
    handler.start(200, len(body))
    handler.wfile.write(body[: len(body) // 2])
    handler.close_connection = True


def cut(handler: "Handler", body: bytes) -> None:
    """Half the body under its own length: a copy that was cut on the server's disk."""
    handler.answer(200, body[: len(body) // 2])


def portal(handler: "Handler", body: bytes) -> None:
    """A captive portal: its own page, said to be fine."""
    handler.answer(200, PORTAL, "text/html; charset=utf-8")


def remembered(handler: "Handler", body: bytes) -> None:
    """A captive portal whose page the browser is told to keep for a day."""
    kept = {"Cache-Control": "max-age=86400", "Content-Type": "text/html; charset=utf-8"}
    handler.start(200, len(PORTAL), kept)
    handler.wfile.write(PORTAL)


def varying(handler: "Handler", body: bytes) -> None:
    """The right body, said to vary with everything, which a cache refuses to store."""
    handler.start(200, len(body), {"Vary": "*"})
    handler.wfile.write(body)


def broken(handler: "Handler", body: bytes) -> None:
    """A server error with a page."""
    handler.answer(500, b"<h1>Internal Server Error</h1>", "text/html; charset=utf-8")


def redirect_to(address: str) -> Fault:
    """A fault that sends the browser elsewhere."""

    def redirect(handler: "Handler", body: bytes) -> None:
        handler.start(302, 0, {"Location": address})

    return redirect


def drip(seconds: float) -> Fault:
    """A fault that takes so long over a body, in twenty drops."""

    def slowly(handler: "Handler", body: bytes) -> None:
        handler.start(200, len(body))
        step = max(1, len(body) // 20)
        for place in range(0, len(body), step):
            handler.wfile.write(body[place : place + step])
            time.sleep(seconds / 20)

    return slowly


def held(until: threading.Event) -> Fault:
    """A fault that answers as it should, but not before it is let go."""

    def wait(handler: "Handler", body: bytes) -> None:
        until.wait()
        handler.answer(200, body)

    return wait


def replaced(old: bytes, new: bytes) -> Fault:
    """A fault that changes words of the body."""

    def change(handler: "Handler", body: bytes) -> None:
        assert old in body, f"{old!r} does not stand in {handler.path}"
        handler.answer(200, body.replace(old, new))

    return change


class Handler(BaseHTTPRequestHandler):
    """Answers from the server's folder, through the fault that matches the address."""

    protocol_version = "HTTP/1.1"
    server: "FaultServer"

    def do_GET(self) -> None:
        """Serve a file, a live address with a stand-in, or 404; a fault comes first."""
        path = urlsplit(self.path).path
        by_worker = self.headers.get("Sec-Fetch-Dest") in ("empty", "serviceworker")
        if not self.server.admit(path, by_worker):
            self.close_connection = True
            self.connection.shutdown(socket.SHUT_RDWR)
            return
        file = self.server.folder / path.lstrip("/")
        if path.endswith("/"):
            file /= "index.html"
        body = file.read_bytes() if file.is_file() else None
        self.media = content_type(file.name) if body is not None else "text/html; charset=utf-8"
        fault = self.server.fault_for(path, by_worker)
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            if fault:
                fault(self, body or b"nothing here")
            elif body is not None:
                self.answer(200, body)
            elif path == "/search" or path.endswith("/result"):
                self.answer(200, b"<!doctype html><title>Live</title><h1>Live answer</h1>")
            else:
                self.answer(404, b"<h1>Not found</h1>")

    def answer(self, status: int, body: bytes, media: str | None = None) -> None:
        """A whole answer with the headers of the table."""
        self.start(status, len(body), {"Content-Type": media or self.media})
        self.wfile.write(body)
        self.server.sent += len(body)

    def start(self, status: int, length: int, headers: dict[str, str] | None = None) -> None:
        """The head of an answer."""
        self.send_response(status)
        for name, value in {
            "Content-Type": self.media,
            "Vary": "Webref-Fragment",
            **answer_headers(),
            **(headers or {}),
        }.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(length))
        self.end_headers()

    def log_message(self, *args: Any) -> None:
        """Say nothing; what was asked stands in the server's own list."""


class FaultServer(ThreadingHTTPServer):
    """One address for a test: its folder can be exchanged, its faults set, its socket closed."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.asked: list[str] = []
        self.sent = 0
        self._left: int | None = None
        self._left_for_worker = False
        self._faults: list[tuple[re.Pattern[str], Fault, bool]] = []
        self._open: set[socket.socket] = set()
        super().__init__(("127.0.0.1", 0), Handler)
        self.port = self.server_address[1]
        self.url = f"http://localhost:{self.port}"
        self._thread: threading.Thread | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.mend()
        self.stop()

    def start(self) -> None:
        """Listen, on the same port as before a stop."""
        if self.socket.fileno() == -1:
            self.socket = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            self.socket.bind(("127.0.0.1", self.port))
            self.server_activate()
        self._left = None
        self._thread = threading.Thread(target=self.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Close the listener and every open connection, as a killed process would."""
        if self._thread is None:
            return
        self.shutdown()
        self._thread.join()
        self._thread = None
        self.server_close()
        for connection in list(self._open):
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def stop_after(self, requests: int, *, worker_only: bool = False) -> None:
        """Answer so many more requests for files of the edition, then none, until restarted."""
        self._left = requests
        self._left_for_worker = worker_only

    def admit(self, path: str, by_worker: bool) -> bool:
        """Note the request, and whether it is still answered."""
        self.asked.append(path)
        if self._left is None or (self._left_for_worker and not by_worker):
            return True
        if path not in ("/sw.js", "/edition.json", "/notices.json"):
            self._left -= 1
        return self._left >= 0

    def fail(self, pattern: str, fault: Fault, *, worker_only: bool = False) -> None:
        """Answer the addresses that match the whole pattern through a fault; the first set wins.

        With `worker_only`, what a window loads for itself comes as it should.
        """
        self._faults.append((re.compile(pattern), fault, worker_only))

    def mend(self) -> None:
        """Forget every fault."""
        self._faults.clear()
        self._left = None

    def fault_for(self, path: str, by_worker: bool) -> Fault | None:
        """The fault for an address, if any."""
        for form, fault, worker_only in self._faults:
            if form.fullmatch(path) and (by_worker or not worker_only):
                return fault
        return None

    def process_request(self, request: Any, client_address: Any) -> None:
        """Remember the connection, so that a stop can close it."""
        self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        """Forget the connection as it closes."""
        self._open.discard(request)
        super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A connection that a fault or a stop broke is what was asked for."""
