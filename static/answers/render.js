// Mustache templates rendered exactly as the server renders them. Twin of webref/dosing/render.py.

const { Mustache } = globalThis;

const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text as it stands in HTML: five characters are escaped. @param {string} text */
export function escape(text) {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[/** @type {"&"} */ (character)]);
}

/**
 * The HTML of a context of strings, flags and lists.
 * @param {string} template
 * @param {object} context
 * @returns {string}
 */
export function render(template, context) {
  return Mustache.render(template, context, {}, { escape });
}
