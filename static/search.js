// Search on this device: the same index and the same arithmetic as webref/outputs/search.py.

import { parseQuery } from "./answers/query.js";
import { whenShownAgain } from "./kept.js";
import { library } from "./libraries.js";

const QUERY_MOST = 80;
const MOST = 20;
const HIDDEN = 1;
const EXACT = 10;
const MEANT = 3;
const BEGUN = 4;
const WORD = /[a-z0-9]+(?:\.[0-9]+)?/g;
const SHOWN_WORD = /[A-Za-z0-9]+(?:\.[0-9]+)?/g;

/** @typedef {Map<number, number>} Found entry number to what it counts */

/** @param {string} text @returns {string[]} */
const wordsOf = (text) => text.toLowerCase().replace(/[µμ]/g, "mc").match(WORD) ?? [];

/** @param {string} one @param {string} other in the order of Python's sorted */
const inOrder = (one, other) => (one < other ? -1 : one > other ? 1 : 0);

/** Answers questions from an index. */
export class Searcher {
  /** @param {any} data search.json as it stands */
  constructor(data) {
    this.data = data;
    this.stop = new Set(data.stop.split(" "));
    /** @type {Map<string, Found>} */
    this.places = new Map();
    data.words.split(" ").forEach((/** @type {string} */ word, /** @type {number} */ at) => {
      let number = 0;
      for (const step of data.places[at]) this.#put(word, number += step, HIDDEN);
    });
    data.entries.forEach((/** @type {any[]} */ [kind, title, , says], /** @type {number} */ number) => {
      const [, , , inTitle, inSays] = data.kinds[kind];
      for (const [text, counts] of [[says, inSays], [title, inTitle]]) {
        if (!counts) continue;
        for (const word of wordsOf(text)) if (!this.stop.has(word)) this.#put(word, number, counts);
      }
    });
    this.words = [...this.places.keys()].sort(inOrder);
  }

  /** @param {string} word @param {number} number @param {number} counts */
  #put(word, number, counts) {
    if (!this.places.has(word)) this.places.set(word, new Map());
    this.places.get(word)?.set(number, counts);
  }

  /**
   * The context of templates/fragments/hits.mustache for what was typed.
   * @param {string} question
   */
  ask(question) {
    const typed = [...question].slice(0, QUERY_MOST).join("").replace(/^ +| +$/g, "");
    const words = wordsOf(typed);
    const telling = words.filter((word) => !this.stop.has(word));
    const sought = telling.length ? telling : words;
    const groups = this.#phrases(sought).map(({ tokens, means }) => this.#group(tokens, means));
    const ranked = this.#rank(groups.map(({ found }) => found), words.length > 1);
    const matched = new Set(groups.flatMap((group) => [...group.matched]));
    /** @type {[string, string][]} */
    const changes = groups.flatMap(({ change }) => (change ? [/** @type {[string, string]} */ (change)] : []));
    const corrected = new Map(changes);
    return {
      said: this.#said(typed, sought, ranked.length, corrected),
      instead: corrected.size ? sought.map((word) => corrected.get(word) ?? word).join(" ") : "",
      is_found: ranked.length > 0,
      hits: ranked.slice(0, MOST).map((number) => this.#hit(number, matched)),
    };
  }

  /** @param {string} typed @param {string[]} sought @param {number} count @param {Map<string, string>} corrected */
  #said(typed, sought, count, corrected) {
    if (!typed) return "";
    if (!count) return `Nothing for “${typed}”. This reference holds ${this.data.about} only.`;
    if (corrected.size) return `No page has “${sought.filter((word) => corrected.has(word)).join(" ")}”.`;
    return count <= MOST ? `${count} found` : `${count} found, the first ${MOST} shown`;
  }

  /** The words one by one, or as the longest phrase that has synonyms, with those. @param {string[]} sought */
  #phrases(sought) {
    const all = [];
    for (let at = 0; at < sought.length;) {
      let best = 1;
      /** @type {string[][]} */
      let means = [];
      for (const [phrases, others] of this.data.synonyms) {
        for (const phrase of phrases) {
          if (!phrase.length || phrase.some((/** @type {string} */ word, /** @type {number} */ n) => sought[at + n] !== word)) continue;
          if (phrase.length > best) [best, means] = [phrase.length, []];
          if (phrase.length === best) means = [...means, ...others];
        }
      }
      all.push({ tokens: sought.slice(at, at + best), means });
      at += best;
    }
    return all;
  }

  /** Entries with all the tokens or all of one meaning; words matched; what was corrected. */
  #group(/** @type {string[]} */ tokens, /** @type {string[][]} */ means) {
    let { found, matched } = this.#all(tokens, EXACT);
    for (const meaning of means) {
      const other = this.#all(meaning, MEANT);
      found = larger(found, other.found);
      for (const word of other.matched) matched.add(word);
    }
    if (found.size || tokens.length > 1) return { found, matched, change: null };
    const nearest = this.#nearest(tokens[0]);
    if (!nearest) return { found: new Map(), matched: new Set(), change: null };
    ({ found, matched } = this.#all([nearest], EXACT));
    return { found, matched, change: [tokens[0], nearest] };
  }

  /** Entries that have every token or a longer word that begins with it. */
  #all(/** @type {string[]} */ tokens, /** @type {number} */ exact) {
    /** @type {Set<string>} */
    const matched = new Set();
    /** @type {Found | null} */
    let both = null;
    for (const token of tokens) {
      /** @type {Found} */
      let found = new Map();
      for (const word of this.#beginning(token)) {
        matched.add(word);
        const counts = word === token ? exact : BEGUN;
        for (const [number, n] of this.places.get(word) ?? []) {
          found.set(number, Math.max(found.get(number) ?? 0, n * counts));
        }
      }
      if (both) {
        for (const [number, n] of both) {
          const here = found.get(number);
          if (here === undefined) both.delete(number);
          else both.set(number, Math.min(n, here));
        }
      } else both = found;
    }
    return { found: both ?? new Map(), matched };
  }

  /** @param {string} token */
  #beginning(token) {
    if (token.length < 2) return this.places.has(token) ? [token] : [];
    return this.words.filter((word) => word.startsWith(token));
  }

  /** The word one slip away, or two in a long one; of several the most used. @param {string} token */
  #nearest(token) {
    const slips = token.length < 4 ? 0 : token.length < 6 ? 1 : 2;
    let [least, used, nearest] = [slips + 1, 0, ""];
    for (const word of this.words) {
      if (Math.abs(word.length - token.length) > slips || /^[0-9]/.test(word)) continue;
      const distance = slipsBetween(token, word);
      const count = this.places.get(word)?.size ?? 0;
      if (distance < least || (nearest && distance === least && count > used)) {
        [least, used, nearest] = [distance, count, word];
      }
    }
    return nearest;
  }

  /** Entries that match the most groups, by what their words count. @param {Found[]} groups @param {boolean} several */
  #rank(groups, several) {
    const matches = new Map();
    const counts = new Map();
    for (const found of groups) {
      for (const [number, n] of found) {
        matches.set(number, (matches.get(number) ?? 0) + 1);
        counts.set(number, (counts.get(number) ?? 0) + n);
      }
    }
    const most = Math.max(0, ...matches.values());
    const lifts = this.data.kinds.map((/** @type {any[]} */ kind) => 10 + kind[several ? 2 : 1]);
    const worth = (/** @type {number} */ number) => counts.get(number) * lifts[this.data.entries[number][0]];
    return [...matches.keys()].filter((number) => matches.get(number) === most)
      .sort((one, other) => worth(other) - worth(one) || one - other);
  }

  /** @param {number} number @param {Set<string>} matched */
  #hit(number, matched) {
    const [kind, title, url, says, tags] = this.data.entries[number];
    const [name, , , , , alarm] = this.data.kinds[kind];
    return {
      kind: name,
      alarm,
      url,
      tags: tags.map((/** @type {string} */ tag) => ({ tag })),
      title: marked(title, matched),
      words: marked(says, matched),
    };
  }
}

