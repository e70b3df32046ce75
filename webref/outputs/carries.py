"""The figures that the page of a calculator may take along, and those that it may be given."""

import json

from webref.content.calculators.carries import Carry
from webref.content.site import Site

GIVEN = "given"  # what a protocol calls the dose that was given last


def carries_text(site: Site, name: str) -> str:
    """What goes out of a calculator and comes into it, as JSON for a script element; or nothing."""
    every = [carry for guide in site.guides.values() for carry in guide.carries]
    out = [_out(site, carry) for carry in every if carry.origin == name and _stands(site, carry)]
    into = [_into(site, carry) for carry in every if carry.to == name] + _given(site, name)
    if not out and not into:
        return ""
    tags = {label.id: label.tag for label in site.pack.labels.values()}
    data = {"pack": site.pack.id, "tags": tags, "out": out, "into": into}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c")


def _stands(site: Site, carry: Carry) -> bool:
    return carry.to in site.calculators


def _out(site: Site, carry: Carry) -> dict[str, object]:
    return {
        "figure": carry.figure,
        "typed": carry.typed,
        "title": site.calculators[carry.to].title,
        "address": site.url(f"calculators/{carry.to}"),
        "groups": carry.groups,
    }


def _given(site: Site, name: str) -> list[dict[str, object]]:
    """What comes into a calculator from protocols: the dose that was given last on the way."""
    found = {
        (protocol.id, one.entry): protocol.title
        for protocol in site.protocols.values()
        for walk in protocol.walks
        for step in walk.steps.values()
        for one in step.carry
        if one.to == name
    }
    return [
        {"from": origin, "title": title, "figure": GIVEN, "entry": entry, "groups": []}
        for (origin, entry), title in found.items()
    ]


def _into(site: Site, carry: Carry) -> dict[str, object]:
    return {
        "from": carry.origin,
        "title": site.calculators[carry.origin].title,
        "figure": carry.figure,
        "entry": carry.entry,
        "groups": carry.groups,
    }
