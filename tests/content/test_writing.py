"""docs/writing-a-pack.md, followed line by line: its files written, its commands run."""

import contextlib
import re
import shlex
from pathlib import Path

import pytest

from webref.cli.command import main
from webref.web.edit import live

PAGE = Path(__file__).parents[2] / "docs/writing-a-pack.md"
FENCED = r"\n\n```\w+\n(?P<{0}>.*?)^```$"
STEPS = re.compile(
    r"^`(?P<file>[\w./-]+)`:" + FENCED.format("whole")
    + r"|^Add to `(?P<longer>[\w./-]+)`:" + FENCED.format("more")
    + r"|^Change `(?P<old>[^`]+)` to `(?P<new>[^`]+)` in `(?P<changed>[\w./-]+)`"
    + r"|^```console\n(?P<console>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)  # fmt: skip
MORE = "…"  # a line for lines that are not shown


def run(command, capfd):
    """What a command prints, both streams in one."""
    assert command[0] == "webref"
    capfd.readouterr()
    with contextlib.suppress(KeyboardInterrupt):  # as Ctrl-C ends a server
        main(command[1:])
    out, said = capfd.readouterr()
    return (said + out).replace("\u00a0", " ")


def follow(text, folder, ran):
    """Do each step of the page in its order; `ran` is told each command with what is shown."""
    for step in STEPS.finditer(text):
        if step["file"]:
            (folder / step["file"]).parent.mkdir(parents=True, exist_ok=True)
            (folder / step["file"]).write_text(step["whole"], encoding="utf-8")
        elif step["longer"]:
            with (folder / step["longer"]).open("a", encoding="utf-8") as file:
                file.write(step["more"])
        elif step["changed"]:
            file = folder / step["changed"]
            old, new = step["old"], step["new"]
            before = file.read_text(encoding="utf-8")
            assert before.count(old) == 1, f"{old} stands {before.count(old)} times in the file"
            file.write_text(before.replace(old, new), encoding="utf-8")
        else:
            for part in re.split(r"^\$ ", step["console"], flags=re.MULTILINE)[1:]:
                command, _, shown = part.partition("\n")
                ran(command, shown)


@pytest.fixture
def quiet(monkeypatch, tmp_path):
    """The folder that the page is followed in; a server ends as soon as it serves."""

    class Server:
        def serve_forever(self):
            raise KeyboardInterrupt

        def server_close(self):
            pass

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(live, "make_server", lambda *_, **__: Server())
    monkeypatch.setattr(live, "free_address", lambda *_: "127.0.0.1")
    return tmp_path


def test_the_page_followed_line_by_line_gives_what_it_shows(quiet, capfd):
    ran = []

    def compare(command, shown):
        pattern = re.escape(shown).replace(re.escape(f"{MORE}\n"), r"(?:.*\n)+")
        printed = run(shlex.split(command), capfd)
        assert re.fullmatch(pattern, printed), f"$ {command}\n{printed}"
        ran.append(shlex.split(command)[1])

    follow(PAGE.read_text(encoding="utf-8"), quiet, compare)
    assert {"check", "calc", "examples", "edit"} <= set(ran)


def test_every_block_of_the_page_is_a_step():
    text = PAGE.read_text(encoding="utf-8")
    fences = len(re.findall(r"^```\w+$", text, re.MULTILINE))
    assert fences == sum(not step["changed"] for step in STEPS.finditer(text))
