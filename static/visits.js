// Where the reader was on each page of this window's history; places alone, and in its own memory.

/**
 * How far a page is scrolled, and what stands at its top: an id, and how far below the top that begins.
 * Of a long page the heights of what was never in view are guessed, so the distance alone can mislead.
 * @typedef {{y: number, id: string, below: number}} Place
 */

/** What this script notes with an entry of the history. @typedef {{visit?: string, place?: Place}} Noted */

const STILL_MS = 500; // after the last movement; a browser takes only so many notes
/** Where what one reads has an id, in pixels from the top: below the banner of a page that has one, or further down. */
const LINES = [80, 160, 240, 320, 400];

/** How far pages were scrolled while they were shown, by the id of the visit. @type {Map<string, Place>} */
const places = new Map();

let made = 0;

/** An id that no other page of this window gave. */
const newId = () => `${performance.timeOrigin}-${made += 1}`;

/** @returns {Noted} */
const noted = () => history.state ?? {};

/** The visit whose page is shown; not that of the address while a page is on its way. */
let shown = noted().visit ?? newId();

/** The visit whose page is shown, as an id. */
export const visit = () => shown;

/** Where the reader is on the page shown. @returns {Place} */
function here() {
  const middle = document.documentElement.clientWidth / 2;
  const at = (/** @type {number} */ line) => document.elementFromPoint(middle, line)?.closest("main [id]");
  const top = LINES.reduce((/** @type {Element | null | undefined} */ found, line) => found ?? at(line), null);
  return { y: window.scrollY, id: top?.id ?? "", below: top ? Math.round(top.getBoundingClientRect().top) : 0 };
}

/** Lead to a place on the page shown. @param {Place} place */
function lead({ y, id, below }) {
  const top = id ? document.getElementById(id) : null;
  top?.scrollIntoView(); // laid out now, if it was not
  window.scrollTo(0, top ? window.scrollY + top.getBoundingClientRect().top - below : y);
}

/** Begin a visit: the page at this address is about to be put in place. @param {string} address */
export function enter(address) {
  history.scrollRestoration = "manual"; // a browser scrolls before the page is there
  const place = here();
  places.set(shown, place);
  history.replaceState({ ...noted(), visit: shown, place }, "");
  shown = newId();
  history.pushState({ visit: shown }, "", address);
}

/**
 * Go on with the visit that Back or Forward led to, or begin one, while the page left is still shown.
 * @returns {() => void} leads to where its page was left, once that is shown
 */
export function resume() {
  places.set(shown, here());
  shown = noted().visit ?? newId();
  const place = places.get(shown) ?? noted().place;
  history.replaceState({ ...noted(), visit: shown, place }, "");
  return () => lead(place ?? { y: 0, id: "", below: 0 });
}

/** Steps of a protocol and headings are visits too: a new one stays where it leads, another where it was left. */
export function step() {
  const known = noted().visit;
  if (known === shown) return;
  shown = known ?? newId();
  const place = places.get(shown) ?? noted().place;
  history.replaceState({ ...noted(), visit: shown, place }, "");
  if (known && history.scrollRestoration === "manual") window.scrollTo(0, place?.y ?? 0);
}

let noting = 0;

window.addEventListener("scroll", () => {
  places.set(shown, { y: window.scrollY, id: "", below: 0 }); // where a step of a protocol was left
  clearTimeout(noting);
  noting = setTimeout(() => { // for when the page is loaded anew
    if (noted().visit === shown) history.replaceState({ ...noted(), visit: shown, place: here() }, "");
  }, STILL_MS);
}, { passive: true });
if (history.scrollRestoration === "manual") lead(noted().place ?? { y: 0, id: "", below: 0 });
