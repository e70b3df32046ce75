// Pages at hand: what a tap may lead to next is read while nothing else is to be done, so that a tap
// waits for nobody. Read from this device alone, and of this window's own edition alone.

const OWN = "Webref-Edition"; // the worker names the edition: the page is of this window's own
const MOST = 40; // pages; those in view and those of the dock are fewer
const QUIET_MS = 3000; // where no browser tells when nothing is to be done; who taps at once is not held up

/** Asks when nothing else is to be done. @type {(call: () => void) => unknown} */
const whenIdle = window.requestIdleCallback ?? ((call) => setTimeout(call, QUIET_MS));

/** A moment at which nothing else is to be done. @returns {Promise<void>} */
export const idle = () => new Promise((done) => { whenIdle(() => done()); });

/** The text of pages by their paths, read last at the end. @type {Map<string, string>} */
const texts = new Map();

/** @param {string} path @param {string} text */
function keep(path, text) {
  if (texts.size >= MOST) texts.delete(texts.keys().next().value ?? "");
  texts.set(path, text);
}

/** Ends the reading for the page shown before. */
let stop = () => {};

let isTaken = false; // another worker answers: a tap is to lead to what it has

/** The text of a page of this window's edition, or "" where the worker has none. @param {string} path */
async function fetchText(path) {
  const response = await fetch(path);
  return response.ok && response.headers.has(OWN) ? response.text() : "";
}

/**
 * The text of a page as it is saved, or "". It is taken from the cache of this window's edition and not
 * asked of the worker: one that is to make room for another, or for none, must not be kept busy.
 * @param {string} path
 */
async function readSaved(path) {
  const [known, { cacheOf }] = await Promise.all([import("./offline/known.js"), import("./offline/worker.js")]);
  const { edition } = await known.edition;
  const stored = await caches.match(path, { cacheName: cacheOf(edition) });
  return stored ? stored.text() : "";
}

/**
 * The text of a page of this window's edition: at once where it is at hand.
 * @param {string} path
 * @returns {string | Promise<string>} "" where the worker does not answer with one
 */
export const textOf = (path) => texts.get(path) ?? fetchText(path);

/**
 * Read the page that Back leads to, and what the links lead to that are in view on the page shown, and those of the dock.
 * @param {(link: HTMLAnchorElement) => string | null} pathOf where a tap on a link leads, if that can be put in place
 * @param {string} left the path of the page shown before
 */
export function keepAhead(pathOf, left) {
  stop();
  let isOver = isTaken;
  const wanted = new Set(left ? [left] : []);
  let isReading = false;

  async function read() {
    if (isReading) return;
    isReading = true;
    for (const path of wanted) {
      if (texts.has(path)) continue;
      await idle();
      const text = isOver ? "" : await readSaved(path).catch(() => ""); // told by the tap that needs it
      if (isOver) return;
      if (text) keep(path, text);
    }
    isReading = false;
  }

  const watch = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      const path = isIntersecting ? pathOf(/** @type {HTMLAnchorElement} */ (target)) : null;
      if (path) wanted.add(path);
    }
    read();
  });
  for (const link of document.querySelectorAll("main a[href], .dock a[href]")) watch.observe(link);
  stop = () => {
    isOver = true;
    watch.disconnect();
  };
}

navigator.serviceWorker?.addEventListener("controllerchange", () => {
  isTaken = true;
  stop();
  texts.clear();
});
