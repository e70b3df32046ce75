// Where the reader was on each page of this window's history; numbers alone, and in its own memory.

/** What this script notes with an entry of the history. @typedef {{visit?: string, y?: number}} Noted */

/** How far each page was scrolled, by the id of its visit. @type {Map<string, number>} */
const places = new Map();

let made = 0;

/** An id that no other page of this window gave. */
const newId = () => `${performance.timeOrigin}-${made += 1}`;

/** @returns {Noted} */
const noted = () => history.state ?? {};

/** The visit whose page is shown; not that of the address while a page is on its way. */
let shown = noted().visit ?? newId();

/** The visit whose page is shown. */
export const visit = () => shown;

/** Note how far the page of this entry is scrolled, for when the browser loads it again. */
function note() {
  history.replaceState({ visit: shown, y: window.scrollY }, "");
}

/** Begin a visit: the page at this address is about to be put in place. @param {string} address */
export function enter(address) {
  history.scrollRestoration = "manual"; // a browser scrolls before the page is there
  note();
  shown = newId();
  history.pushState({ visit: shown, y: 0 }, "", address);
}

/** Go on with the visit that Back or Forward led to, or a new one. @returns {number} how far its page was scrolled */
export function resume() {
  shown = noted().visit ?? newId();
  const y = places.get(shown) ?? noted().y ?? 0;
  history.replaceState({ visit: shown, y }, "");
  return y;
}

/** Steps of a protocol and headings are visits too: new ones stay where they lead, others go back to where they were. */
export function step() {
  const known = noted().visit;
  if (known === shown) return;
  const y = resume();
  if (known && history.scrollRestoration === "manual") window.scrollTo(0, y);
}

window.addEventListener("scroll", () => places.set(shown, window.scrollY), { passive: true });
window.addEventListener("pagehide", () => {
  if (noted().visit === shown) note();
});
if (history.scrollRestoration === "manual") window.scrollTo(0, noted().y ?? 0);
