// Figures with their units. Twin of webref/dosing/units.py, whose table comes with the tree.

import { exact, show } from "./numbers.js";

/** @typedef {import("./tree.js").Calculator} Calculator */
/** @typedef {Record<string, number>} Parts single units with their exponents */
/** @typedef {{sign: string, text: string}} Factor a whole number with its unit: `1,000 mcg per mg` */

/**
 * The unit as it stands beside a figure: a counted word loses its s after a lone 1.
 * @param {string} unit
 * @param {string} figure
 * @param {string[]} counted the units that are counted words
 */
export function beside(unit, figure, counted) {
  return figure === "1" && counted.includes(unit) ? unit.slice(0, -1) : unit;
}

/**
 * Figure and unit as one text, the unit in the singular where it is a word and one is meant.
 * @param {string} figure
 * @param {string} unit
 * @param {string[]} words the units that are counted words
 */
export function counted(figure, unit, words) {
  return withUnit(figure, beside(unit, figure, words));
}

/**
 * Figure and unit as one text that never parts at a line end; per cent closes up.
 * @param {string} figure
 * @param {string} unit
 */
export function withUnit(figure, unit) {
  if (!unit) return figure;
  return unit === "%" ? `${figure}%` : `${figure}\u00a0${unit}`;
}

/** The parts of a product; of a quotient where power is -1. @param {Parts} left @param {Parts} right @param {number} power @returns {Parts} */
export function multiplyParts(left, right, power) {
  const parts = Object.keys({ ...left, ...right }).sort();
  const powers = parts.map((part) => [part, (left[part] ?? 0) + power * (right[part] ?? 0)]);
  return Object.fromEntries(powers.filter(([, found]) => found));
}

/** The parts without those that measure the same thing above and below the line. @param {Calculator} calculator @param {Parts} parts */
export function cancelled(calculator, parts) {
  const left = { ...parts };
  for (const [up, down] of pairs(calculator, parts)) {
    left[up] -= 1;
    left[down] += 1;
  }
  return multiplyParts(left, {}, 1);
}

/**
 * What takes a number in the units of source to the units of target, of one dimension.
 * @param {Calculator} calculator
 * @param {Parts} source
 * @param {Parts} target
 * @returns {Factor[]}
 */
export function factors(calculator, source, target) {
  const parts = multiplyParts(source, target, -1);
  const found = pairs(calculator, parts).map(([up, down]) => factor(calculator, up, down));
  const shares = parts["%"] ?? 0;
  for (let n = 0; n < Math.abs(shares); n += 1) {
    found.push({ sign: shares > 0 ? "/" : "*", text: "100%" });
  }
  const order = (/** @type {Factor} */ one) => `${one.sign} ${one.text}`;
  return found.sort((a, b) => (order(a) < order(b) ? -1 : Number(order(a) > order(b))));
}

/** One above the line with one below it that measures the same; per cent measures nothing. @param {Calculator} calculator @param {Parts} parts */
function pairs({ bases }, parts) {
  const side = (/** @type {number} */ way) => Object.keys(parts).sort().filter((part) => part !== "%")
    .flatMap((part) => Array(Math.max(0, way * parts[part])).fill(part));
  const below = side(-1);
  /** @type {[string, string][]} */
  const found = [];
  for (const up of side(1)) {
    const place = below.findIndex((part) => bases[part] === bases[up]);
    if (place >= 0) found.push([up, below.splice(place, 1)[0]]);
  }
  return found;
}

/** Of two units one is a whole number of the other. @param {Calculator} calculator @param {string} up @param {string} down @returns {Factor} */
function factor({ units, counted: words }, up, down) {
  const ratio = units[up].div(units[down]);
  const [sign, large, small] = ratio.n >= ratio.d ? ["*", up, down] : ["/", down, up];
  const figure = show(ratio.n >= ratio.d ? ratio : exact(ratio.d, ratio.n));
  return { sign, text: `${counted(figure, small, words)} per\u00a0${beside(large, "1", words)}` };
}
