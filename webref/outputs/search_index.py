"""The search index: what search.json holds, all that both sides need to find and to rank."""

from collections import defaultdict
from collections.abc import Collection, Iterator

from webref.content.kinds import HITS
from webref.content.site import Site
from webref.content.tables import interactions
from webref.outputs.search_entries import SearchEntry, list_entries
from webref.outputs.search_words import Data, Spelling, spelling

COUNTS = {
    "hits": 20,  # shown
    "typed": 80,  # characters of a question that are read
    "hidden": 1,  # what a word counts that is searched and not shown
    "led": 5,  # a word that leads to the entry
    "exact": 10,  # times that for the word itself
    "stem": 9,  # another form of it
    "begun": 4,  # a longer word that begins so
    "meant": 5,  # a synonym of it
    "phrase": 80,  # for all the words of a phrase that leads there, each
    "covered": 3,  # for the same, in how much of the question is matched
    "slip": 7,  # letters from which on a word is corrected by one slip
    "corrections": 3,  # words of a question that are corrected
}


def telling(words: list[str], stop: Collection[str]) -> list[str]:
    """The words that say something; all of them where none does."""
    return [word for word in words if word not in stop] or words


def build_index(site: Site, template: str) -> Data:
    """The index as plain data, with the hits' template, ready to be written as JSON.

    Words that an entry shows, and those that lead to it, are not listed again: whoever loads the
    index reads them there.
    """
    spelled = spelling()
    words_of = Spelling(spelled).words
    stop_words = site.words["search.stop-words"]
    stop = set(stop_words.split())

    def phrase(text: str) -> str:
        return " ".join(telling(words_of(text), stop))

    entries = list(list_entries(site))
    hidden = defaultdict(list)
    for number, entry in enumerate(entries):
        shown = set(words_of(f"{entry.title} {entry.says} {' '.join(entry.leads)}"))
        for word in sorted(set(words_of(entry.words)) - shown - stop):
            hidden[word].append(number)
    return {
        "counts": COUNTS,
        "spelling": spelled,
        "stop": stop_words,
        "kinds": [
            {
                "name": site.words[f"hit.{kind.id}"],
                "lift": kind.lift,
                "title": kind.title,
                "said": kind.said,
                "alarm": kind.alarm,
                "rejected": kind.rejected,
            }
            for kind in HITS.values()
        ],
        "entries": [_entry(entry) for entry in entries],
        "leads": [
            {"entry": number, "words": sorted({" ".join(words_of(lead)) for lead in entry.leads})}
            for number, entry in enumerate(entries)
            if entry.leads
        ],
        "words": " ".join(sorted(hidden)),
        # Steps from one entry number to the next, which are small and compress well.
        "places": [
            [after - before for before, after in zip((0, *found), found, strict=False)]
            for _, found in sorted(hidden.items())
        ],
        "synonyms": [
            {
                "words": [phrase(word) for word in one.words],
                "means": [phrase(word) for word in one.means],
            }
            for one in site.vocabulary.synonyms
        ],
        "members": list(_members(site, entries)),
        "lacking": [phrase(word) for word in site.vocabulary.lacking],
        "template": template,
    }


def _entry(entry: SearchEntry) -> Data:
    return {
        "kind": list(HITS).index(entry.kind),
        "title": entry.title,
        "url": entry.url,
        "says": entry.says,
        "tags": entry.tags,
    }


def _members(site: Site, entries: list[SearchEntry]) -> Iterator[Data]:
    """Medicines that a row covers by their class alone, with where that was read."""
    numbers = {entry.url: number for number, entry in enumerate(entries)}
    for row in site.rows(interactions.ROWS):
        for one in row.members:
            yield {
                "entry": numbers[site.url(f"interactions#{row.id}")],
                "words": list(one.words),
                "where": f"{one.cite.source.short}, {one.cite.place}",
            }
