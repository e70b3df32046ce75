"""Where words stand on the printed pages."""

import re
import subprocess

from e2e.pdfs.opened import Opened, least_size

BOUND = 56  # points, 20 mm: where holes are punched nothing is printed, on any document
MARGIN = 28  # points, 10 mm, at the right
EDGE = 14  # points, 5 mm: a printer leaves that much white at the top and the foot


def test_no_text_is_clipped_or_printed_over_another(opened: dict[str, Opened]) -> None:
    word = re.compile(
        r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<'
    )
    for one in opened.values():
        boxes = subprocess.run(
            ["pdftotext", "-bbox", one.path, "-"], capture_output=True, text=True, check=True
        ).stdout.split("<page ")[1:]
        for page, box in zip(one.pdf.pages, boxes, strict=True):
            _, _, width, height = map(float, page.mediabox)
            words = sorted(
                (float(found[1]), float(found[2]), float(found[3]), float(found[4]), found[5])
                for found in word.finditer(box)
            )
            for at, (left, top, right, bottom, text) in enumerate(words):
                inside = left >= BOUND and right <= width - MARGIN
                inside = inside and top >= EDGE and bottom <= height - EDGE
                assert inside, (one.name, text)
                for other in words[at + 1 :]:
                    if other[0] >= right:
                        break
                    wide = min(right, other[2]) - other[0]
                    high = min(bottom, other[3]) - max(top, other[1])
                    assert wide < 1.5 or high < 0.4 * (bottom - top), (one.name, text, other[4])


def test_the_steps_of_an_emergency_are_numbered_inside_its_box(
    opened: dict[str, Opened],
) -> None:
    boxes = subprocess.run(
        ["pdftotext", "-bbox", "-f", "1", "-l", "1", opened["quick-reference"].path, "-"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    words = [
        (float(left), float(top), word)
        for left, top, word in re.findall(r'xMin="(.+?)" yMin="(.+?)".*?>(.*?)</word>', boxes)
    ]
    place = {word: (left, top) for left, top, word in words}
    heads = sorted([place["Withdrawal"], place["Overdose,"]])
    (_, top), (_, bottom) = heads[0], place["Test"]
    numbers = [left for left, y, word in words if top < y < bottom and re.fullmatch(r"\d\.", word)]
    assert len(numbers) == 10
    # A number begins no further left than the heading of its own box.
    assert {round(left) for left in numbers} == {round(left) for left, _ in heads}


def test_nothing_is_printed_smaller_than_8_pt(opened: dict[str, Opened]) -> None:
    for one in opened.values():
        assert least_size(one.path) >= 8, one.name
