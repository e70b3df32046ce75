// Figures with their units. Twin of webref/dosing/units.py; compounds come with the tree.

import { exact } from "./numbers.js";
import { SINGLES } from "./unit_table.js";

/** @typedef {import("./numbers.js").Exact} Exact */
/** @typedef {import("./tree.js").Calculator} Calculator */
/** @typedef {Record<string, number>} Parts single units and plain numbers, with their exponents */

/** @type {Map<string, {base: string, factor: Exact, parts: Parts}>} */
export const UNITS = new Map(SINGLES.filter(({ factor }) => factor).map(
  ({ name, base, factor, parts }) => [name, { base, factor: exact(factor), parts }],
));

/** What a formula calls a unit, as in `24 * h`, and the unit that it is. */
export const IN_FORMULAS = new Map(
  SINGLES.filter(({ formula }) => formula).map(({ formula, name }) => [formula, name]),
);

const ONE = new Map(SINGLES.filter(({ one }) => one).map(({ name, one }) => [name, one]));
const NUMBER_IN_UNIT = /([0-9]) /g; // 100 mL never parts, within a unit either
const HEAD = /^[^/]*?(?= per |\/|$)/;

/** The single unit of a name. @param {string} name */
export function single(name) {
  const unit = UNITS.get(name);
  if (!unit) throw new TypeError(`no unit ${name}`);
  return unit;
}

/** The parts of a unit of the calculator, or of a single one. @param {Calculator} calculator @param {string} name @returns {Parts} */
export function partsOf(calculator, name) {
  return calculator.parts[name] ?? single(name).parts;
}

/**
 * The unit as it stands beside a figure: a word is singular after a lone 1, as `unit/h` is.
 * @param {string} unit
 * @param {string} figure
 */
export function beside(unit, figure) {
  const held = unit.replace(NUMBER_IN_UNIT, "$1\u00a0");
  if (figure !== "1") return held;
  const [head] = HEAD.exec(held) ?? [""];
  return (ONE.get(head) ?? head) + held.slice(head.length);
}

/**
 * Figure and unit as one text, the unit in the singular where it is a word and one is meant.
 * @param {string} figure
 * @param {string} unit
 */
export function counted(figure, unit) {
  return withUnit(figure, beside(unit, figure));
}

/**
 * Figure and unit as one text that never parts at a line end; per cent closes up.
 * @param {string} figure
 * @param {string} unit
 */
export function withUnit(figure, unit) {
  if (!unit) return figure;
  if (unit === "%") return `${figure}%`;
  return `${figure}\u00a0${unit.replace(NUMBER_IN_UNIT, "$1\u00a0")}`;
}
