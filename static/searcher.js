// Search on this device: the same index and the same arithmetic as webref/outputs/search.py.

import { Lookup } from "./lookup.js";
import { say } from "./say.js";
import { Spelling, isFigure } from "./words.js";

/** @typedef {import("./lookup.js").Found} Found */
/** @typedef {import("./lookup.js").Group} Group */

/** Answers questions from an index. */
export class Searcher {
  /** @param {import("./lookup.js").Index} data search.json as it stands */
  constructor(data) {
    this.data = data;
    this.counts = data.counts;
    this.spelling = new Spelling(data.spelling);
    this.stop = new Set(data.stop.split(" "));
    this.leads = data.leads.flatMap(({ entry, words }) => words.map((lead) => ({ entry, phrase: this.#stems(lead) })));
    this.synonyms = data.synonyms.map(({ words, means }) => ({
      phrases: words.map((word) => this.#stems(word)),
      means: means.map((meaning) => meaning.split(" ")),
    }));
    this.lacking = data.lacking.map((words) => this.#stems(words));
    this.members = data.members.flatMap(({ entry, words, where }) => words.map((name) => (
      { entry, name, where, phrase: this.#stems(this.spelling.words(name).join(" ")) }
    )));
    this.index = new Lookup(data, this.spelling, this.stop);
  }

  /** @param {string} words */
  #stems(words) {
    return words.split(" ").filter(Boolean).map((word) => this.spelling.stem(word));
  }

  /**
   * The context of templates/fragments/hits.mustache for what was typed.
   * @param {string} question
   */
  ask(question) {
    const typed = [...question].slice(0, this.counts.typed).join("").replace(/^ +| +$/g, "");
    const pieces = this.spelling.pieces(typed).map(([, piece]) => ({ word: this.spelling.fold(piece), piece }))
      .filter(({ word }) => word);
    const telling = pieces.filter(({ word }) => !this.stop.has(word));
    const asked = telling.length ? telling : pieces;
    const lacking = this.#lacking(asked.map(({ word }) => word));
    const sought = asked.filter((_, at) => !lacking.has(at)).map(({ word }) => word);
    const meant = this.#meant(sought);
    const used = sought.map((word) => meant.get(word) ?? "").filter(Boolean);
    const stems = new Set(pieces.map(({ word }) => this.spelling.stem(meant.get(word) ?? word)));
    const groups = this.#phrases(used).map(({ tokens, means }) => this.index.group(tokens, means));
    const led = this.#led(stems);
    let ranked = this.#rank(groups, led);
    // No page stands in for what the sources lack, but an emergency is shown.
    if (lacking.size) ranked = ranked.filter((number) => led.has(number) && this.#kind(number).alarm);
    const changed = [...new Set(sought)].filter((word) => meant.get(word) !== word);
    const matched = new Set(groups.flatMap((group) => [...group.matched]));
    return {
      said: lacking.size
        ? say("search.lacking", { words: asked.filter((_, at) => lacking.has(at)).map(({ piece }) => piece).join(" ") })
        : this.#said(typed, ranked.length, changed),
      instead: changed.length && ranked.length && !lacking.size ? used.join(" ") : "",
      is_found: ranked.length > 0,
      hits: ranked.slice(0, this.counts.hits).map((number) => this.#hit(number, matched, stems)),
    };
  }

  /** @param {string} typed @param {number} count @param {string[]} changed */
  #said(typed, count, changed) {
    const most = this.counts.hits;
    if (!typed) return "";
    if (!count) return say("filter.nothing");
    if (changed.length) return say("search.changed", { words: changed.join(" ") });
    return say(count <= most ? "search.found" : "search.found-most", { count, most });
  }

  /** Places of the words of which no source speaks. @param {string[]} words */
  #lacking(words) {
    const stems = words.map((word) => this.spelling.stem(word));
    const found = new Set();
    for (const phrase of this.lacking) {
      stems.forEach((_, at) => {
        if (begins(stems, at, phrase)) for (let n = 0; n < phrase.length; n += 1) found.add(at + n);
      });
    }
    return found;
  }

  /** Each word as it is, as it was meant where it looks like a slip, or "" if unknown. @param {string[]} words */
  #meant(words) {
    let left = this.counts.corrections;
    const meant = new Map();
    for (const word of words) {
      meant.set(word, this.index.isKnown(word) ? word : "");
      if (meant.get(word) || !left || isFigure(word)) continue;
      left -= 1;
      meant.set(word, this.index.nearest(word));
    }
    return meant;
  }

  /** The words one by one, or as the longest phrase that has synonyms, with those. @param {string[]} words */
  #phrases(words) {
    const stems = words.map((word) => this.spelling.stem(word));
    const all = [];
    for (let at = 0; at < words.length;) {
      let best = 1;
      /** @type {string[][]} */
      let means = [];
      for (const { phrases, means: others } of this.synonyms) {
        for (const phrase of phrases) {
          if (!phrase.length || !begins(stems, at, phrase)) continue;
          if (phrase.length > best) [best, means] = [phrase.length, []];
          if (phrase.length === best) means = [...means, ...others];
        }
      }
      all.push({ tokens: words.slice(at, at + best), means });
      at += best;
    }
    return all;
  }

  /** Entries that match more than half of what the best does, by what their words count. @param {Group[]} groups @param {Map<number, string[]>} led */
  #rank(groups, led) {
    /** @type {Found} */
    const counts = new Map();
    /** @type {Found} */
    const covered = new Map();
    for (const { found, weight } of groups) {
      for (const [number, n] of found) {
        add(counts, number, n * weight);
        add(covered, number, weight);
      }
    }
    const sound = [...covered].filter(([number]) => !this.#kind(number).rejected);
    const most = Math.max(0, ...sound.map(([, n]) => n)); // a phrase hides no other entry
    for (const [number, phrase] of led) {
      add(counts, number, this.counts.phrase * phrase.length);
      add(covered, number, this.counts.covered * phrase.length);
    }
    const ranked = [...covered.keys()].filter((number) => 2 * (covered.get(number) ?? 0) > most).map((number) => ({
      number,
      later: this.#kind(number).alarm && led.has(number) ? 0 : 1,
      worth: (counts.get(number) ?? 0) * (covered.get(number) ?? 0) * (10 + this.#kind(number).lift),
    }));
    const best = ranked.sort((a, b) => a.later - b.later || b.worth - a.worth || a.number - b.number)
      .map(({ number }) => number);
    const first = best.findIndex((number) => !this.#kind(number).rejected);
    return first < 0 ? best : [best[first], ...best.slice(0, first), ...best.slice(first + 1)];
  }

  /** The entries to which the words lead, each by its longest phrase of them. @param {Set<string>} stems */
  #led(stems) {
    /** @type {Map<number, string[]>} */
    const found = new Map();
    for (const { entry, phrase } of this.leads) {
      if (phrase.length > (found.get(entry)?.length ?? 0) && phrase.every((stem) => stems.has(stem))) found.set(entry, phrase);
    }
    return found;
  }

  /** @param {number} number */
  #kind(number) {
    return this.data.kinds[this.data.entries[number].kind];
  }

  /** @param {number} number @param {Set<string>} matched @param {Set<string>} stems */
  #hit(number, matched, stems) {
    const { title, url, says, tags } = this.data.entries[number];
    const { name, alarm } = this.#kind(number);
    return {
      kind: name,
      alarm,
      url,
      tags: tags.map((tag) => ({ tag })),
      title: this.#marked(title, matched),
      words: this.#marked(says, matched),
      notes: this.members.filter(({ entry, phrase }) => entry === number && phrase.every((stem) => stems.has(stem)))
        .map((one) => ({ note: say("search.member", { name: one.name, where: one.where }) })),
    };
  }

  /** The text in pieces, those that are matched words marked. @param {string} text @param {Set<string>} matched */
  #marked(text, matched) {
    const pieces = [];
    let after = 0;
    for (const [index, word] of this.spelling.pieces(text)) {
      if (!matched.has(this.spelling.fold(word))) continue;
      pieces.push({ text: text.slice(after, index), hit: false }, { text: word, hit: true });
      after = index + word.length;
    }
    pieces.push({ text: text.slice(after), hit: false });
    return pieces.filter((piece) => piece.text);
  }
}

/** @param {string[]} stems @param {number} at @param {string[]} phrase */
const begins = (stems, at, phrase) => phrase.every((stem, n) => stems[at + n] === stem);

/** @param {Found} sums @param {number} number @param {number} more */
const add = (sums, number, more) => sums.set(number, (sums.get(number) ?? 0) + more);
