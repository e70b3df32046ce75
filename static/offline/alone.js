// What is saved of an edition that stood alone at "/", once a library stands there: held until its pack is saved.

import { recall, remember } from "./memory.js";
import { ask, cacheOf } from "./worker.js";

const SHOWN = "webref-shown"; // as in ../offline.js
const ALONE = /^webref-edition-[0-9a-f]{64}$/;
const PACK = /^\/([a-z0-9-]+)\/contents\/$/; // a page that every edition has at its pack's address

/** By pack, the caches of what stood alone. @returns {Promise<Map<string, string[]>>} */
export async function stoodAlone() {
  /** @type {Map<string, string[]>} */
  const found = new Map();
  for (const cacheName of (await caches.keys()).filter((name) => ALONE.test(name))) {
    const list = await (await caches.match("/edition.json", { cacheName }))?.json().catch(() => null);
    const packs = (list?.files ?? []).flatMap((/** @type {{url: string}} */ { url }) => PACK.exec(url)?.[1] ?? []);
    for (const pack of packs) found.set(pack, [...found.get(pack) ?? [], cacheName]);
  }
  return found;
}

/**
 * The edition that the reader has read is that which stood alone, where nothing was consented to since:
 * then what took its place is said on the pack's pages, like any edition that takes over by itself.
 * @param {string} pack
 */
export async function shownAlone(pack) {
  const last = recall(SHOWN, "");
  if (!last || recall(SHOWN, pack) !== null) return;
  if ((await stoodAlone()).get(pack)?.includes(cacheOf(last, ""))) remember(SHOWN, last, pack);
}

/** Drop what stood alone of a pack. @param {string} pack @param {Set<string>} [used] but for these editions */
export async function dropAlone(pack, used = new Set()) {
  for (const name of (await stoodAlone()).get(pack) ?? []) if (!used.has(name.slice(-64))) await caches.delete(name);
}

/** The same once the pack is saved at its own address, but for what another window still shows. @param {string} pack */
export async function dropUnseen(pack) {
  if (!(await stoodAlone()).has(pack)) return;
  await shownAlone(pack); // its cache is how it is known
  const worker = (await navigator.serviceWorker.getRegistration("/"))?.active;
  if (worker) await ask(worker, { ask: "state" }); // it strikes out windows that are gone
  const windows = await caches.open("webref-windows");
  const noted = await Promise.all((await windows.keys()).map(async (one) => (await windows.match(one))?.text() ?? ""));
  await dropAlone(pack, new Set(noted));
}
