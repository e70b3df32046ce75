// Lines of two records side by side. Twin of webref/outputs/changes/lines.py.

const CONTEXT = 4;
const LONGEST = 240;
const REFERENCE = /\{([^{}]+)\}|\[@fact:([^\]:]+)(?::[^\]]*)?\]|\[@([^\]]+)\]/g;
const MARK = / ?\[@[^\]]*\]/g;
const LINK = /\[([^\]]*)\]\([^)]*\)/g;
const FIGURE = /\{([^{}]+)\}/g;
const WORD = /[^\s.,;:!?()“”"]+/g;

/**
 * The lines that differ, each with what stands in its place; an empty text where nothing does.
 * @param {string[]} old @param {string[]} now @returns {[string, string][]}
 */
export function paired(old, now) {
  const lengths = Array.from({ length: old.length + 1 }, () => new Array(now.length + 1).fill(0));
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      const best = Math.max(lengths[i + 1][j], lengths[i][j + 1]);
      lengths[i][j] = old[i] === now[j] ? lengths[i + 1][j + 1] + 1 : best;
    }
  }
  /** @type {[string, string][]} */
  const found = [];
  /** @type {string[]} */
  let gone = [];
  /** @type {string[]} */
  let come = [];
  function close() {
    const most = Math.max(gone.length, come.length);
    for (let at = 0; at < most; at += 1) found.push([gone[at] ?? "", come[at] ?? ""]);
    gone = [];
    come = [];
  }
  let i = 0;
  let j = 0;
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      close();
      i += 1;
      j += 1;
    } else if (j === now.length || (i < old.length && lengths[i + 1][j] >= lengths[i][j + 1])) {
      gone.push(old[i]);
      i += 1;
    } else {
      come.push(now[j]);
      j += 1;
    }
  }
  close();
  return found;
}

/** A line as a reader knows it. @param {string} line @param {Record<string, string>} figures */
export function shown(line, figures) {
  const bare = line.replace(MARK, "").replace(LINK, "$1");
  return bare.replace(FIGURE, (found, name) => figures[name] ?? found)
    .replaceAll("*", "").replaceAll("\u00a0", " ");
}

/** The facts and sources that a line names, in order. @param {string} line @returns {string[]} */
export function references(line) {
  return [...line.matchAll(REFERENCE)].map(([, figure, fact, source]) => (
    source || `facts/${fact || figure.split(":")[0]}`
  ));
}

/** What differs between two lines, with a few words around it. @param {string} old @param {string} now */
export function excerpts(old, now) {
  const before = old.split(" ");
  const after = now.split(" ");
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return [excerpt(before, start, end), excerpt(after, start, end)];
}

/** @param {string[]} words @param {number} start @param {number} end */
function excerpt(words, start, end) {
  const first = Math.max(0, start - CONTEXT);
  const last = Math.min(words.length, words.length - end + CONTEXT);
  const inner = words.slice(first, last).join(" ");
  return `${first ? "… " : ""}${inner}${last < words.length ? " …" : ""}`;
}

/** A text that is quoted as a whole. @param {string} text */
export function cut(text) {
  const letters = [...text];
  return letters.length <= LONGEST ? text : `${letters.slice(0, LONGEST).join("")}…`;
}

/** The words of a line that a decision may rest on, in one text. @param {string} line @param {string[]} qualifiers */
export function bearing(line, qualifiers) {
  const words = (line.match(WORD) ?? []).map((word) => word.toLowerCase());
  return words.filter((word) => qualifiers.includes(word) || /[0-9<>%]/.test(word)).sort().join(" ");
}
