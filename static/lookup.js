// What the index holds of each word; half of the twin of webref/outputs/search.py.

import { inOrder, isFigure, slipsBetween } from "./words.js";

/** @typedef {Map<number, number>} Found entry number to what it counts */
/** @typedef {{ found: Found, matched: Set<string>, weight: number }} Group */
/** @typedef {{ name: string, lift: number, title: number, said: number, alarm: boolean, rejected: boolean }} Kind */
/** @typedef {{ kind: number, title: string, url: string, says: string, tags: string[] }} Entry */
/** @typedef {{ entry: number, words: string[] }} Lead */
/** @typedef {{ entry: number, words: string[], where: string }} Members */
/**
 * @typedef {{
 *   counts: Record<string, number>, spelling: import("./words.js").Rules, stop: string,
 *   kinds: Kind[], entries: Entry[], leads: Lead[], words: string, places: number[][],
 *   synonyms: { words: string[], means: string[] }[], members: Members[], lacking: string[], template: string,
 * }} Index search.json as it stands
 */

/** The words of an index, those like a word, and the entries that have it. */
export class Lookup {
  /** @param {Index} data @param {import("./words.js").Spelling} spelling @param {Set<string>} stop */
  constructor(data, spelling, stop) {
    this.counts = data.counts;
    this.entries = data.entries.length;
    this.spelling = spelling;
    this.stop = stop;
    /** @type {Map<string, Found>} */
    this.places = new Map();
    const words = data.words.split(" ");
    data.places.forEach((steps, at) => { // none, where entries say nothing beside their titles
      let number = 0;
      for (const step of steps) this.#put(words[at], number += step, this.counts.hidden);
    });
    /** @type {Set<string>} what a slip may have meant */
    const leading = new Set();
    data.entries.forEach(({ kind, title, says }, number) => {
      this.#putAll(says, number, data.kinds[kind].said);
      for (const word of this.#putAll(title, number, data.kinds[kind].title)) leading.add(word);
    });
    for (const { entry, words } of data.leads) {
      for (const lead of words) {
        for (const word of this.#putAll(lead, entry, this.counts.led)) leading.add(word);
      }
    }
    for (const { words } of data.synonyms) {
      for (const phrase of words) for (const word of phrase.split(" ")) leading.add(word);
    }
    this.words = [...this.places.keys()].sort(inOrder);
    this.kin = grouped(this.words, (word) => this.spelling.stem(word));
    this.named = new Set([...leading].map((word) => this.spelling.stem(word)));
    this.likely = grouped([...leading].sort(inOrder), (word) => [...word][0]);
    this.compared = 0; // words compared letter by letter, ever
  }

  /** @param {string} word @param {number} number @param {number} counts */
  #put(word, number, counts) {
    const places = this.places.get(word) ?? new Map();
    places.set(number, Math.max(counts, places.get(number) ?? 0));
    this.places.set(word, places);
  }

  /** @param {string} text @param {number} number @param {number} counts */
  #putAll(text, number, counts) {
    const words = this.spelling.words(text).filter((word) => !this.stop.has(word));
    for (const word of words) this.#put(word, number, counts);
    return words;
  }

  /** @param {string} word */
  isKnown(word) {
    return this.named.has(this.spelling.stem(word)) || this.#matching(word).size > 0;
  }

  /** The leading word that begins alike and is one slip away; of several the most used. @param {string} word */
  nearest(word) {
    const [least, stem] = [this.counts.slip, this.spelling.stem(word)];
    let [used, nearest] = [-1, ""];
    for (const other of [...word].length >= least ? this.likely.get([...word][0]) ?? [] : []) {
      const kin = this.spelling.stem(other);
      if ([...other].length < least - 1 || Math.abs([...kin].length - [...stem].length) > 1) continue;
      this.compared += 1;
      const count = this.places.get(other)?.size ?? 0;
      if (slipsBetween(stem, kin) === 1 && count > used) [used, nearest] = [count, other];
    }
    return nearest;
  }

  /** Entries that have all the tokens, or all of one meaning. @param {string[]} tokens @param {string[][]} means @returns {Group} */
  group(tokens, means) {
    let { found, matched } = this.#all(tokens);
    const { meant, exact } = this.counts;
    for (const meaning of means) {
      const other = this.#all(meaning);
      found = larger(found, new Map([...other.found].map(([n, counts]) => [n, Math.floor((counts * meant) / exact)])));
      matched = new Set([...matched, ...other.matched]);
    }
    const share = Math.floor(this.entries / Math.max(1, found.size));
    return { found, matched, weight: Math.max(1, 32 - Math.clz32(share)) };
  }

  /** Entries that have every token, another form of it, or a longer word. @param {string[]} tokens */
  #all(tokens) {
    /** @type {Set<string>} */
    const matched = new Set();
    /** @type {Found | null} */
    let both = null;
    for (const token of tokens) {
      /** @type {Found} */
      const found = new Map();
      for (const [word, times] of this.#matching(token)) {
        matched.add(word);
        for (const [number, counts] of this.places.get(word) ?? []) {
          found.set(number, Math.max(found.get(number) ?? 0, counts * times));
        }
      }
      both = both ? smaller(both, found) : found;
    }
    return { found: both ?? /** @type {Found} */ (new Map()), matched };
  }

  /** The words of the index that a token stands for, and what each counts. @param {string} token @returns {Map<string, number>} */
  #matching(token) {
    const { exact, stem: kinship, begun } = this.counts;
    const found = new Map(this.places.has(token) ? [[token, exact]] : []);
    if (isFigure(token)) return found;
    const stem = this.spelling.stem(token);
    for (const word of this.kin.get(stem) ?? []) if (word !== token) found.set(word, kinship);
    const opening = [...stem].length > this.spelling.least && token === `${stem}s` ? stem : token;
    if ([...opening].length < 2) return found;
    for (let at = this.#from(opening); at < this.words.length && this.words[at].startsWith(opening); at += 1) {
      if (!found.has(this.words[at])) found.set(this.words[at], begun);
    }
    return found;
  }

  /** The place of the first word that is not before this one. @param {string} opening */
  #from(opening) {
    let [low, high] = [0, this.words.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.words[middle] < opening) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** @param {string[]} words @param {(word: string) => string} key */
function grouped(words, key) {
  /** @type {Map<string, string[]>} */
  const groups = new Map();
  for (const word of words) {
    const group = groups.get(key(word));
    if (group) group.push(word);
    else groups.set(key(word), [word]);
  }
  return groups;
}

/** The entries that both have. @param {Found} one @param {Found} other @returns {Found} */
function smaller(one, other) {
  /** @type {Found} */
  const both = new Map();
  for (const [number, n] of one) {
    const here = other.get(number);
    if (here !== undefined) both.set(number, Math.min(n, here));
  }
  return both;
}

/** @param {Found} one @param {Found} other @returns {Found} */
function larger(one, other) {
  const both = new Map(one);
  for (const [number, n] of other) both.set(number, Math.max(both.get(number) ?? 0, n));
  return both;
}
