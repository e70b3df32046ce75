// Every sentence on what changed between two editions. Written by `python -m tools.write_tables`
// from webref/content/wording/changes.py: change that one, and write this anew.

/** Sentences by id, with the names that are filled in in braces. */
export const WORDS = new Map([
  ["changes.within", "{outer}, {inner}"],
  ["changes.part", "{aspect} ({part})"],
  ["changes.became", "{name}: {aspect} was \u201c{old}\u201d, now \u201c{new}\u201d."],
  ["changes.added", "{name}: {aspect} is new: \u201c{new}\u201d."],
  ["changes.dropped", "{name}: {aspect} \u201c{old}\u201d is gone."],
  ["changes.marks", "{name}: {aspect} has other sources, links or emphasis: \u201c{old}\u201d, now \u201c{new}\u201d."],
  ["changes.new", "{name} is new: \u201c{text}\u201d."],
  ["changes.new-bare", "{name} is new."],
  ["changes.gone", "{name} is gone; it said \u201c{text}\u201d."],
  ["changes.gone-bare", "{name} is gone."],
  ["changes.order", "{name}: another order: {order}."],
  ["changes.source", "Source: {source}."],
  ["changes.engine", "The code that computes answers changed: webref {old}, now {new}."],
  ["changes.file", "{address} changed, which nothing above explains."],
  ["changes.file-new", "{address} is new."],
  ["changes.file-gone", "{address} is gone."],
  ["changes.clinical", "Figures, limits, steps, qualifiers"],
  ["changes.answers", "Worked examples that come out otherwise"],
  ["changes.wording", "Wording only"],
  ["changes.upkeep", "Names, dates, search"],
  ["changes.files", "Code and appearance"],
  ["changes.none", "Nothing that it says or computes has changed."],
]);
