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
    "library.badge": "This list:",
    "library.hits": "Found in the drugs saved here",
    "library.mine": "Drugs and pages that you saved to My list, of every drug.",
    "library.mine-scripts": "My list is kept by this device, and needs scripts.",
    "library.mine-empty": "Nothing is on My list yet. A button on most pages saves the page to it, "
    "and one beside each drug saves the drug.",
    "library.mixes": "Interactions within my list",
    "library.no-check": "This is no interaction check. It shows the rows of the drugs saved here "
    "that name another drug on this list; drugs without a row may interact all the same.",
    "library.across": "Up to four drugs or labels side by side.",
    "library.across-scripts": "Drugs are put side by side from what this device has saved, which "
    "needs scripts. Each drug has a page that compares its own labels.",
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
    "kept.before": "Saved here as it was before there was a list of drugs, and opens offline; with "
    "a network it is renewed",
    "kept.gone": "No longer in this library; saved here as it was",
    "kept.keep": "Save offline",
    "kept.drop": "Remove",
    "kept.open": "Use the newer edition",
    "kept.list": "To My list",
    "kept.unlist": "Off My list",
    "find.searched": "Found: {found}. Pages and headings of {count} of {all} drugs were searched, "
    "those saved on this device.",
    "mine.remove": "Remove {title} from My list",
    "mine.unsaved": "{title} is not saved on this device. With a network its pages open all the "
    "same; the list of drugs saves it.",
    "mine.unread": "{title} is not saved on this device, so its interactions were not read.",
    "mine.no-table": "{title} has no table of interactions.",
    "mine.no-row": "{title}: no row of its interactions names another drug on this list.",
    "mine.of": "{title}: rows that name another drug on this list",
    "across.row": "Point",
    "across.empty": "{title} has no such row; its own pages may say more.",
    "across.saved": "{count} of {all} drugs can be compared here: they are saved on this device "
    "and compare their own labels. Choose up to {most} columns. Another is saved from the list.",
    "across.most": "Only {most} fit beside each other. Take one away first.",
    "kept.count": "{count} of {all} drugs saved on this device",
}
