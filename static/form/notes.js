// What an answer says of each entry, beside its field: the same in another unit, or the refusal.

/** @typedef {import("../answers/answer.js").Context} Context */

/**
 * Bring the places beside the fields to life.
 * @param {HTMLFormElement} form
 * @param {(note: object) => string} render a note's context to its HTML
 * @returns {{clear: () => void, show: (context: Context) => void}} `clear` at every entry, `show`
 *   when its answer stands
 */
export function startNotes(form, render) {
  function clear() {
    for (const note of form.querySelectorAll(".setting-note")) {
      note.replaceChildren();
      note.classList.remove("error");
    }
    for (const field of form.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
  }

  /** @param {Context} context */
  function show({ notes = [] }) {
    clear();
    for (const note of notes) {
      const place = form.querySelector(`#note-${CSS.escape(note.field)}`);
      if (!place) continue;
      place.innerHTML = render(note);
      for (const button of place.querySelectorAll("button")) button.hidden = false;
      if (!note.error) continue;
      place.classList.add("error");
      form.querySelector(`#in-${CSS.escape(note.field)}`)?.setAttribute("aria-invalid", "true");
    }
  }
  return { clear, show };
}
