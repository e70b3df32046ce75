// The functions of formulas: one closed table. Twin of webref/dosing/functions.py.

import { FUNCTION_TABLE } from "./function_table.js";
import { above, exact, floor } from "./numbers.js";
import { NoRoot, powerHalfUp, rootHalfUp } from "./roots.js";

/** @typedef {import("./numbers.js").Exact} Exact */
/** @typedef {import("./function_table.js").Row} Row */
/** @typedef {Row & {value: (parts: Exact[]) => Exact}} DosingFunction */

/** Arithmetic that has no answer, as a division by zero. */
export class Unanswerable extends Error {}

/** The nearest multiple of a step; a tie goes up. @param {Exact[]} parts */
function roundTo([number, step]) {
  if (step.compare(exact("0")) <= 0) throw new Unanswerable("a step of zero");
  return step.mul(exact(floor(number.div(step).add(exact(1n, 2n)))));
}

/** @param {() => Exact} work */
function rooted(work) {
  try {
    return work();
  } catch (none) {
    if (!(none instanceof NoRoot)) throw none;
    throw new Unanswerable(none.message);
  }
}

/** @type {Record<string, (parts: Exact[]) => Exact>} */
const VALUES = {
  min: (parts) => parts.reduce((a, b) => (b.compare(a) < 0 ? b : a)),
  max: (parts) => parts.reduce((a, b) => (b.compare(a) > 0 ? b : a)),
  floor: ([number]) => exact(floor(number)),
  ceil: ([number]) => exact(-floor(exact(-above(number), number.d))),
  round_to: roundTo,
  root: ([number, places]) => rooted(() => rootHalfUp(number, above(places))),
  power: ([number, exponent, places]) => (
    rooted(() => powerHalfUp(number, exponent, above(places)))
  ),
};

/** @type {Map<string, DosingFunction>} */
const FUNCTIONS = new Map(
  Object.entries(VALUES).map(([name, value]) => [name, { ...FUNCTION_TABLE[name], value }]),
);

/**
 * The function of a call with so many arguments.
 * @param {string} name
 * @param {number} count
 * @throws {TypeError} where there is none
 */
export function functionOf(name, count) {
  const found = FUNCTIONS.get(name);
  if (!found || count < found.fewest || count > found.most) {
    throw new TypeError(`${name} with ${count} arguments is not known`);
  }
  return found;
}
