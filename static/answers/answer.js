// A raw query to the fragment that answers it, as the server would give it.

import { parameterNames } from "./entries.js";
import { evaluate } from "./evaluate.js";
import { present, presentRefusal } from "./present.js";
import { Malformed, parseQuery } from "./query.js";
import { render } from "./render.js";

export { readTree } from "./tree.js";

/** @typedef {import("./evaluate.js").Result} Result */
/** @typedef {import("./tree.js").Calculator} Calculator */
/** @typedef {import("./tree.js").Setting} Setting */
/** @typedef {Partial<ReturnType<typeof present>>} Context */
/** @typedef {{fragment: string, result: Result | null, context: Context}} Answered */

/**
 * The fragment for a raw query string, with the context that it shows and the result behind that
 * (null for a malformed query).
 * @param {Calculator} calculator
 * @param {string} template the text of templates/fragments/answer.mustache
 * @param {string} query
 * @param {Setting} setting
 * @returns {Answered}
 */
export function answer(calculator, template, query, setting) {
  let parameters;
  try {
    parameters = parseQuery(query, parameterNames(calculator));
  } catch (malformed) {
    if (!(malformed instanceof Malformed)) throw malformed;
    const context = presentRefusal(malformed.message);
    return { fragment: render(template, context), result: null, context };
  }
  const result = evaluate(calculator, parameters, setting);
  const context = present(result, setting);
  return { fragment: render(template, context), result, context };
}
