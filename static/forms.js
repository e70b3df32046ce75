// The forms that the page answers itself, so that no entry leaves the device.

import { REFUSAL } from "./form/refusal.js";
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

  async function ask() {
    const mine = latest += 1;
    const html = await fragment(form, module);
    if (mine !== latest) return;
    box.innerHTML = html;
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
  module.catch(failed);
  const ready = module.then((started) => started.ready).catch(() => {}) // told with the answer
    .then(() => { form.dataset.answering = ""; });
  return { stop, ready };
}

/** @param {HTMLFormElement} form @param {Promise<Started>} module */
async function fragment(form, module) {
  try {
    const { answer } = await module;
    if (!answer) throw new Error("this form has no answer");
    return await answer(new URLSearchParams(/** @type {any} */ (new FormData(form))).toString());
  } catch (error) {
    console.error(error);
    return REFUSAL;
  }
}

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
