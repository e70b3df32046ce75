// What a device keeps of an edition that stood alone at "/", once a library stands there: moved to its pack.

import { OWN } from "../base.js";

const PAGES = ["webref-pins", "webref-recent"]; // lists of pages, whose addresses name the pack
const WORDS = ["webref-pdfs", "webref-people", "webref-recalls", "webref-signatures", "webref-columns"];
const LABEL = "webref-label";
const MOST = { "webref-pins": 1000, "webref-recent": 6 };

/** @typedef {{id: string, url: string}} Kept */

/** @param {string} name @returns {Kept[]} */
function pagesIn(name) {
  const found = JSON.parse(localStorage.getItem(name) ?? "[]");
  return Array.isArray(found) ? found.filter((one) => typeof one?.url === "string") : [];
}

/** The pack that stood alone, by the pages that were opened of it; "" where none was. */
function packBefore() {
  const pages = PAGES.flatMap(pagesIn);
  return pages.flatMap(({ url }) => /^\/([a-z0-9-]+)\/./.exec(url)?.[1] ?? [])[0] ?? "";
}

/** Give what was kept the names that end in the pack; what has such a name already stays. */
function moveNames() {
  const pack = packBefore();
  if (!pack) return;
  for (const name of /** @type {(keyof typeof MOST)[]} */ (PAGES)) {
    const own = pagesIn(`${name}-${pack}`);
    const all = [...own, ...pagesIn(name).filter(({ id }) => !own.some((one) => one.id === id))];
    if (all.length) localStorage.setItem(`${name}-${pack}`, JSON.stringify(all.slice(0, MOST[name])));
  }
  const renamed = WORDS.map((name) => [name, `${name}-${pack}`]);
  for (const name of [LABEL, `${LABEL}-${pack}`]) renamed.push([name, `${LABEL}-${pack}-${pack}`]);
  for (const [name, other] of renamed) {
    const value = localStorage.getItem(name);
    if (value === null || value.includes(":") && name === "webref-columns") continue; // the library's own columns
    if (localStorage.getItem(other) === null) localStorage.setItem(other, value);
    localStorage.removeItem(name);
  }
  for (const name of PAGES) localStorage.removeItem(name); // last: they tell which pack it was
}

try {
  if (OWN || document.body.dataset.kind === "library") moveNames();
} catch {
  // this browser keeps nothing, or it was written by something else
}
