// Every page: what stands on it is brought to life.

import { idle } from "./ahead.js";
import { answerHere } from "./forms.js";
import { start as startLists } from "./list.js";
import "./foot.js";
import "./kept.js";
import "./slash.js";
import "./sources.js";
import "./strokes.js";
import { readAhead, startTaps } from "./taps.js";
import "./translated.js";

/**
 * What brings a part of a page to life: its `start` takes the page's content and returns what stops
 * it. Those that give an `answer` answer a form.
 * @typedef {{start: (root: HTMLElement) => import("./forms.js").Started}} Part
 */

/** What a page may hold, and the module for it. @type {[string, () => Promise<Part>][]} */
const PARTS = [
  ["#calculator", () => import("./form/form.js")],
  ["#search", () => import("./search.js")],
  ["[data-filter], [data-compare]", () => import("./filter.js")],
  ["a[data-carry]", () => import("./form/onward.js")],
  ['[data-action="aloud"]', () => import("./aloud.js")],
  ['a[type="application/pdf"]', () => import("./pdfs.js")],
  ["#list", () => import("./mylist.js")],
];

/** Those that are here, by what they bring to life: a page that is put in place has them before it is painted. @type {Map<string, Part>} */
const parts = new Map();

/** What they ask for later. @type {(() => Promise<unknown>)[]} */
const LATER = [() => import("./form/carry.js"), () => import("./searcher.js")];

/** Offer to report a mistake, beside an answer and at the foot; the script for it comes with the tap. @param {HTMLElement} root */
function offerReport(root) {
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-report]"))) {
    button.hidden = false;
    button.addEventListener("click", () => import("./report.js").then(({ open }) => open(root, button), () => {
      button.textContent = button.dataset.report ?? "";
    }));
  }
}

/**
 * Bring a page to life.
 * @param {HTMLElement} root its content
 * @returns {{stop: () => void, ready: Promise<unknown>}} `ready` is settled once its forms are answered
 */
function open(root) {
  let stopped = false;
  /** @type {(() => void)[]} */
  const stops = [startLists(root).stop];
  offerReport(root);
  const answering = [];
  for (const [selector, load] of PARTS) {
    const found = /** @type {HTMLElement | null} */ (root.querySelector(selector));
    if (!found) continue;
    const module = Promise.resolve(parts.get(selector) ?? load()).then((part) => { // once its form is listened to
      if (stopped) throw new Error("the page is gone");
      parts.set(selector, part);
      const started = part.start(root);
      stops.push(started.stop);
      return started;
    });
    if (found instanceof HTMLFormElement && found.dataset.answer) {
      const form = answerHere(found, module);
      stops.push(form.stop);
      answering.push(form.ready);
    } else module.catch((error) => { if (!stopped) console.error(error); });
  }
  function stop() {
    stopped = true;
    for (const end of stops) end();
  }
  return { stop, ready: Promise.all(answering) };
}

let shown = open(/** @type {HTMLElement} */ (document.querySelector("main")));
// What is saved here is told, and saved, once the page can be used; a pack that is being edited is not saved.
if ("saves" in document.body.dataset) shown.ready.then(() => import("./offline.js"));
startTaps((put) => {
  shown.stop();
  shown = open(put());
});

/** Have at hand what other pages hold, then what their parts run on, one after the other, so that a tap waits for none of it. */
async function prepare() {
  readAhead();
  document.addEventListener("webref:page", readAhead);
  const loads = PARTS.map(([selector, load]) => () => load().then((part) => { parts.set(selector, part); }));
  for (const load of [...loads, ...LATER]) {
    await idle();
    await load().catch(() => {}); // told by the page that needs it
  }
}

if (navigator.serviceWorker?.controller) shown.ready.then(prepare, prepare); // it is saved here: nothing is sent
