// Entries that go with some options of a choice alone: out of sight, and empty, until one of those is chosen.

/** @typedef {import("./fields.js").Fields} Fields */

/**
 * Bring them to life.
 * @param {HTMLFormElement} form
 * @param {Fields} fields its fields
 * @returns {() => string[]} to be called whenever entries may have changed; the names, as read, of
 *   the entries that it cleared
 */
export function startApplying(form, fields) {
  const places = /** @type {HTMLElement[]} */ ([...form.querySelectorAll("[data-applies]")]);
  form.classList.add("is-alive");

  /** @param {string} part a choice and its options, as `population=child` */
  function holds(part) {
    const [name, options] = part.split("=");
    return options.split(",").includes(fields.valueOf(name));
  }

  function show() {
    return places.flatMap((place) => {
      const { applies = "", input = "" } = place.dataset;
      const isShown = applies.split(" ").every(holds);
      place.classList.toggle("applies", isShown);
      return isShown || !input ? [] : fields.empty(input);
    });
  }
  show();
  return show;
}
