"""A tiny pack about an invented drug, written to a folder and then bent by a test."""

from datetime import date
from pathlib import Path

from webref.content.load import load_site, read_site
from webref.content.site import Site
from webref.errors import Problem

TODAY = date(2026, 11, 22)

WRITTEN = """editor = "An editor"
checker = ""
review_by = 2027-05-22
"""

FILES = {
    "pack.toml": """
id = "examplin"
title = "Examplin"
summary = "An invented drug."
date = 2026-11-22
review_by = 2027-05-22
refuse_after = 2027-11-22
language = "en"
editor = "An editor"
signed = []
routes = ["oral", "intrathecal"]
format = 2

[[label]]
id = "us"
tag = "US"
name = "United States"
source = "us-label"
dated = "2018"
followed = true

[[label]]
id = "ca"
tag = "CA"
name = "Canada"
source = "ca-label"
dated = "undated"
followed = true

[[topic]]
id = "dosing"
title = "Dosing"
sections = ["start"]

[[home]]
title = "Read"
keys = [{ page = "monograph/start", name = "Start", hint = "first dose" }]
""",
    "sources.toml": """
[[source]]
id = "us-label"
title = "Examplin label"
short = "US label"
issuer = "Maker"
jurisdiction = "us"
date = "2018"
tier = 1
audience = "professional"
good_for = "everything"
copy = "000:1-9"

[[source]]
id = "ca-label"
title = "Examplin monograph"
short = "Canadian monograph"
issuer = "Maker"
jurisdiction = "ca"
date = "undated"
tier = 1
audience = "professional"
good_for = "everything"
copy = "001:1-9"

[[source]]
id = "web-page"
title = "A page"
short = "Web page"
issuer = "Nobody"
jurisdiction = "none"
date = "undated"
tier = 4
audience = "public"
good_for = "nothing"
copy = "002:1-9"
""",
    "facts/start.toml": WRITTEN
    + """
[[fact]]
id = "start.us"
text = "First dose."
value = 50
unit = "mcg"
more.volume = { value = 0.5, unit = "mL" }
more.usual = { low = 30, high = 80, unit = "mcg" }
population = "adult"
route = "oral"
source = "us-label"
place = "Dosage"
lines = "000:3-4"
conflict = "D01"

[[fact]]
id = "start.ca"
text = "First dose."
values = [25, 50]
unit = "mcg"
join = "or"
population = "adult"
route = "oral"
source = "ca-label"
place = "Dosage"
lines = "001:3"
conflict = "D01"

[[fact]]
id = "signs"
text = "It makes drowsy."
population = "adult"
route = "any"
source = "ca-label"
place = "Warnings"
lines = "001:7"
""".replace('"signs"', '"warning.signs"'),
    "monograph/start.md": """+++
title = "First dose"
summary = "How much to give first."
route = "oral"
population = "adult"
labels = ["us", "ca"]
uses = []
figures = "facts"
"""
    + WRITTEN
    + """+++

Give {start.us}. [@us-label: Dosage]
""",
    "emergency/overdose.md": """+++
title = "Overdose"
summary = "What to do now."
route = "any"
population = "adult"
labels = ["us"]
uses = []
figures = "facts"
short = "Overdose"
hint = "Drowsy"
mark = "full"
lead = "There is no antidote."
"""
    + WRITTEN
    + """+++

1. **Call for help** At once. [@fact:warning.signs]

Watch closely. [@ca-label: Warnings]
""",
    "differences.toml": """
[[difference]]
id = "D01"
point = "First dose"
cells = [
    { label = "us", text = "{start.us}." },
    { label = "ca", text = "{start.ca}." },
]
cautious = "The smaller, {start.ca:1}."
pages = ["monograph/start"]
""",
}


class TinyPack:
    """A pack folder that loads as it stands."""

    def __init__(self, root: Path) -> None:
        self.root = root
        for file, text in FILES.items():
            self.write(file, text)

    def write(self, file: str, text: str) -> None:
        path = self.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def replace(self, file: str, old: str, new: str) -> None:
        text = (self.root / file).read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {file}"
        self.write(file, text.replace(old, new))

    def body(self, text: str) -> None:
        """Put another body into the one section."""
        head = FILES["monograph/start.md"].rpartition("+++\n")[0]
        self.write("monograph/start.md", f"{head}+++\n{text}\n\nGive {{start.us}}.\n")

    def site(self) -> Site:
        return load_site(self.root, TODAY)

    def found(self) -> list[Problem]:
        return read_site(self.root, TODAY)[1]

    def problems(self) -> list[str]:
        return [str(problem) for problem in self.found()]
