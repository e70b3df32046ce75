"""The search index, and answers from it in whole numbers; static/search.js answers alike."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from webref.content.site import Site
from webref.outputs.search_entries import KINDS, list_entries

MOST = 20  # hits shown
QUERY_MOST = 80  # characters of a question that are read

HIDDEN = 1  # what a word counts that is searched and not shown
EXACT, MEANT, BEGUN = 10, 3, 4  # the word itself, a synonym of it, a longer word that begins so

# Words that say nothing about what is sought.
STOP_WORDS = (
    "a an and are as at be been but by can do does for from had has have how i if in into is it "
    "its may my no nor not of on or so than that the their them then there these they this to "
    "was were what when where which while who why will with"
)

_WORD = re.compile(r"[a-z0-9]+(?:\.[0-9]+)?")
_SHOWN_WORD = re.compile(r"[A-Za-z0-9]+(?:\.[0-9]+)?")

Data = dict[str, Any]
Found = dict[int, int]  # entry number to what it counts


def words_of(text: str) -> list[str]:
    """The words of a text in lower case, ASCII letters and figures only; micro signs are mc."""
    return _WORD.findall(text.lower().replace("µ", "mc").replace("μ", "mc"))


def telling(text: str, stop: Collection[str]) -> list[str]:
    """The words of a text that say something; all of them where none does."""
    words = words_of(text)
    return [word for word in words if word not in stop] or words


def build_index(site: Site, template: str) -> Data:
    """The index as plain data, with the hits' template, ready to be written as JSON.

    Words that an entry shows are not listed again: whoever loads the index reads them there.
    """
    stop = set(STOP_WORDS.split())
    kinds = list(KINDS)
    entries, hidden = [], defaultdict(list)
    for number, entry in enumerate(list_entries(site)):
        entries.append([kinds.index(entry.kind), entry.title, entry.url, entry.says, entry.tags])
        kind = KINDS[entry.kind]
        shown = set(words_of(f"{entry.title * bool(kind.title)} {entry.says * bool(kind.said)}"))
        for word in sorted(set(words_of(entry.words)) - shown - stop):
            hidden[word].append(number)
    return {
        "about": site.pack.title,
        "kinds": [
            [kind.name, kind.lift, kind.several or kind.lift, kind.title, kind.said, kind.alarm]
            for kind in KINDS.values()
        ],
        "entries": entries,
        "words": " ".join(sorted(hidden)),
        # Steps from one entry number to the next, which are small and compress well.
        "places": [_steps(hidden[word]) for word in sorted(hidden)],
        "synonyms": [
            [[telling(word, stop) for word in phrases] for phrases in (one.words, one.means)]
            for one in site.synonyms
        ],
        "stop": STOP_WORDS,
        "template": template,
    }


def _steps(numbers: Sequence[int]) -> list[int]:
    return [after - before for before, after in zip((0, *numbers), numbers, strict=False)]


class Searcher:
    """Answers questions from an index."""

    def __init__(self, data: Data) -> None:
        """Read the index as written by `build_index`."""
        self.data = data
        self.stop = set(data["stop"].split())
        self.places: dict[str, Found] = defaultdict(dict)
        for word, steps in zip(data["words"].split(), data["places"], strict=True):
            number = 0
            for step in steps:
                number += step
                self.places[word][number] = HIDDEN
        for number, (kind, title, _, says, _) in enumerate(data["entries"]):
            _, _, _, in_title, in_says, _ = data["kinds"][kind]
            for text, counts in ((says, in_says), (title, in_title)):
                for word in words_of(text) if counts else ():
                    if word not in self.stop:
                        self.places[word][number] = counts
        self.words = sorted(self.places)

    def ask(self, question: str) -> Data:
        """The context of templates/fragments/hits.mustache for what was typed."""
        typed = question[:QUERY_MOST].strip(" ")
        sought = telling(typed, self.stop)
        groups = [self._group(tokens, means) for tokens, means in self._phrases(sought)]
        ranked = self._rank([found for found, _, _ in groups], len(words_of(typed)) > 1)
        matched = {word for _, words, _ in groups for word in words}
        corrected = {old: new for _, _, changes in groups for old, new in changes.items()}
        return {
            "said": self._said(typed, sought, len(ranked), corrected),
            "instead": " ".join(corrected.get(word, word) for word in sought) if corrected else "",
            "is_found": bool(ranked),
            "hits": [self._hit(number, matched) for number in ranked[:MOST]],
        }

    def _said(self, typed: str, sought: list[str], count: int, corrected: Mapping[str, str]) -> str:
        if not typed:
            return ""
        if not count:
            return f"Nothing for “{typed}”. This reference holds {self.data['about']} only."
        if corrected:
            missing = " ".join(word for word in sought if word in corrected)
            return f"No page has “{missing}”."
        return f"{count} found" if count <= MOST else f"{count} found, the first {MOST} shown"

    def _phrases(self, sought: Sequence[str]) -> Iterator[tuple[list[str], list[list[str]]]]:
        """The words one by one, or as the longest phrase that has synonyms, with those."""
        at = 0
        while at < len(sought):
            best = 1
            means: list[list[str]] = []
            for phrases, others in self.data["synonyms"]:
                for phrase in phrases:
                    if phrase and list(sought[at : at + len(phrase)]) == phrase:
                        if len(phrase) > best:
                            best, means = len(phrase), []
                        if len(phrase) == best:
                            means = means + others
            yield list(sought[at : at + best]), means
            at += best

    def _group(
        self, tokens: list[str], means: list[list[str]]
    ) -> tuple[Found, set[str], dict[str, str]]:
        """Entries that have all the tokens or all of one meaning; words matched; corrections."""
        found, matched = self._all(tokens, EXACT)
        for meaning in means:
            other, words = self._all(meaning, MEANT)
            found, matched = _larger(found, other), matched | words
        if found or len(tokens) > 1:
            return found, matched, {}
        nearest = self._nearest(tokens[0])
        if not nearest:
            return {}, set(), {}
        found, matched = self._all([nearest], EXACT)
        return found, matched, {tokens[0]: nearest}

    def _all(self, tokens: Sequence[str], exact: int) -> tuple[Found, set[str]]:
        """Entries that have every token or a longer word that begins with it."""
        matched: set[str] = set()
        both: Found | None = None
        for token in tokens:
            found: Found = {}
            for word in self._beginning(token):
                matched.add(word)
                counts = exact if word == token else BEGUN
                places = {number: n * counts for number, n in self.places[word].items()}
                found = _larger(found, places)
            both = (
                found if both is None else {n: min(both[n], found[n]) for n in both if n in found}
            )
        return both or {}, matched

    def _beginning(self, token: str) -> Iterable[str]:
        if len(token) < 2:
            return [token] if token in self.places else []
        return [word for word in self.words if word.startswith(token)]

    def _nearest(self, token: str) -> str:
        """The word one slip away, or two in a long one; of several the most used."""
        slips = 0 if len(token) < 4 else 1 if len(token) < 6 else 2
        best = (slips + 1, 0, "")
        for word in self.words:
            if abs(len(word) - len(token)) <= slips and not word[0].isdigit():
                distance = slips_between(token, word)
                if distance <= slips:
                    best = min(best, (distance, -len(self.places[word]), word))
        return best[2]

    def _rank(self, groups: Sequence[Found], several: bool) -> list[int]:
        """Entries that match the most groups, by what their words count."""
        matches: dict[int, int] = defaultdict(int)
        counts: dict[int, int] = defaultdict(int)
        for found in groups:
            for number, n in found.items():
                matches[number] += 1
                counts[number] += n
        most = max(matches.values(), default=0)
        lifts = [10 + kind[2 if several else 1] for kind in self.data["kinds"]]
        best = [number for number, n in matches.items() if n == most]
        return sorted(best, key=lambda n: (-counts[n] * lifts[self.data["entries"][n][0]], n))

    def _hit(self, number: int, matched: set[str]) -> Data:
        kind, title, url, says, tags = self.data["entries"][number]
        name, *_, alarm = self.data["kinds"][kind]
        return {
            "kind": name,
            "alarm": alarm,
            "url": url,
            "tags": [{"tag": tag} for tag in tags],
            "title": _marked(title, matched),
            "words": _marked(says, matched),
        }


def _larger(one: Found, other: Found) -> Found:
    return {n: max(one.get(n, 0), other.get(n, 0)) for n in {**one, **other}}


def _marked(text: str, matched: set[str]) -> list[Data]:
    """The text in pieces, those that are matched words marked."""
    pieces, end = [], 0
    for match in _SHOWN_WORD.finditer(text):
        if match[0].lower() in matched:
            pieces += [(text[end : match.start()], False), (match[0], True)]
            end = match.end()
    pieces.append((text[end:], False))
    return [{"text": piece, "hit": hit} for piece, hit in pieces if piece]


def slips_between(one: str, other: str) -> int:
    """How many letters are wrong, missing, added or swapped with their neighbour."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        last, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]
