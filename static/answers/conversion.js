// What takes a number from one unit to another: every factor as a whole number with its units.
// Twin of webref/dosing/conversion.py.

import { exact, show } from "./numbers.js";
import { say } from "./say.js";
import { UNITS, beside, counted, single } from "./units.js";

/** @typedef {import("./units.js").Parts} Parts */
/** @typedef {{sign: string, text: string}} Factor a number with its unit: `1,000 mcg per mg` */

/** The parts of a product; of a quotient where power is -1. @param {Parts} left @param {Parts} right @param {number} power @returns {Parts} */
export function multiplyParts(left, right, power) {
  const parts = Object.keys({ ...left, ...right }).sort();
  const powers = parts.map((part) => [part, (left[part] ?? 0) + power * (right[part] ?? 0)]);
  return Object.fromEntries(powers.filter(([, found]) => found));
}

/** The parts without those that measure the same thing above and below the line. @param {Parts} parts */
export function cancelled(parts) {
  const left = { ...parts };
  for (const [up, down] of pairs(...sides(parts))) {
    left[up] -= 1;
    left[down] += 1;
  }
  return multiplyParts(left, {}, 1);
}

/**
 * What takes a number in the units of source to the units of target, of one dimension.
 * @param {Parts} source
 * @param {Parts} target
 * @returns {Factor[]}
 */
export function factors(source, target) {
  const [above, below] = sides(multiplyParts(source, target, -1));
  const found = [
    ...pairs(above, below).map(([up, down]) => factor(up, down)),
    ...above.filter(isPlain).map((part) => plain(part, "*")),
    ...below.filter(isPlain).map((part) => plain(part, "/")),
  ];
  const order = (/** @type {Factor} */ one) => `${one.sign} ${one.text}`;
  return found.sort((a, b) => (order(a) < order(b) ? -1 : Number(order(a) > order(b))));
}

/** Whether a part measures nothing: per cent, or the 100 of `g/100 mL`. @param {string} part */
const isPlain = (part) => part === "%" || !UNITS.has(part);

/** A part that is a number alone; one per cent is a division by a hundred. @param {string} part @param {string} sign @returns {Factor} */
function plain(part, sign) {
  if (part === "%") return { sign: sign === "*" ? "/" : "*", text: "100%" };
  return { sign, text: show(exact(part)) };
}

/** @param {Parts} parts @returns {[string[], string[]]} */
function sides(parts) {
  const names = Object.keys(parts).sort();
  const side = (/** @type {number} */ way) => (
    names.flatMap((part) => Array(Math.max(0, way * parts[part])).fill(part))
  );
  return [side(1), side(-1)];
}

/** One above the line with one below it that measures the same; a plain number has none. @param {string[]} above @param {string[]} below */
function pairs(above, below) {
  const left = below.filter((part) => !isPlain(part));
  /** @type {[string, string][]} */
  const found = [];
  for (const up of above.filter((part) => !isPlain(part))) {
    const place = left.findIndex((part) => single(part).base === single(up).base);
    if (place >= 0) found.push([up, left.splice(place, 1)[0]]);
  }
  return found;
}

/** Of two units one is a whole number of the other. @param {string} up @param {string} down @returns {Factor} */
function factor(up, down) {
  const ratio = single(up).factor.div(single(down).factor);
  const [sign, large, small] = ratio.n >= ratio.d ? ["*", up, down] : ["/", down, up];
  const figure = show(ratio.n >= ratio.d ? ratio : exact(ratio.d, ratio.n));
  const [amount, unit] = [counted(figure, small), beside(large, "1")];
  return { sign, text: say("working.factor", { amount, unit }) };
}
