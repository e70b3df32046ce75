// The functions of formulas: one closed table. Twin of webref/dosing/functions.py.

import { above, exact, floor } from "./numbers.js";

/** @typedef {import("./numbers.js").Exact} Exact */
/**
 * How many arguments, their kind (`alike`: all and the value of one kind; `plain`: plain numbers),
 * the value, and how the call reads: `{0}` an argument as an operand, `{all}` all as a list.
 * @typedef {{fewest: number, most: number, kind: "alike" | "plain",
 *   value: (parts: Exact[]) => Exact, words: string}} DosingFunction
 */

/** Arithmetic that has no answer, as a division by nought. */
export class Unanswerable extends Error {}

/** The nearest multiple of a step; a tie goes up. @param {Exact[]} parts */
function roundTo([number, step]) {
  if (step.compare(exact("0")) <= 0) throw new Unanswerable("a step of nought");
  return step.mul(exact(floor(number.div(step).add(exact(1n, 2n)))));
}

/** @type {[string, DosingFunction][]} */
const TABLE = [
  ["min", {
    fewest: 2, most: 6, kind: "alike", words: "the least of {all}",
    value: (parts) => parts.reduce((a, b) => (b.compare(a) < 0 ? b : a)),
  }],
  ["max", {
    fewest: 2, most: 6, kind: "alike", words: "the greatest of {all}",
    value: (parts) => parts.reduce((a, b) => (b.compare(a) > 0 ? b : a)),
  }],
  ["floor", {
    fewest: 1, most: 1, kind: "plain", words: "{0} rounded down",
    value: ([number]) => exact(floor(number)),
  }],
  ["ceil", {
    fewest: 1, most: 1, kind: "plain", words: "{0} rounded up",
    value: ([number]) => exact(-floor(exact(-above(number), number.d))),
  }],
  ["round_to", {
    fewest: 2, most: 2, kind: "alike", words: "{0} to the nearest {1}", value: roundTo,
  }],
];
const FUNCTIONS = new Map(TABLE);

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
