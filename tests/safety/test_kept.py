"""Nothing of a patient is kept on the device: what a script may store is one list, in one place."""

import re

from tests.safety.hazards import ROOT

STATIC = ROOT / "static"
SCRIPTS = {
    path.relative_to(STATIC).as_posix(): path.read_text("utf-8")
    for path in STATIC.rglob("*.js")
    if "vendor" not in path.parts
}
WRITES = re.compile(r"localStorage\.(?:setItem|removeItem|clear)|localStorage\[")
ELSEWHERE = re.compile(r"sessionStorage|indexedDB|document\.cookie")


def test_one_script_writes_to_what_a_browser_keeps_and_one_renames_it_for_a_library():
    writing = {name for name, text in SCRIPTS.items() if WRITES.search(text)}
    assert writing == {"offline/memory.js", "offline/before.js"}
    assert not [name for name, text in SCRIPTS.items() if ELSEWHERE.search(text)]


def test_of_what_is_entered_the_label_followed_is_remembered_and_nothing_else():
    forms = {name: text for name, text in SCRIPTS.items() if name.startswith("form/")}
    kept = {name: re.findall(r"(?<!\w)remember\((.*)\)", text) for name, text in forms.items()}
    assert {name: calls for name, calls in kept.items() if calls} == {
        "form/label.js": ["remembered(), label"]
    }
    keeping = [
        line.strip() for line in "".join(SCRIPTS.values()).split("\n") if "label.keep(" in line
    ]
    assert keeping == ['if (control.name === "label") label.keep(control.value);']
