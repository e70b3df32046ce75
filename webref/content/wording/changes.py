"""The sentences on what changed between two editions, and what each thing compared is called.

`python -m tools.write_tables` writes the page's copy of `CHANGES`, static/changes/words.js; the
names of aspects and kinds travel with the record of an edition.
"""

from collections.abc import Mapping

CHANGES: Mapping[str, str] = {
    "changes.within": "{outer}, {inner}",
    "changes.part": "{aspect} ({part})",
    "changes.became": "{name}: {aspect} was “{old}”, now “{new}”.",
    "changes.added": "{name}: {aspect} is new: “{new}”.",
    "changes.dropped": "{name}: {aspect} “{old}” is gone.",
    "changes.marks": "{name}: {aspect} has other sources, links or emphasis: “{old}”, now “{new}”.",
    "changes.new": "{name} is new: “{text}”.",
    "changes.new-bare": "{name} is new.",
    "changes.gone": "{name} is gone; it said “{text}”.",
    "changes.gone-bare": "{name} is gone.",
    "changes.order": "{name}: another order: {order}.",
    "changes.source": "Source: {source}.",
    "changes.engine": "The code that computes answers changed: webref {old}, now {new}.",
    "changes.file": "{address} changed, which nothing above explains.",
    "changes.file-new": "{address} is new.",
    "changes.file-gone": "{address} is gone.",
    "changes.clinical": "Figures, limits, steps, qualifiers",
    "changes.answers": "Worked examples that come out otherwise",
    "changes.wording": "Wording only",
    "changes.upkeep": "Names, dates, search",
    "changes.files": "Code and appearance",
    "changes.none": "Nothing that it says or computes has changed.",
}

_ASPECTS = """
about: what it says around it
action: what to do
address: address
answers: what it answers
applies: when it is asked
arithmetic: arithmetic
at: where it is drawn
atc: ATC code
audience: readers
basis: basis
body: text
by: by what it is converted
calendar: what it is called in a calendar
calculator: calculator for times
capped: what ends it early
card: card
carry: where the dose goes
case: case
caution: caution
cautious: more cautious reading
cells: cell
chart: bars
checker: checker
checks: what is ticked
cite: source
cites: sources
comes-out: what comes out
compared: when it was held against the label in force
compare: comparison of labels
conflict: row on which labels differ
copy: copy
date: date
dated: date of the label
depends: what it depends on
detail: detail
editor: editor
entry: entry it goes to
fact: figures
factor: factor
field: field it leads to
figure: figure
followed: whether it may be followed
go-on: how long it goes on
good-for: what it is good for
groups: what goes with it
heads: heads
hint: hint
inputs: entries
instruction: instruction
issuer: issuer
items: items
jurisdiction: jurisdiction
kind: kind
key: key
label: label
label-optional: whether a label must be followed
labels: labels
language: language
lead: lead
level: level
limits: limits that hold in it
lines: lines of the source
main: main answer
mark: mark
messages: warnings and stops
misread: marks that would be misread
middle: ways into the middle
most: most rows
n: number of patients
needed: how many signatures it takes
name: name
next: what follows
note: note
now: moment asked
op: sign
open: whether it is folded away
optional: whether it may be left empty
order: order
origin: origin
outcome: outcome
page: page
pages: pages concerned
passed: passed when
pitfalls: where it goes wrong
place: place in the source
places: decimals
point: point
population: patients
printed: unit printed
program: settings of the device
prompt: prompt
qualifier: qualifier
quantity: quantity
question: question
read-by-hand: figures read by hand
reason: reason
recall-key: key of the recalls
report-to: address for reports
refuse-after: day from which it refuses
review-by: review date
role: role
round: rounding
route: route
indications: indications
routes: routes
rxnorm: RxNorm code
said: what the row adds
search: words of search
sequence: number of the edition
sections: sections
set-id: set id of the label
settings: settings
short: short name
side: side
signing-roles: who may sign
source: source
start: start
stop: stop
summary: summary
tag: tag
text: words
tier: tier
timed: clock times
times: times
title: title
to: where it leads
turned: turned round
typed: entries alone
unii: UNII code
unit: unit
units: units
uses: pages that use it
value: formula or value
version: version
volume: volume
what-next: what follows
when: when it holds
why: reason
words: words
zero: whether zero is read
anchor: step it opens
adopted: adopted on
adopted-by: adopted by
"""
_KINDS = """
action: step of the card
branch: answer
calculator: Calculator
card: Card
carry: carried figure
check: check
column: column
constant: figure
dose: dose
example: worked example
fact: Fact
homegroup: group
guide: Guide
input: entry
key: key
label: label
lookup: table
lookuprow: row
middle: entry in the middle
namedfigure: figure
onward: dose carried on
option: choice
output: answer
pack: Reference
people: people who sign
person: person who signs
panel: panel
picture: picture
picturerow: line of the picture
scalerow: line of the scale
preset: product
program: settings
protocol: Protocol
protocolstep: step
scheduletable: schedule
section: Section
sheet: Sheet
sheetrow: row
signature: signature
source: Source
step: step
topic: topic
turn: conversion
walk: document
words: Words of the interface
"""


def _listed(prefix: str, text: str) -> dict[str, str]:
    pairs = (line.split(": ", 1) for line in text.strip().splitlines())
    return {f"{prefix}.{key}": words for key, words in pairs}


RECORDED: Mapping[str, str] = {
    "changes.called": "{kind} “{name}”",
    "changes.since": "{date}, since edition {edition}",
    # Words whose coming or going changes what a sentence holds for.
    "changes.qualifiers": "about all almost always any at avoid before best can cannot could do "
    "either every except few first from generally if least less likely many may might more most "
    "must never no none nor not often once one only or over possible possibly rarely reported "
    "several should some sometimes suggested than till to under unless until up usually very "
    "when where without",
    **_listed("aspect", _ASPECTS),
    **_listed("kind", _KINDS),
}
# Aspects that are words of a reader: a change is clinical where figures, sources or qualifiers of
# them change, and else one of wording.
_WORDS = (
    "about action answers arithmetic body caution cautious cells claim common detail drug_class "
    "effect good_for heads hint instruction issuer items lead name note pitfalls point prompt "
    "question rare reason said settings short summary system text title uncommon unknown what_next "
    "why"
)
# Aspects that change nothing that is read or computed at a bedside.
_UPKEEP = (
    "address atc audience chart checker compared copy date editor field groups lacking language "
    "lines mark means needed open page pages read_by_hand recall_key report_to review_by rxnorm "
    "search sections sequence set_id side signing_roles turned unii uses version words"
)
WEIGHTS: Mapping[str, str] = {
    **dict.fromkeys(_WORDS.split(), "wording"),
    **dict.fromkeys(_UPKEEP.split(), "upkeep"),
}
