// A formula in words or in numbers, with every factor between the units printed.
// Twin of webref/dosing/spelling.py.

import { CALENDAR_UNITS } from "./calendar.js";
import { cancelled, factors, multiplyParts } from "./conversion.js";
import { functionOf } from "./functions.js";
import { exact, show } from "./numbers.js";
import { say, template } from "./say.js";
import { IN_FORMULAS, counted, partsOf } from "./units.js";

/** @typedef {import("./tree.js").Calculator} Calculator */
/** @typedef {import("./tree.js").Node} Node */
/** @typedef {import("./units.js").Parts} Parts */
/** @typedef {Map<string, string>} Texts */
/**
 * How the names of a formula read, the unit of each figure, and whether factors are printed.
 * @typedef {{calculator: Calculator, texts: Texts, units: Texts, withFactors: boolean}} Speller
 */
/**
 * A spelled formula: its text, the units of its bare number (null where it fits any), what it is
 * made by, and whether it is a date or a time of day, which is no bare number.
 * @typedef {{text: string, units: Parts | null, madeBy: string, calendar: boolean}} Spelled
 */

const LETTERS = "abc"; // names of the first operands in the words of a function
const SIGNS = { "+": "+", "-": "\u2212", "*": "\u00d7", "/": "\u00f7" };

/** @param {string} op */
const sign = (op) => SIGNS[/** @type {"+"} */ (op)];

/** @param {string} text @param {Parts | null} units @param {string} [madeBy] @param {boolean} [calendar] @returns {Spelled} */
const made = (text, units, madeBy = "", calendar = false) => ({ text, units, madeBy, calendar });

/** A formula without choices, as a number in a unit. @param {Speller} speller @param {Node} node @param {string} unit */
export function spellLine(speller, node, unit) {
  const spelled = spell(speller, node);
  if (CALENDAR_UNITS.includes(unit)) return spelled.text;
  return convert(speller, spelled, partsOf(speller.calculator, unit)).text;
}

/**
 * A formula without choices, in the units that its figures bring with them.
 * @param {Speller} speller
 * @param {Node} node
 * @returns {Spelled}
 */
export function spell(speller, node) {
  const [kind, head, left, right] = node;
  const { calculator, texts, units } = speller;
  if (kind === "number") {
    const number = exact(head);
    return made(show(number), number.n === 0n ? null : {});
  }
  if (kind === "name") {
    const unit = /** @type {string} */ (units.get(head));
    const text = /** @type {string} */ (texts.get(head));
    return CALENDAR_UNITS.includes(unit)
      ? made(text, null, "", true)
      : made(text, partsOf(calculator, unit));
  }
  if (isQuantity(node)) {
    const unit = /** @type {string} */ (IN_FORMULAS.get(right[1]));
    return made(counted(show(exact(left[1])), unit), partsOf(calculator, unit));
  }
  if (kind === "binary") {
    const parts = [spell(speller, left), spell(speller, right)];
    return head === "*" || head === "/" ? product(head, parts) : sum(speller, head, parts);
  }
  if (kind !== "call") throw new TypeError("no number stands here");
  return call(speller, head, left);
}

/** Whether it is a number of a unit, such as `24 * h`. @param {Node} node */
export function isQuantity(node) {
  const [kind, op, left, right] = node;
  return kind === "binary" && op === "*" && left[0] === "number" && right[0] === "name"
    && IN_FORMULAS.has(right[1]);
}

/**
 * The same value as a number in other units, its factors behind it.
 * @param {Speller} speller
 * @param {Spelled} spelled
 * @param {Parts | null} units
 * @returns {Spelled}
 */
function convert(speller, spelled, units) {
  if (spelled.units === null || spelled.calendar || units === null) return spelled;
  const needed = speller.withFactors ? factors(spelled.units, units) : [];
  if (!needed.length) return { ...spelled, units };
  const behind = needed.map((factor) => ` ${sign(factor.sign)} ${factor.text}`);
  return made(operand(spelled, "*") + behind.join(""), units, "product");
}

/**
 * Several values in the units of the first that has any, without units that cancel.
 * @param {Speller} speller
 * @param {Spelled[]} parts
 */
export function alike(speller, parts) {
  const reduced = parts.map((part) => (
    convert(speller, part, part.units && cancelled(part.units))
  ));
  if (reduced.some((part) => part.calendar)) {
    return reduced.map((part) => convert(speller, part, withoutPerCent(part.units)));
  }
  const units = reduced.find((part) => part.units !== null)?.units ?? null;
  return reduced.map((part) => convert(speller, part, units));
}

/** @param {Parts | null} units */
function withoutPerCent(units) {
  return units && Object.fromEntries(Object.entries(units).filter(([part]) => part !== "%"));
}

/** @param {Speller} speller @param {string} op @param {Spelled[]} parts */
function sum(speller, op, parts) {
  const [left, right] = alike(speller, parts);
  const text = `${operand(left, op)} ${sign(op)} ${operand(right, op, true)}`;
  // Between two dates lies a time, in whatever unit is wanted.
  if (left.calendar && right.calendar) return made(text, null, "sum");
  return made(text, left.units ?? right.units, "sum", left.calendar || right.calendar);
}

/** @param {string} op @param {Spelled[]} parts */
function product(op, [left, right]) {
  const text = `${operand(left, op)} ${sign(op)} ${operand(right, op, true)}`;
  return made(text, multiplyParts(fixed(left), fixed(right), op === "*" ? 1 : -1), "product");
}

/** The units inside a product: the time between two dates is counted in days there. @param {Spelled} spelled @returns {Parts} */
function fixed({ units, madeBy }) {
  if (units !== null) return units;
  return madeBy ? { days: 1 } : {};
}

/** @param {Speller} speller @param {string} name @param {Node[]} nodes */
function call(speller, name, nodes) {
  const found = functionOf(name, nodes.length);
  const spelled = nodes.map((node) => spell(speller, node));
  const parts = found.kind === "plain"
    ? spelled.map((part) => convert(speller, part, {}))
    : alike(speller, spelled);
  const listed = parts.map(item).join(", ");
  const [words, last] = [template(`function.${name}`), parts[parts.length - 1].text];
  const operands = parts.slice(0, LETTERS.length).map((part, place) => (
    [LETTERS[place], operand(part, "/", !words.startsWith(`{${LETTERS[place]}}`))]
  ));
  const places = say(last === "1" ? "working.place" : "working.places", { count: last });
  const text = say(`function.${name}`, { ...Object.fromEntries(operands), all: listed, places });
  const units = parts.find((part) => part.units !== null)?.units ?? null;
  return made(text, units, "call", parts.some((part) => part.calendar));
}

/** A value in a list, which ends at its comma. @param {Spelled} spelled */
const item = ({ text, madeBy }) => (madeBy === "call" ? `(${text})` : text);

/**
 * An operand, in brackets where reading from the left would change the value.
 * @param {Spelled} spelled
 * @param {string} op
 * @param {boolean} [right]
 */
function operand({ text, madeBy }, op, right = false) {
  const kind = "+-".includes(op) ? "sum" : "product";
  const weak = madeBy === "sum" && kind === "product";
  const tied = right && "+-/".includes(op) && madeBy === kind;
  // By the rules a product goes first; on a calculator of four keys it does not.
  const late = right && madeBy === "product" && kind === "sum";
  const signed = right && text.startsWith(SIGNS["-"]);
  return weak || tied || late || signed || madeBy === "call" ? `(${text})` : text;
}
