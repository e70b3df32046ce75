// What this device has saved whole of the packs of a library, read from the caches of their own workers.

import { kept, keptPacks } from "./keep.js";

/** A page or heading: kind, whether of an emergency, title, address, further words that lead there. @typedef {[string, number, string, string, string]} Find */
/**
 * A pack that is saved whole. `read` gives a file of its edition by the name below its address.
 * @typedef {{id: string, title: string, words: string[], finds: Find[], read: (name: string) => Promise<Response | undefined>}} Saved
 */

/** @param {string} pack @returns {Promise<Saved[]>} none where it is not saved whole */
async function savedPack(pack) {
  const { own } = await kept(pack);
  if (!own?.sets?.boot.whole || !own.sets.rest.whole) return [];
  const read = (/** @type {string} */ name) => caches.match(`/${pack}/${name}`, { cacheName: `webref-edition-${pack}-${own.edition}` });
  const about = await (await read("pack.json"))?.json();
  return about ? [{ ...about, read }] : [];
}

/** Every pack that is saved whole, by title. */
export async function savedPacks() {
  const found = await Promise.all((await keptPacks()).map(savedPack));
  return found.flat().sort((one, other) => one.title.localeCompare(other.title));
}

/**
 * A page of a saved pack, its ids and what names them begun with the pack's, so that several stand on one page.
 * @param {Saved} saved @param {string} page such as compare
 */
export async function pageOf({ id, read }, page) {
  const response = await read(`${page}/`);
  if (!response) return null;
  const found = new DOMParser().parseFromString(await response.text(), "text/html");
  for (const name of ["id", "popovertarget", "aria-labelledby", "aria-describedby"]) {
    for (const one of found.querySelectorAll(`[${name}]`)) one.setAttribute(name, `${id}-${one.getAttribute(name)}`);
  }
  return found;
}

/**
 * What is cited in the part of a page that is shown, under the drug's name; nothing where nothing is.
 * @param {Saved} saved @param {Document} page @param {ParentNode} shown
 */
export function sourcesOf({ title }, page, shown) {
  const sources = /** @type {HTMLElement | null} */ (page.querySelector("section.sources"));
  const heading = sources?.querySelector("h2");
  if (!sources || !heading) return [];
  const cited = new Set([...shown.querySelectorAll(".mark")].map((mark) => mark.getAttribute("popovertarget")));
  for (const source of sources.querySelectorAll("li")) if (!cited.has(source.id)) source.remove();
  if (!sources.querySelector("li")) return [];
  heading.textContent = `${title}: ${heading.textContent}`;
  return [document.importNode(sources, true)];
}

/** @template {keyof HTMLElementTagNameMap} T @param {T} name @param {(Node | string)[]} parts @returns {HTMLElementTagNameMap[T]} */
export function element(name, ...parts) {
  const made = document.createElement(name);
  made.append(...parts);
  return made;
}
