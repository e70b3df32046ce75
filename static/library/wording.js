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
  ["kept.gone", "No longer in this library; saved here as it was"],
  ["kept.keep", "Save {title} offline"],
  ["kept.drop", "Remove {title} from this device"],
  ["kept.open", "Use the newer edition of {title}"],
  ["kept.count", "{count} of {all} drugs saved on this device"],
]);
