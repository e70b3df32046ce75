// Words of any alphabet, their stems and the slips between them; twin of webref/outputs/search_words.py.

const MARKS = /[\u0300-\u036f]/g;

/** @typedef {{ word: string, letters: Record<string, string>, endings: string, least: number, kept_double: string }} Rules */

/** Splits, folds and stems as the index says. */
export class Spelling {
  /** @param {Rules} rules */
  constructor(rules) {
    this.word = new RegExp(rules.word, "gu");
    /** @type {Map<string, string>} */
    this.plain = new Map();
    for (const [plain, letters] of Object.entries(rules.letters)) {
      for (const letter of letters) this.plain.set(letter, plain);
    }
    this.endings = rules.endings.split(" ");
    this.least = rules.least;
    this.keptDouble = rules.kept_double;
  }

  /** Where each word of a text begins, and the word. @param {string} text @returns {[number, string][]} */
  pieces(text) {
    return [...text.matchAll(this.word)].map(({ 0: word, index }) => [index, word]);
  }

  /** A word in small plain letters; a micro sign before a letter is mc, 1,000 is 1000. @param {string} word */
  fold(word) {
    const letters = word.replace(/[µμ](?=[A-Za-z])/g, "mc").replace(MARKS, "");
    const folded = [...letters].map((letter) => this.plain.get(letter) ?? letter).join("").replaceAll(",", "");
    return folded.startsWith(".") ? `0${folded}` : folded;
  }

  /** The words of a text, folded. @param {string} text */
  words(text) {
    return this.pieces(text).map(([, word]) => this.fold(word)).filter(Boolean);
  }

  /** What a word has in common with its other forms. @param {string} word */
  stem(word) {
    for (const ending of this.endings) {
      if (!word.endsWith(ending)) continue;
      const rest = word.slice(0, word.length - ending.length);
      if ([...rest].length < this.least || (ending === "s" && rest.endsWith("s"))) continue;
      const [before, last] = [...rest].slice(-2);
      const doubled = ["ing", "ings", "ed"].includes(ending) && before === last;
      return doubled && !this.keptDouble.includes(last) ? rest.slice(0, -last.length) : rest;
    }
    return word;
  }
}

/** How many letters are wrong, missing, added or swapped. @param {string} one @param {string} other */
export function slipsBetween(one, other) {
  const [a, b] = [[...one], [...other]];
  /** @type {number[]} */
  let last = [];
  /** @type {number[]} */
  let before = [];
  let row = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i += 1) {
    [last, before, row] = [before, row, [i]];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, last[j - 2] + 1);
      row.push(cost);
    }
  }
  return row[b.length];
}

/** Whether a word is a figure, which is looked for whole. @param {string} word */
export const isFigure = (word) => /^[0-9]/.test(word);

/** The order of sorted words. @param {string} one @param {string} other */
export const inOrder = (one, other) => (one < other ? -1 : one > other ? 1 : 0);
