// Two records compared: each change in clinical words. Twin of webref/outputs/changes/compare.py.

import { bearing, cut, excerpts, paired, references, shown } from "./lines.js";
import { say } from "./say.js";

/**
 * @typedef {{text: string, words: string, values: string[], unit: string}} Figure
 * @typedef {{id: string, kind: string, name: string, says?: Record<string, string[]>,
 *   figures?: Record<string, Figure>, order?: Record<string, string[]>}} Row
 * @typedef {{pack: string, pages: Record<string, string>, figures: Record<string, string>, rows: Row[],
 *   qualifiers: string[], aspects: Record<string, {name: string, weight: string}>}} Account
 * @typedef {{weight: string, row: string, aspect: string, text: string, sources: string[]}} Change
 */

/** A record with its rows by id, and what a reader calls them. */
export class Held {
  /** @param {Account} record */
  constructor(record) {
    this.record = record;
    this.rows = new Map(record.rows.map((row) => [row.id, row]));
    this.figures = record.figures;
  }

  /** A row that is there. @param {string} id @returns {Row} */
  row(id) {
    return /** @type {Row} */ (this.rows.get(id));
  }

  /** The id of what holds a row, or nothing. @param {string} id */
  above(id) {
    let row = id;
    while (row.includes("/")) {
      row = row.slice(0, row.lastIndexOf("/"));
      if (this.rows.has(row)) return row;
    }
    return "";
  }

  /** @param {string} id @returns {string} */
  called(id) {
    const name = shown(this.row(id).name, this.figures);
    const outer = this.above(id);
    return outer ? say("changes.within", { outer: this.called(outer), inner: name }) : name;
  }

  /** A fact or a place in a source as a reader knows it. @param {string} reference */
  source(reference) {
    const fact = this.rows.get(reference);
    const cut = reference.indexOf(": ");
    let source = cut < 0 ? reference : reference.slice(0, cut);
    let place = cut < 0 ? "" : reference.slice(cut + 2);
    if (fact) {
      place = fact.says?.place?.[0] ?? "";
      source = (fact.says?.source?.[0] ?? "[@]").slice(2, -1);
    }
    const name = this.rows.get(`sources/${source}`)?.says?.short?.[0] ?? source;
    return place ? `${name}: ${place}` : name;
  }

  /** A line as a reader knows it; one that holds citations alone, as what they cite. @param {string} line */
  shown(line) {
    return shown(line, this.figures) || references(line).map((one) => this.source(one)).join("; ");
  }

  /** What a row says, in one line, without what changes nothing. @param {string} id */
  text(id) {
    const { figures = {}, says = {} } = this.row(id);
    const lines = Object.values(figures).map(({ text }) => text);
    for (const [name, said] of Object.entries(says)) {
      if (this.record.aspects[name.split(":")[0]]?.weight !== "upkeep") lines.push(...said);
    }
    return cut(lines.map((line) => shown(line, this.figures)).filter(Boolean).join("; "));
  }
}

/**
 * Every change between two records, in the order of the newer one, what is gone last.
 * @param {Account} old @param {Account} now @returns {Change[]}
 */
export function compare(old, now) {
  return [...new Comparison(new Held(old), new Held(now)).changes()];
}

class Comparison {
  /** @param {Held} old @param {Held} now */
  constructor(old, now) {
    this.old = old;
    this.now = now;
    this.aspects = { ...old.record.aspects, ...now.record.aspects };
  }

  /** @returns {Generator<Change>} */
  * changes() {
    const alone = (/** @type {string} */ row, /** @type {Held} */ here, /** @type {Held} */ there) => {
      const above = here.above(row);
      return above !== "" && !there.rows.has(above); // what holds it came or went as a whole
    };
    for (const row of this.now.rows.keys()) {
      if (this.old.rows.has(row)) yield* this.row(row);
      else if (!alone(row, this.now, this.old)) yield this.whole("new", row, this.now);
    }
    for (const row of this.old.rows.keys()) {
      if (!this.now.rows.has(row) && !alone(row, this.old, this.now)) yield this.whole("gone", row, this.old);
    }
  }

  /** @param {string} aspect @param {string} row @param {Held} held @returns {Change} */
  whole(aspect, row, held) {
    const text = held.text(row);
    const name = held.called(row);
    const said = say(text ? `changes.${aspect}` : `changes.${aspect}-bare`, { name, text });
    const lines = Object.values(held.row(row).says ?? {}).flat();
    return { weight: "clinical", row, aspect, text: said, sources: this.sources(held, row, lines) };
  }

