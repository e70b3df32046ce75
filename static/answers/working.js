// The working of an answer, from the tree that was evaluated. Twin of webref/dosing/working.py.

import { functionOf } from "./functions.js";
import { exact, show, showExact } from "./numbers.js";
import { truth } from "./run.js";
import { counted, withUnit } from "./units.js";

/** @typedef {import("./tree.js").Calculator} Calculator */
/** @typedef {import("./tree.js").Node} Node */
/** @typedef {import("./tree.js").Values} Values */
/** @typedef {import("./shown.js").Shown} Shown */
/** @typedef {Map<string, string>} Texts */
/**
 * One line: the formula in words, with the numbers put in, and its result; no parts, no line.
 * @typedef {{name: string, parts: string[], since: string, exact: string}} Line
 */
/**
 * How each name of a formula reads: in words, and as its figure once it is known.
 * @typedef {{words: Texts, figures: Texts, options: Map<string, Texts>, units: string[],
 *   counted: string[]}} Names
 */

const SIGNS = { "+": "+", "-": "\u2212", "*": "\u00d7", "/": "\u00f7" };
const HOLDS = {
  "<": "is less than", "<=": "is at most", ">": "is more than", ">=": "is at least",
  "==": "is", "!=": "is not",
};
const FAILS = { "<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "!=", "!=": "==" };

/**
 * The names of a calculator, with the figures of its entries and constants.
 * @param {Calculator} calculator
 * @param {{id: string, shown: string}[]} entries
 * @returns {Names}
 */
export function namesOf(calculator, entries) {
  const words = new Map([...calculator.inputs, ...calculator.steps].map((one) => [one.id, one.name]));
  words.set("label", "Label").set("now", "now");
  const figures = new Map(entries.map((one) => [one.id, one.shown]));
  for (const { id, shown } of calculator.constants) {
    words.set(id, shown);
    figures.set(id, shown);
  }
  for (const unit of calculator.in_formulas) {
    words.set(unit, counted("1", unit, calculator.counted));
    figures.set(unit, counted("1", unit, calculator.counted));
  }
  const options = new Map(
    [...calculator.inputs, { id: "label", options: calculator.labels }].map((one) => [
      one.id,
      new Map(one.options.map((option) => [option.id, option.name])),
    ]),
  );
  return { words, figures, options, units: calculator.in_formulas, counted: calculator.counted };
}

/**
 * The line for one value: only the branches taken are shown, each with the reason.
 * @param {string} name
 * @param {Node} node
 * @param {Values} values
 * @param {Names} names
 * @param {Shown} shown
 * @returns {Line}
 */
export function workingLine(name, node, values, names, shown) {
  /** @type {string[]} */
  const reasons = [];
  const branch = taken(node, values, names, reasons);
  if ((branch[0] === "name" || branch[0] === "number") && !reasons.length) {
    return { name, parts: [], since: "", exact: "" };
  }
  const spelled = [spell(branch, names.words, names), spell(branch, names.figures, names), shown.text];
  return {
    name,
    parts: [...new Set(spelled)],
    since: [...new Set(reasons)].join("; "),
    exact: shown.rounded ? withUnit(showExact(shown.exact), shown.unit) : "",
  };
}

/**
 * The tree with every choice replaced by the branch taken; the reasons are collected.
 * @param {Node} node
 * @param {Values} values
 * @param {Names} names
 * @param {string[]} reasons
 * @returns {Node}
 */
function taken(node, values, names, reasons) {
  const inner = (/** @type {Node} */ part) => taken(part, values, names, reasons);
  if (node[0] === "choose") {
    const holds = truth(node[1], values);
    reasons.push(reason(node[1], holds, values, names));
    return inner(holds ? node[2] : node[3]);
  }
  if (node[0] === "binary") return ["binary", node[1], inner(node[2]), inner(node[3])];
  if (node[0] === "call") return ["call", node[1], node[2].map(inner)];
  return node;
}

/** Whether it is a quantity such as `24 * h`. @param {Node} node @param {Names} names */
function isQuantity(node, names) {
  const [kind, op, left, right] = node;
  return kind === "binary" && op === "*" && left[0] === "number" && right[0] === "name"
    && names.units.includes(right[1]);
}

/** @param {Node} node @param {Texts} leaves @param {Names} names @returns {string} */
function spell(node, leaves, names) {
  const [kind, head] = node;
  if (kind === "number") return show(exact(head));
  if (kind === "name") return /** @type {string} */ (leaves.get(head));
  if (isQuantity(node, names)) {
    const unit = node[3][1] === "day" ? "days" : node[3][1];
    return counted(show(exact(node[2][1])), unit, names.counted);
  }
  if (kind === "binary") {
    const left = operand(node[2], head, leaves, names);
    const right = operand(node[3], head, leaves, names, true);
    return `${left} ${SIGNS[/** @type {"+"} */ (head)]} ${right}`;
  }
  if (kind !== "call") throw new TypeError("no number stands here");
  const listed = node[2].map((/** @type {Node} */ part) => spell(part, leaves, names)).join(", ");
  return functionOf(head, node[2].length).words.replace(/\{(all|[0-9])\}/g, (_, place) =>
    place === "all" ? listed : operand(node[2][place], "/", leaves, names),
  );
}

/**
 * An operand, in brackets where reading from the left would change the value.
 * @param {Node} node
 * @param {string} op
 * @param {Texts} leaves
 * @param {Names} names
 * @param {boolean} [right]
 */
function operand(node, op, leaves, names, right = false) {
  const text = spell(node, leaves, names);
  if (isQuantity(node, names)) return text;
  if (node[0] === "binary") {
    const sum = "+-".includes(node[1]);
    const weak = sum && "*/".includes(op);
    const tied = right && "-/".includes(op) && sum === "+-".includes(op);
    return weak || tied ? `(${text})` : text;
  }
  return node[0] === "call" ? `(${text})` : text;
}

/**
 * Why a condition holds or fails, with the figures.
 * @param {Node} node
 * @param {boolean} holds
 * @param {Values} values
 * @param {Names} names
 * @returns {string}
 */
function reason(node, holds, values, names) {
  const [kind, head] = node;
  if (kind === "compare" && node[2][0] === "name" && node[3][0] === "text") {
    return `${names.words.get(node[2][1])} is ${word(node[2][1], values, names)}`;
  }
  if (kind === "among") return `${names.words.get(head[1])} is ${word(head[1], values, names)}`;
  if (kind === "compare") {
    const op = /** @type {"<"} */ (holds ? head : FAILS[/** @type {"<"} */ (head)]);
    const [left, right] = [node[2], node[3]].map((side) => taken(side, values, names, []));
    return `${subject(left, names)} ${HOLDS[op]} ${spell(right, names.figures, names)}`;
  }
  if (kind === "not") return reason(head, !holds, values, names);
  if (kind === "given") return `${names.words.get(head)} ${holds ? "was" : "was not"} given`;
  if (kind !== "logic") throw new TypeError("no condition stands here");
  if (holds === (head === "and")) {
    const parts = node[2].map((/** @type {Node} */ part) => reason(part, holds, values, names));
    return parts.join(" and ");
  }
  const first = node[2].find((/** @type {Node} */ part) => truth(part, values) === holds);
  return reason(first, holds, values, names);
}

/** @param {Node} node @param {Names} names */
function subject(node, names) {
  if (node[0] === "name" && names.words.get(node[1]) !== names.figures.get(node[1])) {
    return `${names.words.get(node[1])} ${names.figures.get(node[1])}`;
  }
  return spell(node, names.figures, names);
}

/** @param {string} name @param {Values} values @param {Names} names */
function word(name, values, names) {
  const text = names.options.get(name)?.get(String(values.get(name)));
  if (text === undefined) throw new TypeError(`${name} is no answer of a choice`);
  return text;
}
