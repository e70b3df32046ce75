// Every sentence that the script of a library's pages says. Written by
// `python -m tools.write_tables` from webref/content/wording/library.py: change that.

/** Sentences by id, with the names that are filled in in braces. */
export const WORDS = new Map([
  ["kept.none", "Not saved here"],
  ["kept.saving", "Saving"],
  ["kept.whole", "Saved offline: {count} of {all}, edition {edition}"],
  ["kept.part", "Incomplete: {count} of {all}"],
  ["kept.full", "No room left"],
  ["kept.stopped", "Could not be saved; try again with a network"],
  ["kept.waiting", "A newer edition waits"],
  ["kept.behind", "The list names another edition of it"],
  ["kept.before", "Saved here as it was before there was a list of drugs, and opens offline; with a network it is renewed"],
  ["kept.gone", "No longer in this library; saved here as it was"],
  ["kept.keep", "Save offline"],
  ["kept.drop", "Remove"],
  ["kept.open", "Use the newer edition"],
  ["kept.list", "To My list"],
  ["kept.unlist", "Off My list"],
  ["find.searched", "Found: {found}. Pages and headings of {count} of {all} drugs were searched, those saved on this device."],
  ["mine.remove", "Remove {title} from My list"],
  ["mine.unsaved", "{title} is not saved on this device. With a network its pages open all the same; the list of drugs saves it."],
  ["mine.unread", "{title} is not saved on this device, so its interactions were not read."],
  ["mine.no-table", "{title} has no table of interactions."],
  ["mine.no-row", "{title}: no row of its interactions names another drug on this list."],
  ["mine.of", "{title}: rows that name another drug on this list"],
  ["across.row", "Point"],
  ["across.empty", "{title} has no such row; its own pages may say more."],
  ["across.saved", "{count} of {all} drugs can be compared here: they are saved on this device and compare their own labels. Choose up to {most} columns. Another is saved from the list."],
  ["across.most", "Only {most} fit beside each other. Take one away first."],
  ["kept.count", "{count} of {all} drugs saved on this device"],
]);