  /** @param {string} row @returns {Generator<Change>} */
  * row(row) {
    const before = this.old.row(row);
    const after = this.now.row(row);
    yield* this.figures(row, before.figures ?? {}, after.figures ?? {});
    const { says: was = {} } = before;
    const { says: is = {} } = after;
    for (const aspect of new Set([...Object.keys(is), ...Object.keys(was)])) {
      const pairs = paired(was[aspect] ?? [], is[aspect] ?? []);
      if (pairs.length && after.kind === "Example") {
        const [one, other] = [0, 1].map((at) => cut(pairs.map((pair) => pair[at]).filter(Boolean).join("; ")));
        const text = this.became(row, this.aspect(aspect), one, other);
        yield { weight: "answers", row, aspect, text, sources: [] };
      } else {
        for (const [one, other] of pairs) yield this.line(row, aspect, one, other);
      }
    }
    for (const [name, ids] of Object.entries(after.order ?? {})) {
      const kept = (before.order?.[name] ?? []).filter((id) => ids.includes(id));
      if (kept.join("\n") !== ids.filter((id) => kept.includes(id)).join("\n")) {
        const order = ids.map((id) => shown(this.now.row(id).name, this.now.figures)).join("; ");
        const text = say("changes.order", { name: this.now.called(row), order });
        yield { weight: "clinical", row, aspect: "order", text, sources: this.sources(this.now, row, []) };
      }
    }
  }

  /** @param {string} row @param {Record<string, Figure>} old @param {Record<string, Figure>} now @returns {Generator<Change>} */
  * figures(row, old, now) {
    for (const part of new Set([...Object.keys(now), ...Object.keys(old)])) {
      const before = old[part];
      const after = now[part];
      if (JSON.stringify(before) === JSON.stringify(after)) continue;
      let aspect = "figure";
      if (before && after) {
        const keys = /** @type {("words"|"values"|"unit")[]} */ (["words", "values", "unit"]);
        const differ = keys.filter((key) => String(before[key]) !== String(after[key]));
        if (differ.length === 1) aspect = { words: "qualifier", unit: "unit", values: aspect }[differ[0]];
      }
      const own = this.aspect(aspect);
      const name = part ? say("changes.part", { aspect: own, part }) : own;
      const text = this.became(row, name, shown(before?.text ?? "", {}), shown(after?.text ?? "", {}));
      yield { weight: "clinical", row, aspect, text, sources: this.sources(this.now, row, []) };
    }
  }

  /** @param {string} row @param {string} aspect @param {string} old @param {string} now @returns {Change} */
  line(row, aspect, old, now) {
    const [base, ...rest] = aspect.split(":");
    const own = this.aspect(base);
    const name = rest.length ? say("changes.part", { aspect: own, part: rest.join(":") }) : own;
    const before = this.old.shown(old);
    const after = this.now.shown(now);
    let weight = this.weight(base);
    if (weight === "wording" && !this.mere(old, now, before, after)) weight = "clinical";
    let text;
    if (before === after) {
      const [one, other] = excerpts(old, now);
      text = say("changes.marks", { name: this.now.called(row), aspect: name, old: one, new: other });
    } else if (before && after) {
      const [one, other] = excerpts(before, after);
      text = this.became(row, name, one, other);
    } else text = this.became(row, name, cut(before), cut(after));
    const [held, line] = now ? [this.now, now] : [this.old, old];
    return { weight, row, aspect: base, text, sources: this.sources(held, row, [line]) };
  }

  /** Whether only the wording changed. @param {string} old @param {string} now @param {string} before @param {string} after */
  mere(old, now, before, after) {
    if (!old || !now || references(old).join("\n") !== references(now).join("\n")) return false;
    const words = this.now.record.qualifiers;
    return bearing(before, words) === bearing(after, words);
  }

  /** @param {string} row @param {string} aspect @param {string} old @param {string} now */
  became(row, aspect, old, now) {
    const name = this.now.called(row);
    if (!old) return say("changes.added", { name, aspect, new: now });
    return now ? say("changes.became", { name, aspect, old, new: now }) : say("changes.dropped", { name, aspect, old });
  }

  /** @param {string} aspect */
  aspect(aspect) {
    return this.aspects[aspect]?.name ?? aspect;
  }

  /** @param {string} aspect */
  weight(aspect) {
    const weight = this.aspects[aspect]?.weight;
    return weight === "wording" || weight === "upkeep" ? weight : "clinical";
  }

  /** @param {Held} held @param {string} row @param {string[]} lines */
  sources(held, row, lines) {
    const own = row.startsWith("facts/") ? [row] : [];
    const named = [...lines, ...held.row(row).says?.cites ?? []].flatMap(references);
    return [...new Set([...own, ...named].map((one) => held.source(one)))];
  }
}
