// What an answer says of each entry, beside its field: the same in another unit, or the refusal.

import { patch } from "../patch.js";

/** @typedef {import("../answers/answer.js").Context} Context */

/**
 * Bring the places beside the fields to life.
 * @param {HTMLFormElement} form
 * @param {(note: object) => string} render a note's context to its HTML
 * @returns {{clear: () => void, show: (context: Context) => void}} `clear` where an
 *   answer goes, `show` when another stands
 */
export function startNotes(form, render) {
  /** What stands in each place, as it was rendered. @type {Map<Element, string>} */
  const stands = new Map();

  const clear = () => show({ notes: [] });

  /** @param {Context} context */
  function show({ notes = [] }) {
    const said = new Map(notes.map((note) => [`note-${note.field}`, note]));
    for (const place of form.querySelectorAll(".setting-note")) {
      const note = said.get(place.id);
      const html = note ? render(note) : "";
      if (stands.get(place) === html) continue;
      stands.set(place, html);
      patch(place, html);
      for (const button of place.querySelectorAll("button")) button.hidden = false;
      place.classList.toggle("error", Boolean(note?.error));
    }
    const refused = new Set(notes.filter(({ error }) => error).map(({ field }) => `in-${field}`));
    for (const field of form.querySelectorAll("[aria-invalid]")) if (!refused.has(field.id)) field.removeAttribute("aria-invalid");
    for (const id of refused) form.querySelector(`#${CSS.escape(id)}`)?.setAttribute("aria-invalid", "true");
  }
  return { clear, show };
}
