// Characters of a typed entry that nobody sees. Twin of webref/dosing/characters.py.

// First and last code point of each run.
const SPACES = [
  [0x0009, 0x000d], [0x0020, 0x0020], [0x0085, 0x0085], [0x00a0, 0x00a0], [0x1680, 0x1680],
  [0x2000, 0x200a], [0x2028, 0x2029], [0x202f, 0x202f], [0x205f, 0x205f], [0x3000, 0x3000],
];

// Format characters and blanks, which come along with copied text and mean nothing at its ends.
const UNSEEN = [
  [0x00ad, 0x00ad], [0x034f, 0x034f], [0x0600, 0x0605], [0x061c, 0x061c], [0x06dd, 0x06dd],
  [0x070f, 0x070f], [0x0890, 0x0891], [0x08e2, 0x08e2], [0x115f, 0x1160], [0x17b4, 0x17b5],
  [0x180b, 0x180f], [0x200b, 0x200f], [0x202a, 0x202c], [0x2060, 0x206f], [0x2800, 0x2800],
  [0x3164, 0x3164], [0xfe00, 0xfe0f], [0xfeff, 0xfeff], [0xffa0, 0xffa0], [0xfff9, 0xfffb],
  [0x110bd, 0x110bd], [0x110cd, 0x110cd], [0x13430, 0x1343f], [0x1bca0, 0x1bca3],
  [0x1d173, 0x1d17a], [0xe0000, 0xe0fff],
];

// Controls, and the two marks that turn figures round as they are shown: refused at the ends too.
const NEVER = [
  [0x0000, 0x0008], [0x000e, 0x001f], [0x007f, 0x0084], [0x0086, 0x009f], [0x202d, 0x202e],
];

/** @param {number[][]} runs */
const among = (runs) => runs
  .map(([first, last]) => `${String.fromCodePoint(first)}-${String.fromCodePoint(last)}`)
  .join("");

const ENDS = new RegExp(`^[${among([...SPACES, ...UNSEEN])}]$`, "u");
const SPACE = new RegExp(`[${among(SPACES)}]+`, "gu");
const HIDDEN = new RegExp(`[${among([...UNSEEN, ...NEVER])}]`, "u");

/**
 * The text without spaces and format characters at its ends, every space within a plain one.
 * @param {string} text
 */
export function trim(text) {
  const characters = [...text];
  let [first, last] = [0, characters.length];
  while (first < last && ENDS.test(characters[first])) first += 1;
  while (first < last && ENDS.test(characters[last - 1])) last -= 1;
  return characters.slice(first, last).join("").replace(SPACE, " ");
}

/**
 * Whether a trimmed text holds a character that nobody sees and that is no space.
 * @param {string} text
 */
export function hasHidden(text) {
  return HIDDEN.test(text);
}
