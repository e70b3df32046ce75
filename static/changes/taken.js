// An edition that took over while no page was open: what the one before it said is kept until the reader has read what changed.

import { BASE, OWN } from "../base.js";
import { cacheOf } from "../offline/worker.js";

/** Where it is kept once its own cache is tidied away. @param {string} [own] what ends the names of its pack */
export const before = (own = OWN) => `webref-before${own}`;

/** Keep the record and the list of an edition, where they are here. @param {string} edition */
export async function keep(edition) {
  const urls = [`${BASE}edition.json`, `${BASE}facts.json`];
  const found = await Promise.all(urls.map((url) => caches.match(url, { cacheName: cacheOf(edition) })));
  if (!found.every(Boolean)) return;
  const cache = await caches.open(before());
  await Promise.all(urls.map((url, at) => cache.put(url, /** @type {Response} */ (found[at]))));
}

export const forget = () => caches.delete(before());
