"""Every sum that a printed document holds comes out as it is printed, its factors with it."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.dosing.reading import bare
from tests.packs import shipped
from webref.web.app import create_app
from webref.web.printed import A4, documents
from webref.web.sheets import texts

PACKS = Path(__file__).parents[2] / "content"
WORKED = re.compile("[0-9)%a-zA-Z] [\u00f7\u00d7+\u2212] [0-9(].* = [0-9]")
INLINE = {"span", "a", "b", "abbr", "strong", "em"}


class Lines(HTMLParser):
    """The words of each element that stands apart from what is around it."""

    def __init__(self):
        super().__init__()
        self.lines = [""]

    def handle_starttag(self, tag, attrs):
        if tag not in INLINE:
            self.lines.append("")

    def handle_endtag(self, tag):
        self.handle_starttag(tag, ())

    def handle_data(self, data):
        self.lines[-1] += data


def sums(html):
    """The sums of a document: figures with their signs, and what they come to."""
    lines = Lines()
    lines.feed(html[html.index("<body") :])
    for line in lines.lines:
        for said in re.split(r"; |: |, (?=[A-Za-z])", " ".join(line.split())):
            if WORKED.search(said):
                yield said.strip(" .()")


@pytest.mark.parametrize("pack", sorted(path.name for path in PACKS.iterdir() if path.is_dir()))
def test_every_sum_on_paper_comes_out_from_the_left(pack, root):
    site = shipped(pack)
    app = create_app(site, root, edition="3f9a1c2d" * 8)
    found = set()
    for document in documents(site):
        if document.paper is A4:
            for text in texts(app, site, document).values():
                found |= {(document.name, one) for one in sums(text)}
    for name, one in found:
        worked, *results = one.split(" = ")
        assert len(results) == 1, (name, one)
        assert bare(worked) == bare(results[0]), (name, one)
    doses = [
        step.dose.arithmetic.replace("\u00a0", " ").split("; ")
        for protocol in site.protocols.values()
        for walk in protocol.walks
        for step in walk.steps.values()
        if step.dose and step.dose.arithmetic
    ]
    assert {one for dose in doses for one in dose} <= {one for _, one in found}
    assert bool(doses) == (pack == "baclofen")
