"""`webref edit` in a browser: a save shows, and a mistake is told where it was made."""

import signal
import subprocess
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from e2e.running import START_WITHIN, STOP_WITHIN, WEBREF, free_port

SECTION = "monograph/first-dose.md"
BEGIN = ("--title", "Examplin", "--routes", "oral", "--label", "New Zealand, NZ",
         "--source", "Examplin data sheet", "--editor", "A. Writer")  # fmt: skip


class Editor:
    """`webref edit` of a pack that `webref new` began, and what its terminal says."""

    def __init__(self, folder: Path) -> None:
        self.pack, self.log = folder / "pack", folder / "terminal.log"
        subprocess.run([WEBREF, "new", self.pack, *BEGIN], check=True, timeout=START_WITHIN)
        port = free_port()
        self.url = f"http://localhost:{port}"
        with self.log.open("wb") as log:
            command: list[str | Path] = [WEBREF, "edit", self.pack, "--port", str(port)]
            # A shell's job in the background is started deaf to Ctrl-C.
            self.process = subprocess.Popen(
                command,
                stdout=log,
                stderr=subprocess.STDOUT,
                preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
            )
        while "editing" not in self.said():
            assert self.process.poll() is None, self.said()

    def said(self) -> str:
        """What stands in the terminal."""
        return self.log.read_text("utf-8")

    def replace(self, old: str, new: str) -> None:
        """Save the section with other words."""
        file = self.pack / SECTION
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new), "utf-8")


@pytest.fixture
def editor(tmp_path: Path) -> Iterator[Editor]:
    editor = Editor(tmp_path)
    yield editor
    editor.process.kill()
    editor.process.wait(STOP_WITHIN)


def test_a_page_follows_each_save_with_its_problems_in_the_terminal_too(
    editor: Editor, page: Page
) -> None:
    refused = []
    page.on("console", lambda said: refused.append(said.text) if "Policy" in said.text else None)
    page.goto(f"{editor.url}/examplin/monograph/first-dose/")
    expect(page.locator("main")).to_contain_text("Example paragraph")
    editor.replace("Example paragraph", "Another paragraph")
    expect(page.locator("main")).to_contain_text("Another paragraph")
    editor.replace("{first.small}", "{first.smal}")
    expect(page.locator("h1")).to_have_text("This pack does not load")
    said = "there is no fact first.smal; did you mean first.small?"
    expect(page.locator(".edit-problems")).to_contain_text(said)
    assert f"{SECTION}: line 13: {said}" in editor.said()
    editor.replace("{first.smal}", "{first.small}")
    expect(page.locator("main")).to_contain_text("Another paragraph")
    assert not refused


def test_ctrl_c_ends_it_and_logs_nothing_of_what_was_asked(editor: Editor) -> None:
    with urllib.request.urlopen(f"{editor.url}/search?q=secret") as answer:
        assert answer.status == 200
    editor.process.send_signal(signal.SIGINT)
    assert editor.process.wait(STOP_WITHIN) == 0
    assert "secret" not in editor.said()
    assert "Traceback" not in editor.said()
