// Files that no change of the record explains. Twin of webref/outputs/changes/files.py.

import { Held } from "./compare.js";
import { references } from "./lines.js";

const LISTS = ["home", "contents", "monograph", "calculators", "protocols", "without-scripts", "list", "pdfs",
  "offline", "sources", "changes"];
const EVERYTHING = ["/facts.json", "/calculators.json", "/search.json", "/manifest.webmanifest"];
const AROUND = ["pack", "words"];
const NAMING = ["title", "short", "name", "new", "gone"];
const SPOKEN = ["/static/wording.js", "/static/answers/words.js", "/static/changes/words.js"];

/** @typedef {{files: {url: string, sha256: string, set: string}[]}} Listing */
/** @typedef {import("./compare.js").Account} Account */
/** @typedef {import("./compare.js").Change} Change */
/** @typedef {import("./compare.js").Row} Row */

/** The addresses of files that are not the same in both lists. @param {Listing} old @param {Listing} now */
export function differing(old, now) {
  const [before, after] = [old, now].map(({ files }) => (
    new Map(files.filter(({ set }) => set !== "pdf").map(({ url, sha256 }) => [url, sha256]))
  ));
  const urls = new Set([...before.keys(), ...after.keys()]);
  return [...urls].filter((url) => before.get(url) !== after.get(url)).sort();
}

/**
 * Those of the addresses that no change explains: they belong to code or appearance.
 * @param {Account} old @param {Account} now @param {Change[]} changes @param {string[]} urls
 */
export function unexplained(old, now, changes, urls) {
  const shown = [old, now].map((record) => new Shown(new Held(record), changes));
  return urls.filter((url) => !shown.some((one) => one.explains(url)));
}

class Shown {
  /** @param {Held} held @param {Change[]} changes */
  constructor(held, changes) {
    const { pages } = held.record;
    this.held = held;
    this.base = pages.home ?? "/"; // the address below which the edition stands
    this.any = changes.length > 0;
    this.pages = new Map(Object.entries(pages).map(([page, url]) => [url, page]));
    this.changed = new Set(changes.map(({ row }) => row));
    this.around = changes.some(({ row, aspect }) => (
      AROUND.includes(row.split("/")[0]) || (NAMING.includes(aspect) && row in pages)
    ));
  }

  /** @param {string} url */
  explains(url) {
    const own = url.startsWith(this.base) ? `/${url.slice(this.base.length)}` : url;
    if (EVERYTHING.includes(own)) return this.any;
    if (SPOKEN.includes(own)) return [...this.changed].some((row) => row.startsWith("words/"));
    const page = this.pages.get(url);
    if (page === undefined) return false;
    if (LISTS.includes(page)) return this.any;
    if (this.around) return true;
    for (const row of this.on(page)) if (this.changed.has(row)) return true;
    return false;
  }

  /** The rows that stand on a page, and those that they name. @param {string} page @returns {Generator<string>} */
  * on(page) {
    const top = page.split("/").slice(0, 2).join("/"); // the documents of a protocol are one thing
    const timed = this.held.rows.get(top)?.says?.calculator ?? [];
    const own = [top, ...timed.map((name) => `calculators/${name}`)]; // and its clock times too
    for (const row of this.held.record.rows) {
      if (own.some((one) => row.id === one || row.id.startsWith(`${one}/`))) {
        yield row.id;
        yield* this.named(row);
      } else if (row.says?.entry && row.says.to?.some((name) => own.includes(`calculators/${name}`))) {
        yield row.id; // what is carried to it
      }
    }
  }

  /** @param {Row | undefined} row @returns {Generator<string>} */
  * named(row) {
    for (const [aspect, lines] of Object.entries(row?.says ?? {})) {
      for (const line of lines) {
        if (aspect === "limits") {
          yield `limits/${line}`;
          yield* this.named(this.held.rows.get(`limits/${line}`));
          continue;
        }
        for (const name of references(line)) {
          const fact = this.held.rows.get(name);
          yield fact ? name : `sources/${name.split(": ")[0]}`;
          yield* this.named(fact);
        }
        yield line; // a page that it leads to, or the row on which labels differ
        yield `calculators/${line}`;
        yield `differences/${line}`;
      }
    }
  }
}
