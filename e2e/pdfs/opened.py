"""A printed document, opened and read."""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pikepdf


def least_size(file: Path) -> float:
    """The size in points of the smallest letters of a PDF, to a third of a point downwards."""
    told = subprocess.run(
        ["pdftohtml", "-xml", "-stdout", "-i", "-zoom", "3", file],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    return min(int(size) for size in re.findall(r'<fontspec id="\d+" size="(\d+)"', told)) / 3


@dataclass(frozen=True)
class Opened:
    """A document as made: its file, and its text page by page as it is laid out."""

    path: Path

    @property
    def name(self) -> str:
        """What its file is called, without the ending."""
        return self.path.stem

    @cached_property
    def pdf(self) -> pikepdf.Pdf:
        """The file as pikepdf reads it."""
        return pikepdf.open(self.path)

    @cached_property
    def pages(self) -> list[str]:
        """The text of each page as it is laid out, its spaces plain."""
        text = subprocess.run(
            ["pdftotext", "-layout", self.path, "-"], capture_output=True, text=True, check=True
        ).stdout
        return text.replace("\u00a0", " ").split("\f")[:-1]

    @cached_property
    def words(self) -> str:
        """All of its text as it was drawn, without a space: an address may go over lines."""
        text = subprocess.run(
            ["pdftotext", "-raw", self.path, "-"], capture_output=True, text=True, check=True
        ).stdout
        return "".join(text.split())

    @cached_property
    def lines(self) -> list[str]:
        """Each line of it, its words one space apart."""
        return [" ".join(line.split()) for page in self.pages for line in page.splitlines()]

    @cached_property
    def elements(self) -> list[pikepdf.Object]:
        """Every element of its structure, in reading order."""
        return list(below(self.pdf.Root.StructTreeRoot))


def destinations(pdf: pikepdf.Pdf) -> dict[str, pikepdf.Object]:
    """Every named place of the document."""
    if "/Names" not in pdf.Root or "/Dests" not in pdf.Root.Names:
        return {}
    names = pdf.Root.Names.Dests.Names
    return {str(names[at]): names[at + 1] for at in range(0, len(names), 2)}


def place_of(bookmark: pikepdf.OutlineItem) -> tuple[int, int]:
    """The number of the page to which a bookmark leads."""
    assert isinstance(bookmark.destination, pikepdf.Array)
    return bookmark.destination[0].objgen


def below(node: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """The elements of the structure below one."""
    kids = node.get("/K", pikepdf.Array())
    for kid in list(kids) if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from below(kid)
