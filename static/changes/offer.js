// What a waiting edition changes, from the records that this device holds of both.

import { BASE, ownName } from "../base.js";
import { cacheOf } from "../offline/worker.js";
import { compare } from "./compare.js";
import { differing, unexplained } from "./files.js";
import { say } from "./say.js";
import { before } from "./taken.js";

const FORMAT = 1;
const GROUPS = ["clinical", "answers", "wording", "upkeep"];
const OPEN = 5; // so many clinical changes stand open; more are opened by a tap

/** @typedef {import("./compare.js").Account & {format: number}} Account */
/** @typedef {import("./files.js").Listing & {edition: string, engine?: string, webref?: string}} Listing */

/** @param {ArrayBuffer} bytes */
async function digest(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * The record and the list of a saved edition; an error where it has no record, or not the one that
 * it lists: that of another edition would say that nothing changed.
 * @param {string} edition @param {string} base @returns {Promise<[Account, Listing]>}
 */
async function held(edition, base) {
  const own = ownName(base);
  const cacheName = await caches.has(cacheOf(edition, own)) ? cacheOf(edition, own) : before(own);
  const urls = [`${base}edition.json`, `${base}facts.json`];
  const [list, saved] = await Promise.all(urls.map((url) => caches.match(url, { cacheName })));
  const listing = /** @type {Listing} */ (await list?.json());
  if (listing?.edition !== edition) throw new Error("another edition");
  const file = listing?.files.find(({ url }) => url === urls[1]);
  if (!file) throw new Error("no record to compare");
  const bytes = await (saved ?? await fetch(urls[1])).arrayBuffer();
  const record = JSON.parse(new TextDecoder().decode(bytes));
  if (await digest(bytes) !== file.sha256 || record.format !== FORMAT) throw new Error("another record");
  return [record, listing];
}

/**
 * Every change between two editions, in words for a reader; an error where one has no record here.
 * @param {string} from the edition of this window @param {string} to the one that waits
 * @param {string} base the address below which both stand
 * @returns {Promise<Node>}
 */
export async function whatChanges(from, to, base = BASE) {
  const [[old, listing], [now, other]] = await Promise.all([held(from, base), held(to, base)]);
  if (old.pack !== now.pack) throw new Error("another pack");
  const changes = compare(old, now);
  const files = unexplained(old, now, changes, differing(listing, other));
  /** @type {[string, string[]][]} */
  const groups = GROUPS.map((weight) => [
    say(`changes.${weight}`),
    changes.filter((change) => change.weight === weight).map(({ text, sources }) => (
      sources.length ? `${text} ${say("changes.source", { source: sources.join("; ") })}` : text
    )),
  ]);
  groups.push([say("changes.files"), [...engine(listing, other), ...files.map((address) => fileChanged(address, listing, other))]]);
  const said = groups.filter(([, lines]) => lines.length);
  if (!said.length) return new Text(say("changes.none"));
  const { length } = changes.filter(({ weight }) => weight === "clinical");
  return list(said, length > 0 && length <= OPEN);
}

/** @param {Listing} old @param {Listing} now */
function engine(old, now) {
  const versions = { old: old.webref ?? "?", new: now.webref ?? "?" };
  return old.engine === now.engine ? [] : [say("changes.engine", versions)];
}

/** @param {string} address @param {Listing} old @param {Listing} now */
function fileChanged(address, old, now) {
  const there = (/** @type {Listing} */ one) => one.files.some(({ url }) => url === address);
  if (!there(old)) return say("changes.file-new", { address });
  return say(there(now) ? "changes.file" : "changes.file-gone", { address });
}

/** @param {[string, string[]][]} groups @param {boolean} open */
function list(groups, open) {
  const fold = document.createElement("details");
  fold.className = "fold";
  fold.open = open;
  const summary = document.createElement("summary");
  summary.textContent = groups.map(([title, lines]) => `${title}: ${lines.length}`).join(". ");
  fold.append(summary);
  const body = document.createElement("div");
  body.className = "fold-body";
  for (const [title, lines] of groups) {
    const head = document.createElement("p");
    const bold = document.createElement("b");
    bold.textContent = title;
    head.append(bold);
    const items = document.createElement("ul");
    items.append(...lines.map((line) => {
      const item = document.createElement("li");
      item.textContent = line;
      return item;
    }));
    body.append(head, items);
  }
  fold.append(body);
  return fold;
}
