"""Writes what is made from docs/safety/hazards.toml: `python -m tools.hazards`.

The log of docs/safety-case.md, and docs/safety/hazards.csv for a hospital's own register.
"""

import csv
import io
import re
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
FILE = ROOT / "docs/safety/hazards.toml"
PAGE = ROOT / "docs/safety-case.md"
TABLE = ROOT / "docs/safety/hazards.csv"
_LISTED = re.compile(r"(<!-- hazards -->\n).*?(?=<!-- /hazards -->)", re.DOTALL)
HEAD = ("Id", "Hazard", "Cause", "Severity", "Control", "Tests", "Left", "Why")


def hazards() -> list[dict[str, Any]]:
    """The hazards of the log, in order."""
    rows: list[dict[str, Any]] = tomllib.loads(FILE.read_text("utf-8"))["hazard"]
    return rows


def page(text: str) -> str:
    """The text of docs/safety-case.md with its log as it is now."""
    return _LISTED.sub(lambda found: found[1] + _log(), text)


def _log() -> str:
    lines = [
        "| Id | Hazard and cause | Severity | Controls, and the tests that prove them | Left |"
    ]
    lines.append("|---|---|---|---|---|")
    for one in hazards():
        controls = " ".join(map(_control, one["control"]))
        left = one["left"] + (f": {one['why']}" if one.get("why") else "")
        told = f"{one['title']}. {one['cause']}"
        lines.append(f"| {one['id']} | {told} | {one['severity']} | {controls} | {left} |")
    return "\n".join(lines) + "\n"


def _control(control: dict[str, Any]) -> str:
    """A control with the files of its tests, whose names stand in the log itself."""
    files = ", ".join(f"`{test.partition('::')[0]}`" for test in control["tests"])
    return f"{control['says']} ({files})"


def table() -> str:
    """The log as CSV, a line for each control."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEAD)
    for one in hazards():
        for control in one["control"]:
            writer.writerow([
                one["id"], one["title"], one["cause"], one["severity"], control["says"],
                " ".join(control["tests"]), one["left"], one.get("why", ""),
            ])  # fmt: skip
    return out.getvalue()


def main() -> None:
    """Write both."""
    PAGE.write_text(page(PAGE.read_text("utf-8")), "utf-8")
    TABLE.write_text(table(), "utf-8")


if __name__ == "__main__":
    main()
