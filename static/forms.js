// The forms that the page answers itself, so that no entry leaves the device.

import { REFUSAL } from "./form/refusal.js";
import { say } from "./say.js";

/** What a part of a page gives: an end, and the fragment for a raw query where it answers a form. */
/** @typedef {{stop: () => void, answer?: (query: string) => string | Promise<string>}} Started */

/** The request whose answer a form waits for; null from a keystroke on until the next request. */
const awaited = new WeakMap();

/** @param {Event} event */
const keepHere = (event) => event.preventDefault();

/**
 * Answer a form by a module; a short refusal takes the answer's place where that fails.
 * @param {HTMLElement} form
 * @param {Promise<Started>} module
 * @returns {() => void} ends it
 */
export function answerHere(form, module) {
  form.addEventListener("submit", keepHere);
  form.addEventListener("input", () => awaited.set(form, null), true);
  form.addEventListener("htmx:config:request", (/** @type {any} */ { detail: { ctx } }) => {
    awaited.set(form, ctx);
    ctx.fetch = async (/** @type {string} */ address) => page(await fragment(module, address));
  });
  form.addEventListener("htmx:before:swap", (/** @type {any} */ event) => {
    if (awaited.get(form) !== event.detail.ctx) event.preventDefault();
  });
  return () => awaited.set(form, null);
}

/** @param {Promise<Started>} module @param {string} address */
async function fragment(module, address) {
  try {
    const { answer } = await module;
    if (!answer) throw new Error("this form has no answer");
    return await answer(new URL(address, location.href).search.slice(1));
  } catch (error) {
    console.error(error);
    return REFUSAL;
  }
}

/** @param {string} html */
function page(html) {
  return new Response(html, { headers: { "Content-Type": "text/html; charset=utf-8" } });
}

/** Without htmx no form is answered here: the server does, and the reader is told. @param {unknown} error */
export function leaveToServer(error) {
  console.error(error);
  for (const [id, words] of [["calculator", say("form.calculate")], ["search", say("search.name")]]) {
    const form = document.getElementById(id);
    if (!form) continue;
    form.removeEventListener("submit", keepHere);
    const [line, button, note] = ["p", "button", "span"].map((name) => document.createElement(name));
    line.className = "setting";
    button.className = "button";
    button.textContent = words;
    note.className = "note";
    note.textContent = say("form.server");
    line.append(button, " ", note);
    form.append(line);
  }
}
