// Every sentence on signatures. Written by `python -m tools.write_tables` from
// webref/content/wording/signing.py: change that one, and write this anew.

/** Sentences by id, with the names that are filled in in braces. */
export const WORDS = new Map([
  ["signing.unknown", "Not known: who signed is looked at once this edition is saved here."],
  ["signing.signed", "Signed: {count} of {all} people signed this edition, and {needed} are needed."],
  ["signing.few", "Not signed by enough: {count} of {all} people signed this edition, and {needed} are needed. It counts as not clinically checked."],
  ["signing.older", "Older than an edition that this device has held. It lacks every correction made since, and counts as not clinically checked; {count} of {all} people signed it, and {needed} are needed."],
  ["signing.other", "Not signed by enough of the people whom this device knows: the people of this edition are others. It counts as not clinically checked; {count} of {all} of its own people signed it, and {needed} are needed."],
  ["signing.has", "{name}, {role}: signed on {date}. Key {key}."],
  ["signing.not", "{name}, {role}: has not signed. Key {key}."],
  ["signing.wrong", "Signatures that prove nothing of this edition: {count}."],
  ["signing.first", "This device takes the keys of the first signed edition that it holds on trust, and later ones where enough of these people signed them. Compare the keys with those that the editors published elsewhere."],
  ["signing.offer", "Signatures of the edition that waits"],
  ["signing.offer-nobody", "Nobody signs it, and people sign the one shown here. Ask those who publish this reference before opening it."],
  ["signing.offer-few", "Too few of its people have signed it yet. Once opened it counts as not clinically checked until they have."],
  ["signing.offer-older", "It is older than the one shown here. Once opened it counts as not clinically checked."],
  ["signing.offer-other", "Its people are others than those whom this device knows, and too few of these have signed it. Ask those who publish this reference before opening it."],
  ["signing.doubted", "A list of recalls that is not signed"],
  ["signing.doubted-text", "The server gives a list of recalls that the recall key of this reference has not signed. What it says is shown as unverified and withdraws nothing. Ask those who publish this reference."],
  ["signing.notice", "Unverified notice, {date}"],
]);
