// Entries that Back or a link brought: shown with their time, and counted for nothing until the reader says whose they are.

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

/** Nothing comes back of what was entered before: a second check is blind. */
export const forgetLeft = () => left.clear();

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
 * @param {{use: () => void, clear: () => void, edition: () => string}} ways what the reader may do with them, and what answers here
 * @returns {{hold: (at: number, link?: string) => void, end: () => void, isHeld: () => boolean, fragment: () => string, words: () => string}}
 *   `hold` begins it, for entries of which the last was made at that time, or which a link of that
 *   edition brought; `fragment` stands in the
 *   answer's place, `words` say the same
 */
export function startHeld(form, box, { use, clear, edition }) {
  let at = 0;
  let linked = ""; // the edition of a link

  function end() {
    at = 0;
    form.classList.remove("is-held");
  }

  /** @param {number} entered @param {string} [link] */
  function hold(entered, link = "") {
    at = entered;
    linked = link;
    form.classList.add("is-held");
  }

  box.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("[data-held]") : null;
    if (!(button instanceof HTMLElement) || !at) return;
    end();
    if (button.dataset.held === "use") use();
    else clear();
  });

  /** A sentence as HTML. @param {string} sentence */
  function shown(sentence) {
    const words = document.createElement("p");
    words.textContent = sentence;
    return words.innerHTML;
  }

  const title = () => (linked ? say("held.linked") : say("held.title", { time: localTime(new Date(at)).slice(11) }));

  /** Why they are held; of a link also whether another edition made it, once this page knows its own. */
  function why() {
    if (!linked) return [say("held.why")];
    const own = edition().slice(0, 12);
    const other = own && own !== linked ? [say("held.edition", { edition: linked, own })] : [];
    return [say("held.linked-why"), ...other];
  }

  function fragment() {
    return `<div class="check check-warn"><p><b>${title()}</b> ${why().map(shown).join(" ")}</p></div>`
      + `<div class="buttons"><button type="button" class="button" data-held="use">${shown(say("held.use"))}</button> `
      + `<button type="button" class="button" data-held="clear">${shown(say("held.clear"))}</button></div>`;
  }
  return { hold, end, isHeld: () => at > 0, fragment, words: () => [`${title()}.`, ...why()].join(" ") };
}
