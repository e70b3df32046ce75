// Who signed the edition that this device holds: asked of the server, remembered, and said.

import { BASE } from "../base.js";
import { recall, remember } from "../offline/memory.js";
import { cacheOf, savedState } from "../offline/worker.js";
import { digest } from "./ed25519.js";
import { trust, trusted } from "./known.js";
import { examine, readPeople, readSignatures } from "./signatures.js";
import { sayOffer, sayOwn } from "./said.js";

const KEPT = "webref-signatures"; // in localStorage: a list of signatures.json, one for each edition held

/**
 * What is known of an edition: its people and what its signatures prove, both null where it has none.
 * @typedef {{people: import("./signatures.js").People|null,
 *   examined: import("./signatures.js").Examined|null}} Found
 */

/** The files remembered, in the order in which they came. @returns {string[]} */
function kept() {
  try {
    const found = JSON.parse(recall(KEPT) ?? "[]");
    return Array.isArray(found) ? found.filter((text) => typeof text === "string") : [];
  } catch {
    return [];
  }
}

/** What the server holds: signatures of the edition that it serves. @returns {Promise<string>} "" where none came */
async function served() {
  try {
    const response = await fetch(`${BASE}signatures.json`, { cache: "no-store" });
    return response.ok ? await response.text() : "";
  } catch {
    return "";
  }
}

/** A file as an edition has it here. @param {string} edition @param {string} url */
async function saved(edition, url) {
  const response = await caches.match(BASE + url, { cacheName: cacheOf(edition) });
  return response ? response.text() : "";
}

/**
 * Hold an edition that is saved here against its people and those trusted.
 * @param {string} edition @param {string[]} files signatures.json, of which the best counts
 * @returns {Promise<Found|null>} null where its list is not saved here
 */
async function lookAt(edition, files) {
  const list = await saved(edition, "edition.json");
  if (!list) return null;
  const { files: listed } = JSON.parse(list);
  const entry = listed.find((/** @type {{url: string}} */ { url }) => url === `${BASE}people.json`);
  if (!entry) return { people: null, examined: null };
  const text = await saved(edition, "people.json") || await (await fetch(`${BASE}people.json`)).text();
  const people = await digest(text) === entry.sha256 ? readPeople(text) : null;
  if (!people) return null;
  const known = trusted();
  const [hash, found] = [await digest(list), files.map(readSignatures).filter((one) => one?.edition === edition)];
  const all = await Promise.all([null, ...found].map((one) => examine(people, edition, hash, one, known)));
  const count = (/** @type {import("./signatures.js").Examined} */ { signed, old }) => signed.filter(([, day]) => day).length + old;
  const examined = all.reduce((best, one) => (count(one) >= count(best) ? one : best));
  return { people, examined };
}

let turn = Promise.resolve();
/** The editions of which the server's signatures were asked for, on this page. @type {Set<string>} */
const asked = new Set();
/** What was found of this window's edition last. @type {Found|null} */
let latest = null;
let done = ""; // what that was found from: while an edition is saved this is asked after each file

/** Look at this window's edition and the one that waits; ask the server once for what is not signed by enough. */
async function look() {
  const { window: here, offer } = savedState();
  const editions = [here, offer].flatMap((one) => (one?.sets ? [one.edition] : []));
  if (!here?.sets) return; // the server answered this page: nothing here was held against its list
  let files = kept();
  const from = JSON.stringify([editions, files, trusted()]);
  if (from === done) return;
  let found = await Promise.all(editions.map((edition) => lookAt(edition, files)));
  const wanting = editions.filter((edition, place) => found[place]?.examined?.state !== "signed" && !asked.has(edition));
  if (wanting.length) {
    for (const edition of wanting) asked.add(edition);
    const text = await served();
    const about = readSignatures(text)?.edition ?? "";
    if (editions.includes(about) && !files.includes(text)) files = [...files, text];
    found = await Promise.all(editions.map((edition) => lookAt(edition, files)));
    const held = files.filter((one) => editions.includes(readSignatures(one)?.edition ?? ""));
    remember(KEPT, held.length ? JSON.stringify(held.slice(-6)) : null);
  }
  const [own, waiting] = found;
  latest = own;
  if (own?.people && own.examined?.state === "signed") trust(own.people);
  sayOwn(own, here.edition);
  sayOffer(offer ? waiting : null, Boolean(trusted()));
  if (own) done = JSON.stringify([editions, kept(), trusted()]);
}

/** One look after another; one that fails says nothing, and the line of the draft stays. */
function lookInTurn() {
  turn = turn.then(look).catch(() => {});
}

/** Keep the signatures of this window's edition told. */
export function start() {
  document.addEventListener("webref:saved", lookInTurn);
  document.addEventListener("webref:page", () => {
    sayOwn(latest, savedState().window?.edition ?? "");
    done = "";
    lookInTurn();
  });
  window.addEventListener("online", () => {
    asked.clear();
    done = "";
    lookInTurn();
  });
  lookInTurn();
}
