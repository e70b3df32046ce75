"""A protocol of the tiny pack, with a tree in order, and what tests ask of it."""

from collections.abc import Mapping

from tests.content.tiny import TinyPack
from webref.content.protocols.model import Place, ProtocolStep

FILE = "protocols/walk.toml"
HEAD = """
title = "Walk"
summary = "One step at a time."
kind = "tree"
route = "oral"
population = "adult"
editor = "An editor"
checker = ""
review_by = 2027-05-22
"""
WALK = (
    HEAD
    + """
[[document]]
label = "us"

[[document.step]]
id = "ask"
title = "Ask"
question = "Which way?"
answers = [
    { text = "Left", note = "to the dose [@us-label: Dosage]", to = "dose" },
    { text = "Right", note = "to the end [@us-label: Dosage]", to = "end" },
]

[[document.step]]
id = "dose"
title = "Give it"
dose = { sum = ["start.us"], at = "strength.us" }
figures = [{ name = "Usual", text = "{start.us:usual}" }]
question = "And then?"
answers = [{ text = "Enough", note = "stay [@us-label: Dosage]", to = "end" }]

[[document.step]]
id = "end"
title = "The end"
text = "It is over [@us-label: Dosage]."
outcome = "go"
next = ["monograph/start"]
"""
)
STRENGTHS = """
[[fact]]
id = "strength.us"
text = "Strength."
value = 0.1
unit = "mg/mL"
population = "adult"
route = "any"
source = "us-label"
place = "Supply"

[[fact]]
id = "strength.odd"
text = "A strength that does not come out even."
value = 0.3
unit = "mg/mL"
population = "adult"
route = "any"
source = "us-label"
place = "Supply"

[[fact]]
id = "spinal.us"
text = "By another route."
value = 5
unit = "mcg"
population = "adult"
route = "intrathecal"
source = "us-label"
place = "Supply"

[[fact]]
id = "paper.dose"
text = "From a paper."
value = 5
unit = "mcg"
population = "adult"
route = "oral"
source = "paper"
place = "Abstract"
"""
PAPER = """
[[source]]
id = "paper"
title = "A paper"
short = "Paper"
issuer = "Journal"
jurisdiction = "none"
date = "2020"
tier = 2
audience = "professional"
good_for = "evidence"
copy = "003:1-9"
"""


def write_walk(pack: TinyPack) -> None:
    """Put the protocol into a tiny pack, with the facts and the paper that it names."""
    for file, more in (("facts/start.toml", STRENGTHS), ("sources.toml", PAPER)):
        pack.write(file, (pack.root / file).read_text(encoding="utf-8") + more)
    pack.write(FILE, WALK)


def wrong(pack: TinyPack) -> list[str]:
    """What is wrong with the protocol, place and message."""
    return [f"{one.place}: {one.message}" for one in pack.found() if one.file == FILE]


def steps(pack: TinyPack) -> Mapping[str, ProtocolStep]:
    """Every step of its one document."""
    (document,) = pack.site().protocols["walk"].walks
    return document.steps


def places(pack: TinyPack) -> tuple[Place, ...]:
    """Every place of it, in the order of the tree."""
    (document,) = pack.site().protocols["walk"].walks
    return document.places
