// Every page: what stands on it is brought to life.

import { answerHere } from "./forms.js";
import { start as startLists } from "./list.js";
import "./foot.js";
import "./kept.js";
import "./slash.js";
import "./sources.js";
import { startTaps } from "./taps.js";
import "./translated.js";

/**
 * What a page may hold, and the module that brings it to life: its `start` takes the page's content
 * and returns what stops it. Those that give an `answer` answer a form.
 * @type {[string, () => Promise<{start: (root: HTMLElement) => import("./forms.js").Started}>][]}
 */
const PARTS = [
  ["#calculator", () => import("./form/form.js")],
  ["#search", () => import("./search.js")],
  ["[data-filter], [data-compare]", () => import("./filter.js")],
  ["a[data-carry]", () => import("./form/onward.js")],
  ['[data-action="aloud"]', () => import("./aloud.js")],
  ['a[type="application/pdf"]', () => import("./pdfs.js")],
];

const QUIET_MS = 3000; // after a page was loaded; who taps at once is not held up by it

/**
 * Bring a page to life.
 * @param {HTMLElement} root its content
 * @returns {() => void} stops it
 */
function open(root) {
  let stopped = false;
  /** @type {(() => void)[]} */
  const stops = [startLists(root).stop];
  for (const [selector, load] of PARTS) {
    const found = /** @type {HTMLElement | null} */ (root.querySelector(selector));
    if (!found) continue;
    const module = load().then((part) => {
      if (stopped) throw new Error("the page is gone");
      const started = part.start(root);
      stops.push(started.stop);
      return started;
    });
    if (found instanceof HTMLFormElement && found.dataset.answer) stops.push(answerHere(found, module));
    else module.catch((error) => console.error(error));
  }
  return () => {
    stopped = true;
    for (const end of stops) end();
  };
}

let close = open(/** @type {HTMLElement} */ (document.querySelector("main")));
startTaps((put) => {
  close();
  close = open(put());
});

/** Have at hand what another page's parts run on, so that a tap waits for none of it. */
function prepare() {
  for (const [, load] of PARTS) load().catch(() => {}); // told by the page that needs it
}

if (navigator.serviceWorker?.controller) setTimeout(prepare, QUIET_MS); // it is saved here: nothing is sent
