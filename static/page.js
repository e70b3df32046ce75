// Every page: what stands on it is brought to life, htmx last.

import { leaveToServer, answerHere } from "./forms.js";
import { start as startLists } from "./list.js";
import "./foot.js";
import "./kept.js";
import { library } from "./libraries.js";
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
 * @returns {{forms: Promise<unknown>, stop: () => void}} `forms` is settled once every form has someone to ask
 */
export function start(root) {
  let stopped = false;
  /** @type {(() => void)[]} */
  const stops = [startLists(root).stop];
  const loading = PARTS.flatMap(([selector, load]) => {
    const found = /** @type {HTMLElement | null} */ (root.querySelector(selector));
    if (!found) return [];
    const module = load().then((part) => {
      if (stopped) throw new Error("the page is gone");
      const started = part.start(root);
      stops.push(started.stop);
      return started;
    });
    if (found.hasAttribute("hx-get")) stops.push(answerHere(found, module));
    return [module];
  });
  function stop() {
    stopped = true;
    for (const end of stops) end();
  }
  return { forms: Promise.allSettled(loading), stop };
}

const config = document.createElement("meta");
config.name = "htmx-config";
config.content = JSON.stringify({
  history: false, // pages are never kept outside the verified edition
  includeIndicatorCSS: false,
  noSwap: [204, 304, "4xx", "5xx"],
});
document.head.append(config);

/**
 * Start a page's content; htmx comes last, when every form that is answered here has its listener.
 * @param {HTMLElement} main
 * @returns {() => void} stops it
 */
function open(main) {
  const { forms, stop } = start(main);
  if (main.querySelector("[hx-get]")) {
    forms.then(() => library("htmx")).then(() => {
      if (!("htmx" in window)) throw new Error("htmx did not run"); // a browser too old to read it
      if (main.isConnected) htmx.process(main);
    }).catch(leaveToServer);
  }
  return stop;
}

let close = open(/** @type {HTMLElement} */ (document.querySelector("main")));
startTaps((put) => {
  close();
  close = open(put());
});

/** Have at hand what another page's parts run on, so that a tap waits for none of it. */
function prepare() {
  for (const [, load] of PARTS) load().catch(() => {}); // told by the page that needs it
  library("htmx").catch(() => {});
}

if (navigator.serviceWorker?.controller) setTimeout(prepare, QUIET_MS); // it is saved here: nothing is sent
