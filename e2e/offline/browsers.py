"""A Chromium process of the test's own, with a profile that outlives it, to be killed at will."""

import os
import signal
import subprocess
import time
from pathlib import Path

from playwright.sync_api import BrowserContext, Playwright

from e2e.chromium import find_chromium

START_WITHIN = 60


class OwnBrowser:
    """Chromium over its debugging port, since a driven browser cannot be killed from a test."""

    def __init__(self, playwright: Playwright, profile: Path, arguments: list[str]) -> None:
        self.playwright = playwright
        self.profile = profile
        self.arguments = arguments
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> BrowserContext:
        """Start it, with whatever its profile holds from before."""
        port = self.profile / "DevToolsActivePort"
        port.unlink(missing_ok=True)
        self.process = subprocess.Popen(
            [
                find_chromium(whole=True),
                "--headless=new",
                "--remote-debugging-port=0",
                "--no-first-run",
                f"--user-data-dir={self.profile}",
                *self.arguments,
                "about:blank",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        deadline = time.monotonic() + START_WITHIN
        while not (port.exists() and port.read_text().count("\n") == 1):
            assert self.process.poll() is None, "chromium ended by itself"
            assert time.monotonic() < deadline, "chromium opened no port"
            time.sleep(0.05)
        number = port.read_text().splitlines()[0]
        browser = self.playwright.chromium.connect_over_cdp(f"http://127.0.0.1:{number}")
        return browser.contexts[0]

    def kill(self) -> None:
        """Kill it with all its processes, as a phone does that runs out of memory."""
        if self.process:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            self.process = None
