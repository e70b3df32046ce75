// Entries that Back brought back: shown with their time, and counted for nothing until the reader says whose they are.

import { localTime } from "../clock.js";
import { say } from "../say.js";
import { visit } from "../visits.js";

/** @typedef {{address: string, query: string, at: number}} Left entries as a query, and when the last was made */

const KEPT_MS = 15 * 60 * 1000;

/** What stood in the forms of pages that a tap left, by the id of the visit; in this window's memory alone. @type {Map<string, Left>} */
const left = new Map();

/** @param {number} at milliseconds */
const isRecent = (at) => Date.now() - at < KEPT_MS && Date.now() >= at;

/** Note what stands in a form whose page is left. @param {string} query empty where nothing was entered @param {number} at when the last entry was made */
export function leave(query, at) {
  const own = visit();
  left.delete(own);
  const hasEntries = [...new URLSearchParams(query).keys()].some((name) => name !== "label");
  if (!hasEntries || !isRecent(at)) return;
  left.set(own, { address: location.pathname, query, at });
  setTimeout(() => { if (left.get(own)?.at === at) left.delete(own); }, KEPT_MS);
}

/** What stood in the form of this visit, told once; null where nothing did, or too long ago. @returns {Left | null} */
export function comeBack() {
  const found = left.get(visit());
  left.delete(visit());
  return found && found.address === location.pathname && isRecent(found.at) ? found : null;
}

/**
 * Hold entries of a form back until the reader takes them.
 * @param {HTMLFormElement} form
 * @param {HTMLElement} box where the answer stands
 * @param {{use: () => void, clear: () => void}} ways what the reader may do with them
 * @returns {{hold: (at: number) => void, end: () => void, isHeld: () => boolean, fragment: () => string, words: () => string}}
 *   `hold` begins it, for entries of which the last was made at that time; `fragment` stands in the
 *   answer's place, `words` say the same
 */
export function startHeld(form, box, { use, clear }) {
  let at = 0;

  function end() {
    at = 0;
    form.classList.remove("is-held");
  }

  /** @param {number} entered */
  function hold(entered) {
    at = entered;
    form.classList.add("is-held");
  }

  box.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("[data-held]") : null;
    if (!(button instanceof HTMLElement) || !at) return;
    end();
    if (button.dataset.held === "use") use();
    else clear();
  });

  /** A sentence of the table as HTML. @param {string} key */
  function shown(key) {
    const words = document.createElement("p");
    words.textContent = say(key);
    return words.innerHTML;
  }

  const title = () => say("held.title", { time: localTime(new Date(at)).slice(11) });

  function fragment() {
    return `<div class="check check-warn"><p><b>${title()}</b> ${shown("held.why")}</p></div>`
      + `<div class="buttons"><button type="button" class="button" data-held="use">${shown("held.use")}</button> `
      + `<button type="button" class="button" data-held="clear">${shown("held.clear")}</button></div>`;
  }
  return { hold, end, isHeld: () => at > 0, fragment, words: () => `${title()}. ${say("held.why")}` };
}
