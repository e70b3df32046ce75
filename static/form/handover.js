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
    button.textContent = sayHere((await copied(text, place)) ? "copy.done" : "copy.select");
    say(button.textContent);
  });

  /** @param {Context | null} context */
  function update(context) {
    text = context?.copy ?? "";
    for (const button of box.querySelectorAll("[data-action]")) /** @type {HTMLElement} */ (button).hidden = !text;
    if (place) place.hidden = true;
    if (worksheet) worksheet.href = `${blank}${query()}`;
  }
  update(null);
  return { update };
}

/**
 * Put the text of an answer on the clipboard with the time of copying; shown where none is allowed.
 * @param {string} text
 * @param {HTMLElement | null} place where it is shown then
 * @returns {Promise<boolean>} whether it was copied
 */
async function copied(text, place) {
  const words = `${text}\n${sayHere("copy.time", { time: localTime().replace("T", " ") })}`;
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
