"""Answers from the search index, in whole numbers; static/searcher.js answers alike."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from webref.content.wording.table import TABLE
from webref.dosing.words import filled
from webref.outputs.search_words import Data, Spelling, is_figure, slips_between

SearchResult = dict[int, int]  # entry number to what it counts
Phrase = tuple[str, ...]


@dataclass
class HitGroup:
    """A word or phrase of the question, with the entries that have it."""

    found: SearchResult = field(default_factory=dict)
    matched: set[str] = field(default_factory=set)
    weight: int = 0  # the fewer entries have it, the more


class Searcher:
    """Answers questions from an index."""

    def __init__(self, data: Data, said: Mapping[str, str] = TABLE) -> None:
        """Read the index as written by `build_index`; `said`: the sentences by id."""
        self.data = data
        self.said = said
        self.counts: dict[str, int] = data["counts"]
        self.spelling = Spelling(data["spelling"])
        self.stop = set(data["stop"].split())
        self.places: dict[str, SearchResult] = defaultdict(dict)
        self.leads = [
            (lead["entry"], self._stems(words)) for lead in data["leads"] for words in lead["words"]
        ]
        self.synonyms = [
            ([self._stems(words) for words in one["words"]], [m.split() for m in one["means"]])
            for one in data["synonyms"]
        ]
        self.lacking = [self._stems(words) for words in data["lacking"]]
        self.members = {
            (one["entry"], self._stems(" ".join(self.spelling.words(name)))): (name, one["where"])
            for one in data["members"]
            for name in one["words"]
        }
        for word, steps in zip(data["words"].split(), data["places"], strict=True):
            number = 0
            for step in steps:
                number += step
                self.places[word][number] = self.counts["hidden"]
        leading: set[str] = set()  # what a slip may have meant
        for number, entry in enumerate(data["entries"]):
            kind = data["kinds"][entry["kind"]]
            self._put(entry["says"], number, kind["said"])
            leading.update(self._put(entry["title"], number, kind["title"]))
        for lead in data["leads"]:
            for words in lead["words"]:
                leading.update(self._put(words, lead["entry"], self.counts["led"]))
        for one in data["synonyms"]:
            leading.update(word for words in one["words"] for word in words.split())
        self.words = sorted(self.places)
        self.kin: dict[str, list[str]] = defaultdict(list)
        for word in self.words:
            self.kin[self.spelling.stem(word)].append(word)
        self.named = {self.spelling.stem(word) for word in leading}
        self.likely: dict[str, list[str]] = defaultdict(list)
        for word in sorted(leading):
            self.likely[word[0]].append(word)
        self.compared = 0  # words compared letter by letter, ever

    def _stems(self, words: str) -> Phrase:
        return tuple(self.spelling.stem(word) for word in words.split())

    def _put(self, text: str, number: int, counts: int) -> list[str]:
        words = [word for word in self.spelling.words(text) if word not in self.stop]
        for word in words:
            self.places[word][number] = max(counts, self.places[word].get(number, 0))
        return words

    def ask(self, question: str) -> Data:
        """The context of templates/fragments/hits.mustache for what was typed."""
        typed = question[: self.counts["typed"]].strip(" ")
        pieces = [typed[begin:end] for begin, end in self.spelling.pieces(typed)]
        asked = [(word, piece) for piece in pieces if (word := self.spelling.fold(piece))]
        asked = [(word, piece) for word, piece in asked if word not in self.stop] or asked
        lacking = self._lacking([word for word, _ in asked])
        sought = [word for at, (word, _) in enumerate(asked) if at not in lacking]
        meant = self._meant(sought)
        used = [meant[word] for word in sought if meant[word]]
        every = [meant.get(word, word) for word in map(self.spelling.fold, pieces)]
        stems = {self.spelling.stem(word) for word in every}
        groups = [self._group(phrase, means) for phrase, means in self._phrases(used)]
        led = self._led(stems)
        ranked = self._rank(groups, led)
        if lacking:  # no page stands in for what the sources lack, but an emergency is shown
            ranked = [number for number in ranked if number in led and self._kind(number)["alarm"]]
        changed = [word for word in dict.fromkeys(sought) if meant[word] != word]
        instead = " ".join(used) if changed and ranked and not lacking else ""
        matched = {word for group in groups for word in group.matched}
        hits = [self._hit(number, matched, stems) for number in ranked[: self.counts["hits"]]]
        if lacking:
            words = " ".join(asked[at][1] for at in sorted(lacking))
            said = filled(self.said["search.lacking"], words=words)
        else:
            said = self._said(typed, len(ranked), changed)
        return {"said": said, "instead": instead, "is_found": bool(ranked), "hits": hits}

    def holds(self, phrase: str) -> bool:
        """Whether any entry has all the words of a phrase, or longer words that begin so."""
        words = [word for word in self.spelling.words(phrase) if word not in self.stop]
        return bool(self._all(words)[0])

    def _said(self, typed: str, count: int, changed: Sequence[str]) -> str:
        most = self.counts["hits"]
        if not typed:
            return ""
        if not count:
            return self.said["filter.nothing"]
        if changed:
            return filled(self.said["search.changed"], words=" ".join(changed))
        key = "search.found" if count <= most else "search.found-most"
        return filled(self.said[key], count=count, most=most)

    def _lacking(self, words: Sequence[str]) -> set[int]:
        """Places of the words of which no source speaks."""
        stems = self._stems(" ".join(words))
        return {
            at + n
            for phrase in self.lacking
            for at in range(len(stems))
            if stems[at : at + len(phrase)] == phrase
            for n in range(len(phrase))
        }

    def _meant(self, words: Sequence[str]) -> dict[str, str]:
        """Each word as it is, as it was meant where it looks like a slip, or "" if unknown."""
        left = self.counts["corrections"]
        meant = {}
        for word in words:
            meant[word] = word if self._is_known(word) else ""
            if not meant[word] and left and not is_figure(word):
                left -= 1
                meant[word] = self._nearest(word)
        return meant

    def _is_known(self, word: str) -> bool:
        return self.spelling.stem(word) in self.named or any(self._matching(word))

    def _nearest(self, word: str) -> str:
        """The leading word that begins alike and is one slip away; of several the most used."""
        least, stem = self.counts["slip"], self.spelling.stem(word)
        best = (1, "")  # a word of a synonym alone is used by no entry
        for other in self.likely[word[0]] if len(word) >= least else ():
            kin = self.spelling.stem(other)
            if len(other) >= least - 1 and abs(len(kin) - len(stem)) <= 1:
                self.compared += 1
                if slips_between(stem, kin) == 1:
                    best = min(best, (-len(self.places.get(other, ())), other))
        return best[1]

    def _phrases(self, words: Sequence[str]) -> Iterator[tuple[list[str], list[list[str]]]]:
        """The words one by one, or as the longest phrase that has synonyms, with those."""
        stems = self._stems(" ".join(words))
        at = 0
        while at < len(words):
            best = 1
            means: list[list[str]] = []
            for phrases, others in self.synonyms:
                for phrase in phrases:
                    if phrase and stems[at : at + len(phrase)] == phrase:
                        if len(phrase) > best:
                            best, means = len(phrase), []
                        if len(phrase) == best:
                            means = means + others
            yield list(words[at : at + best]), means
            at += best

    def _group(self, tokens: Sequence[str], means: Sequence[Sequence[str]]) -> HitGroup:
        """Entries that have all the tokens, or all of one meaning."""
        found, matched = self._all(tokens)
        for meaning in means:
            other, words = self._all(meaning)
            times, of = self.counts["meant"], self.counts["exact"]
            found = _larger(found, {n: counts * times // of for n, counts in other.items()})
            matched |= words
        share = len(self.data["entries"]) // max(1, len(found))
        return HitGroup(found, matched, max(1, share.bit_length()))

    def _all(self, tokens: Sequence[str]) -> tuple[SearchResult, set[str]]:
        """Entries that have every token, another form of it, or a longer word."""
        matched: set[str] = set()
        both: SearchResult | None = None
        for token in tokens:
            found: SearchResult = {}
            for word, times in self._matching(token):
                matched.add(word)
                for number, counts in self.places[word].items():
                    found[number] = max(found.get(number, 0), counts * times)
            both = (
                found if both is None else {n: min(both[n], found[n]) for n in both if n in found}
            )
        return both or {}, matched

    def _matching(self, token: str) -> Iterator[tuple[str, int]]:
        """The words of the index that a token stands for, and what each counts."""
        if token in self.places:
            yield token, self.counts["exact"]
        if is_figure(token):
            return
        stem = self.spelling.stem(token)
        kin = self.kin.get(stem, [])
        for word in kin:
            if word != token:
                yield word, self.counts["stem"]
        opening = stem if len(stem) > self.spelling.least and token == f"{stem}s" else token
        for at in range(bisect_left(self.words, opening), len(self.words) * (len(opening) > 1)):
            word = self.words[at]
            if not word.startswith(opening):
                return
            if word != token and word not in kin:
                yield word, self.counts["begun"]

    def _rank(self, groups: Sequence[HitGroup], led: Mapping[int, Phrase]) -> list[int]:
        """Entries that match more than half of what the best does, by what their words count.

        The phrase that leads to an entry lifts it and hides no other. A rejected claim is not
        measured against, and never comes first before another entry.
        """
        counts: dict[int, int] = defaultdict(int)
        covered: dict[int, int] = defaultdict(int)
        for group in groups:
            for number, n in group.found.items():
                counts[number] += n * group.weight
                covered[number] += group.weight
        sound = [n for number, n in covered.items() if not self._kind(number)["rejected"]]
        most = max(sound, default=0)
        for number, phrase in led.items():
            counts[number] += self.counts["phrase"] * len(phrase)
            covered[number] += self.counts["covered"] * len(phrase)

        def order(number: int) -> tuple[bool, int, int]:
            kind = self._kind(number)
            worth = counts[number] * covered[number] * (10 + kind["lift"])
            return not (kind["alarm"] and number in led), -worth, number

        best = sorted((n for n in covered if 2 * covered[n] > most), key=order)
        for at, number in enumerate(best):
            if not self._kind(number)["rejected"]:
                return [number, *best[:at], *best[at + 1 :]]
        return best

    def _led(self, stems: Collection[str]) -> dict[int, Phrase]:
        """The entries to which the words lead, each by its longest phrase of them."""
        found: dict[int, Phrase] = {}
        for number, phrase in self.leads:
            if len(phrase) > len(found.get(number, ())) and all(stem in stems for stem in phrase):
                found[number] = phrase
        return found

    def _kind(self, number: int) -> Data:
        kind: Data = self.data["kinds"][self.data["entries"][number]["kind"]]
        return kind

    def _hit(self, number: int, matched: Collection[str], stems: Collection[str]) -> Data:
        entry = self.data["entries"][number]
        kind = self._kind(number)
        notes = [
            filled(self.said["search.member"], name=name, where=where)
            for (row, phrase), (name, where) in self.members.items()
            if row == number and all(stem in stems for stem in phrase)
        ]
        return {
            "kind": kind["name"],
            "alarm": kind["alarm"],
            "url": entry["url"],
            "tags": [{"tag": tag} for tag in entry["tags"]],
            "title": self._marked(entry["title"], matched),
            "words": self._marked(entry["says"], matched),
            "notes": [{"note": note} for note in notes],
        }

    def _marked(self, text: str, matched: Collection[str]) -> list[Data]:
        """The text in pieces, those that are matched words marked."""
        pieces, after = [], 0
        for begin, end in self.spelling.pieces(text):
            if self.spelling.fold(text[begin:end]) in matched:
                pieces += [(text[after:begin], False), (text[begin:end], True)]
                after = end
        pieces.append((text[after:], False))
        return [{"text": piece, "hit": hit} for piece, hit in pieces if piece]


def _larger(one: SearchResult, other: Mapping[int, int]) -> SearchResult:
    return {n: max(one.get(n, 0), other.get(n, 0)) for n in {**one, **other}}
