"""The sentences of a library's own pages and of their script; packs have theirs.

`python -m tools.write_tables` writes the page's copy of the second part, static/library/wording.js.
"""

from collections.abc import Mapping

PAGES: Mapping[str, str] = {
    "library.title": "Drugs",
    "library.summary": "Every drug of this library, and which of them this device keeps.",
    "library.unsigned": "Not checked by a clinician",
    "library.find": "Find a drug",
    "library.none": "No drug of this library is called that.",
    "library.list": "Drugs of this library",
    "library.due": "Due for review on {date}",
    "library.size": "{size} MB",
    "library.scripts": "This device can keep drugs only with scripts on. Each drug opens all the "
    "same while there is a network.",
    "library.device": "On this device",
    "library.whole": "A browser that runs short of space may drop everything that this address "
    "keeps, all drugs at once. Each drug says what is kept of it.",
    "library.offline": "Not saved on this device",
    "library.asked": "{address} is not saved here. With a network, open the list of drugs and save "
    "the drug that it belongs to.",
    "library.back": "List of drugs",
    "library.home": "Drugs",
}

SCRIPTS: Mapping[str, str] = {
    "kept.none": "Not saved here",
    "kept.saving": "Saving",
    "kept.whole": "Saved offline: {count} of {all}, edition {edition}",
    "kept.part": "Incomplete: {count} of {all}",
    "kept.full": "No room left",
    "kept.stopped": "Could not be saved; try again with a network",
    "kept.waiting": "A newer edition waits",
    "kept.behind": "The list names another edition of it",
    "kept.gone": "No longer in this library; saved here as it was",
    "kept.keep": "Save {title} offline",
    "kept.drop": "Remove {title} from this device",
    "kept.open": "Use the newer edition of {title}",
    "kept.count": "{count} of {all} drugs saved on this device",
}
