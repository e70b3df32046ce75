// Handing an answer over: copied as text, printed, or taken to the worksheet.

import { localTime } from "../clock.js";
import { say as sayHere } from "../say.js";

/** @typedef {import("../answers/answer.js").Context} Context */
/** @typedef {{say: (words: string) => void, query: () => string}} Ways */

/**
 * Bring the buttons beside an answer to life.
 * @param {HTMLElement} root the page's content
 * @param {HTMLElement} box where the answer stands, with buttons of its own
 * @param {Ways} ways `say` tells a screen reader, `query` gives what has been entered
 * @returns {{update: (context: Context | null) => void}} to be called whenever the answer comes or goes
 */
export function startHandover(root, box, { say, query }) {
  const worksheet = /** @type {HTMLAnchorElement | null} */ (root.querySelector('[data-action="worksheet"]'));
  const place = /** @type {HTMLElement | null} */ (root.querySelector("[data-copied]"));
  const blank = worksheet?.getAttribute("href") ?? "";
  let text = "";

  box.addEventListener("click", async ({ target }) => {
    const button = target instanceof Element ? target.closest("[data-action]") : null;
    const { action } = /** @type {HTMLElement | null} */ (button)?.dataset ?? {};
    if (action === "print") window.print();
    if (action !== "copy" || !text || !button) return;
    const words = `${text}\n${sayHere("copy.time", { time: localTime().replace("T", " ") })}`;
    button.textContent = sayHere((await toClipboard(words, place)) ? "copy.done" : "copy.select");
    say(button.textContent);
  });

  /** @param {Context | null} context */
  function update(context) {
    text = context?.copy ?? "";
    for (const button of box.querySelectorAll("[data-action]")) /** @type {HTMLElement} */ (button).hidden = !text;
    if (place) place.hidden = true;
    leadToWorksheet();
  }

  /** To the blank sheet, which is a file of the edition; with an answer to one that the server fills in, which is said. */
  function leadToWorksheet() {
    if (!worksheet) return;
    const entered = text && query();
    worksheet.href = entered ? `${worksheet.dataset.filled}${entered}` : blank;
    const [toBlank, toFilled] = /** @type {NodeListOf<HTMLElement>} */ (worksheet.querySelectorAll("span"));
    toBlank.hidden = Boolean(entered);
    toFilled.hidden = !entered;
  }

  update(null);
  return { update };
}

/**
 * Put a text on the clipboard; shown where none is allowed.
 * @param {string} words
 * @param {HTMLElement | null} place where it is shown then
 * @returns {Promise<boolean>} whether it was copied
 */
export async function toClipboard(words, place) {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    if (!place) return false;
    place.textContent = words;
    place.hidden = false;
    getSelection()?.selectAllChildren(place);
    return false;
  }
}
