// The forms that the page answers itself, so that no entry leaves the device.

import { REFUSAL } from "./form/refusal.js";
import { patch } from "./patch.js";
import { say } from "./say.js";

/**
 * What a part of a page gives: an end, and where it answers a form the fragment for a raw query,
 * with what is settled once that comes without waiting for code.
 * @typedef {{stop: () => void, answer?: (query: string) => string | Promise<string>,
 *   ready?: Promise<unknown>}} Started
 */

/**
 * Answer a form at every entry, in the element that its `data-answer` names, and tell of it by an
 * event `webref:answer`. A short refusal takes the answer's place where there is none to be had;
 * an answer that a later entry overtook is shown to nobody.
 * @param {HTMLFormElement} form marked `data-answering` once it is answered here
 * @param {Promise<Started>} module
 * @returns {{stop: () => void, ready: Promise<void>}} `stop` ends it, `ready` is settled once it is marked
 */
export function answerHere(form, module) {
  const box = /** @type {HTMLElement} */ (document.getElementById(form.dataset.answer ?? ""));
  let latest = 0;

  /** What answers, once its code is there: within the event that asks. @type {Started["answer"] | null} */
  let answer = null;

  function ask() {
    const mine = latest += 1;
    const found = fragment(form, answer, module);
    if (typeof found === "string") show(found);
    else found.then((html) => { if (mine === latest) show(html); });
  }

  /** @param {string} html */
  function show(html) {
    patch(box, html);
    form.dispatchEvent(new CustomEvent("webref:answer"));
  }

  /** @param {Event} event */
  function keepHere(event) {
    event.preventDefault();
    ask();
  }

  function stop() {
    latest += 1;
    form.removeEventListener("input", ask);
  }

  /** @param {unknown} error */
  function failed(error) {
    if (!form.isConnected) return;
    console.error(error);
    form.removeEventListener("submit", keepHere);
    offerServer(form);
  }

  form.addEventListener("input", ask);
  form.addEventListener("submit", keepHere);
  module.then((started) => { answer = started.answer ?? null; }, failed);
  const ready = module.then((started) => started.ready).catch(() => {}) // told with the answer
    .then(() => { form.dataset.answering = ""; });
  return { stop, ready };
}

/**
 * What takes the answer's place: at once where its code is there, and what it stands on.
 * @param {HTMLFormElement} form
 * @param {Started["answer"] | null} answer
 * @param {Promise<Started>} module gives it otherwise
 * @returns {string | Promise<string>}
 */
function fragment(form, answer, module) {
  /** @param {unknown} error */
  const refused = (error) => {
    console.error(error);
    return REFUSAL;
  };
  if (!answer) {
    return module.then((started) => {
      if (!started.answer) throw new Error("this form has no answer");
      return started.answer(queryOf(form));
    }).catch(refused);
  }
  try {
    const found = answer(queryOf(form));
    return typeof found === "string" ? found : found.catch(refused);
  } catch (error) {
    return refused(error);
  }
}

/** @param {HTMLFormElement} form */
const queryOf = (form) => new URLSearchParams(/** @type {any} */ (new FormData(form))).toString();

/** Where the code of a form cannot be had, the server may answer it, and the reader is told so. @param {HTMLFormElement} form */
function offerServer(form) {
  const [line, button, note] = ["p", "button", "span"].map((name) => document.createElement(name));
  line.className = "setting";
  button.className = "button";
  button.textContent = say(form.id === "search" ? "search.name" : "form.calculate");
  note.className = "note";
  note.textContent = say("form.server");
  line.append(button, " ", note);
  form.append(line);
}
