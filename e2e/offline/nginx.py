"""Debian's nginx with the configuration that the build writes: for tests alone."""

import base64
import getpass
import hashlib
import shutil
import socket
import subprocess
import time
from pathlib import Path

from e2e.running import free_port
from webref.outputs.nginx import Host, nginx_site

MAIN = """
user {user};
pid {work}/nginx.pid;
error_log {work}/main.log;
daemon off;
events {{ worker_connections 1024; }}
http {{
    client_body_temp_path {work}/body;
    proxy_temp_path {work}/proxy;
    fastcgi_temp_path {work}/fastcgi;
    uwsgi_temp_path {work}/uwsgi;
    scgi_temp_path {work}/scgi;
    include {work}/site.conf;
}}
"""
START_WITHIN = 60


class Nginx:
    """One edition over TLS on a port of its own, with a certificate of its own."""

    def __init__(self, edition: Path, work: Path, pages: dict[str, str], serve: int = 0) -> None:
        self.edition = edition
        self.work = work
        self.port = free_port()
        self.url = f"https://localhost:{self.port}"
        self.log = work / "webref.log"
        self.process: subprocess.Popen[bytes] | None = None
        certificate, key = work / "certificate.pem", work / "key.pem"
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
             "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost",
             "-keyout", key, "-out", certificate],
            check=True, capture_output=True,
        )  # fmt: skip
        host = Host("localhost", certificate, key, self.port, free_port())
        site = nginx_site(edition, host, pages, serve)
        (work / "site.conf").write_text(site.replace("/var/log/nginx", str(work)))
        (work / "nginx.conf").write_text(MAIN.format(work=work, user=getpass.getuser()))

    def fingerprint(self) -> str:
        """The digest of the certificate's public key, as Chromium takes it."""
        key = subprocess.run(
            ["openssl", "rsa", "-in", self.work / "key.pem", "-pubout", "-outform", "der"],
            check=True,
            capture_output=True,
        ).stdout
        return base64.b64encode(hashlib.sha256(key).digest()).decode()

    def start(self) -> None:
        """Start it and return once it accepts connections."""
        nginx = shutil.which("nginx") or "/usr/sbin/nginx"
        self.process = subprocess.Popen([nginx, "-c", self.work / "nginx.conf", "-p", self.work])
        deadline = time.monotonic() + START_WITHIN
        while not self.listens():
            assert self.process.poll() is None, "nginx refused its configuration"
            assert time.monotonic() < deadline, "nginx does not listen"
            time.sleep(0.02)

    def listens(self) -> bool:
        """Whether anything accepts connections on the port."""
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def stop(self) -> None:
        """Stop it, workers included."""
        if self.process:
            self.process.terminate()
            self.process.wait()
            self.process = None