/** @param {Found} one @param {Found} other @returns {Found} */
function larger(one, other) {
  const both = new Map(one);
  for (const [number, n] of other) both.set(number, Math.max(both.get(number) ?? 0, n));
  return both;
}

/** The text in pieces, those that are matched words marked. @param {string} text @param {Set<string>} matched */
function marked(text, matched) {
  const pieces = [];
  let end = 0;
  for (const { 0: word, index } of text.matchAll(SHOWN_WORD)) {
    if (!matched.has(word.toLowerCase())) continue;
    pieces.push({ text: text.slice(end, index), hit: false }, { text: word, hit: true });
    end = index + word.length;
  }
  pieces.push({ text: text.slice(end), hit: false });
  return pieces.filter((piece) => piece.text);
}

/** How many letters are wrong, missing, added or swapped. @param {string} one @param {string} other */
export function slipsBetween(one, other) {
  /** @type {number[]} */
  let last = [];
  /** @type {number[]} */
  let before = [];
  let row = Array.from({ length: other.length + 1 }, (_, n) => n);
  for (let i = 1; i <= one.length; i += 1) {
    [last, before, row] = [before, row, [i]];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      let cost = Math.min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        cost = Math.min(cost, last[j - 2] + 1);
      }
      row.push(cost);
    }
  }
  return row[other.length];
}

/** @type {Promise<(question: string) => string> | null} */
let loading = null;

/** The index, fetched once: when the box is first focused, or at the first question. */
function load() {
  loading ??= Promise.all([
    fetch("/search.json").then((response) => {
      if (!response.ok) throw new Error(`search.json: ${response.status}`);
      return response.json();
    }),
    library("mustache").then(() => import("./answers/render.js")),
  ]).then(([data, { render }]) => {
    const searcher = new Searcher(data);
    return (question) => render(data.template, searcher.ask(question));
  });
  loading.catch(() => { loading = null; }); // tried again at the next question
  return loading;
}

/** The fragment for a raw query, found on this device. @param {string} query */
export async function answer(query) {
  return (await load())(parseQuery(query, new Set(["q"])).get("q") ?? "");
}

const form = document.getElementById("search");
form?.addEventListener("focusin", () => load().catch(() => {}));
whenShownAgain(() => {
  if (document.getElementById("hits")?.childElementCount) form?.dispatchEvent(new Event("input"));
});
form?.addEventListener("htmx:after:swap", () => {
  const said = document.querySelector("#hits .found")?.textContent ?? "";
  const status = document.getElementById("hits-said");
  if (status) status.textContent = said;
});
