// Entries that go with some options of a choice alone: out of sight, and empty, until one of those is chosen;
// and the volume of a strength as it is printed, which is in sight with its unit, or while it is filled.

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
  const volumes = /** @type {HTMLElement[]} */ ([...form.querySelectorAll("[data-volume]")]);
  form.classList.add("is-alive");

  /** @param {string} part a choice and its options, as `population=child` */
  function holds(part) {
    const [name, options] = part.split("=");
    return options.split(",").includes(fields.valueOf(name));
  }

  function show() {
    for (const place of volumes) {
      const { volume = "", unit } = place.dataset;
      const isShown = fields.valueOf(`${volume}_unit`) === unit || fields.isFilled(`${volume}_in`);
      place.classList.toggle("applies", isShown);
    }
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
