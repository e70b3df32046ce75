"""A calculator file of the tiny pack, of which every part is used."""

from tests.content.tiny import TinyPack

FILE = "calculators/volume.toml"

HEAD = """
title = "Volume to give"
short = "Volume"
answers = "What to draw up for the first dose."
route = "oral"
labels = ["us", "ca"]
basis = "label"
about = "Each label names a first dose: {start.us} or {start.ca}."
editor = "An editor"
checker = ""
review_by = 2027-05-22

[facts]
us_dose = "start.us"
ca_low = "start.ca:1"
seen = "trial.largest"

[constants]
slip = { value = "1000", unit = "", reason = "mg taken for mcg" }

[[input]]
id = "dose"
name = "Dose"
kind = "quantity"
units = ["mcg", "mg"]
presets = [{ name = "First", value = "50", unit = "mcg", fact = "start.us" }]

[[input]]
id = "strength"
name = "Strength"
note = "on the bottle"
kind = "quantity"
units = ["mcg/mL", "mg/mL"]
depends = ["dose", "label"]

[[input]]
id = "age"
name = "Patient"
kind = "choice"
options = [{ id = "adult", name = "Adult" }, { id = "child", name = "Child" }]
optional = true

[[step]]
id = "first"
name = "First dose"
value = "us_dose if label == 'us' else ca_low"
unit = "mcg"

[[check]]
id = "slip"
level = "stop"
when = "dose * slip < us_dose"
title = "Below {us_dose}"
text = "You typed {dose}."
cites = ["start.us"]

[[check]]
id = "above"
level = "warn"
when = "dose > seen"
title = "Above what was tried"
text = "At most {seen} was given; the first dose is {first}."
cites = ["@ca-label: Dosage", "trial.largest"]

[[output]]
id = "volume"
name = "Volume"
value = "dose / strength"
unit = "mL"
main = true

[[output]]
id = "share"
name = "Share"
value = "dose / first"
unit = ""

[[table]]
id = "days"
name = "By day"
most = 3
start = { left = "dose" }
next = { left = "left - first" }
while = "left > 0"
chart = "left"
columns = [
    { id = "day", name = "Day", value = "n + 1" },
    { id = "left", name = "Left", value = "left", unit = "mcg" },
]
"""

# Doses in mcg at 100 mcg/mL, and the volume worked out by hand.
WORKED = {10: "0.1", 20: "0.2", 25: "0.25", 30: "0.3", 40: "0.4", 50: "0.5", 60: "0.6", 75: "0.75"}
WORKED |= {80: "0.8", 90: "0.9"}


def example(dose: int, volume: str) -> str:
    """A worked example of a dose in mcg, and the volume in mL that it comes to."""
    return f"""
[[example]]
name = "{dose}"
inputs = {{ label = "us", dose = "{dose} mcg", strength = "100 mcg/mL" }}
status = "{"warn" if dose > 80 else "ok"}"
outputs = {{ volume = "{volume} mL" }}
checks = [{'"above"' if dose > 80 else ""}]
source = "US label: Dosage"
"""


TRIAL = """
[[source]]
id = "paper"
title = "A trial of examplin"
short = "Trial"
issuer = "Authors"
jurisdiction = "none"
date = "2019"
tier = 2
audience = "professional"
good_for = "what was tried"
copy = "003:1-9"
"""

TRIED = """
[[fact]]
id = "trial.largest"
text = "Most that was given."
value = 80
unit = "mcg"
more.doses = { value = 3, unit = "drops" }
population = "adult"
route = "oral"
source = "paper"
place = "Results"
"""


def write_volume(pack: TinyPack) -> None:
    """Put the calculator into a tiny pack, with the trial that it cites."""
    for file, more in (("sources.toml", TRIAL), ("facts/start.toml", TRIED)):
        pack.write(file, (pack.root / file).read_text(encoding="utf-8") + more)
    pack.write(FILE, HEAD + "".join(example(*pair) for pair in WORKED.items()))
