// The working of an answer, from the tree that was evaluated. Twin of webref/dosing/working.py.

import { kindOf } from "./entries.js";
import { showExact } from "./numbers.js";
import { Absent, truth } from "./run.js";
import { say } from "./say.js";
import { alike, isQuantity, spell, spellLine } from "./spelling.js";
import { IN_FORMULAS, counted, withUnit } from "./units.js";

/** @typedef {import("./tree.js").Calculator} Calculator */
/** @typedef {import("./tree.js").Node} Node */
/** @typedef {import("./tree.js").Values} Values */
/** @typedef {import("./shown.js").Shown} Shown */
/** @typedef {import("./spelling.js").Texts} Texts */
/**
 * One line: the formula in words, with the numbers put in, and its result; no parts, no line.
 * @typedef {{name: string, parts: string[], since: string, exact: string}} Line
 */
/**
 * How each name of a formula reads: in words, and as its figure once it is known. exact: the
 * figures of working, never rounded. units: what the bare number of each is in.
 * @typedef {{calculator: Calculator, words: Texts, figures: Texts, exact: Texts, units: Texts,
 *   options: Map<string, Texts>}} Names
 */

const FAILS = { "<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "!=", "!=": "==" };

/**
 * The names of a calculator, with the figures of its entries and constants.
 * @param {Calculator} calculator
 * @param {{id: string, shown: string, unit: string}[]} entries
 * @returns {Names}
 */
export function namesOf(calculator, entries) {
  const words = new Map([...calculator.inputs, ...calculator.steps].map((one) => [one.id, one.name]));
  words.set("label", say(`working.${kindOf(calculator.labels)}`)).set("now", say("working.now"));
  const figures = new Map(entries.map((one) => [one.id, one.shown]));
  const units = new Map([...calculator.steps, ...entries].map((one) => [one.id, one.unit]));
  units.set("now", "moment");
  for (const { id, shown, unit } of calculator.constants) {
    words.set(id, shown);
    figures.set(id, shown);
    units.set(id, unit);
  }
  for (const [name, unit] of IN_FORMULAS) {
    words.set(name, counted("1", unit));
    figures.set(name, counted("1", unit));
    units.set(name, unit);
  }
  const options = new Map(
    [...calculator.inputs, { id: "label", options: calculator.labels }].map((one) => [
      one.id,
      new Map(one.options.map((option) => [option.id, option.name])),
    ]),
  );
  return { calculator, words, figures, exact: new Map(figures), units, options };
}

/** Make the figure of a step known; rounded for show, it is a fraction in working. @param {Names} names @param {string} name @param {Shown} shown */
export function addFigure(names, name, shown) {
  const whole = shown.rounded ? withUnit(`(${showExact(shown.exact)})`, shown.unit) : shown.text;
  names.figures.set(name, shown.text);
  names.exact.set(name, whole);
}

/** A message with its names filled in; Absent where one has none. @param {import("./tree.js").Template} template @param {Names} names */
export function fill(template, names) {
  const texts = template.map((part) => {
    if (typeof part === "string") return part;
    const figure = names.figures.get(part[0]);
    if (!figure) throw new Absent(part[0]);
    return figure;
  });
  return texts.join("");
}

/** @param {Names} names @param {Texts} texts @param {boolean} [withFactors] @returns {import("./spelling.js").Speller} */
function speller({ calculator, units }, texts, withFactors = true) {
  return { calculator, texts, units, withFactors };
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
  const numbers = spellLine(speller(names, names.exact), branch, shown.unit);
  const single = branch[0] === "name" || branch[0] === "number";
  if (single && !reasons.length && numbers === spell(speller(names, names.exact), branch).text) {
    return { name, parts: [], since: "", exact: "" };
  }
  const spelled = [
    spellLine(speller(names, names.words, false), branch, shown.unit), numbers, shown.text,
  ];
  return {
    name,
    parts: [...new Set(spelled)],
    since: [...new Set(reasons)].join("; "),
    exact: shown.rounded ? withUnit(showExact(shown.exact), shown.unit) : "",
  };
}

/** How working names an answer: once, or the two ends of a range. @param {import("./tree.js").Output} output */
export function namesOfEnds({ name, to }) {
  return to === null ? [name] : [say("range.low", { name }), say("range.high", { name })];
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
    return chosen(node[2][1], values, names);
  }
  if (kind === "among") return chosen(head[1], values, names);
  if (kind === "compare") {
    const op = /** @type {"<"} */ (holds ? head : FAILS[/** @type {"<"} */ (head)]);
    const [left, right] = [node[2], node[3]].map((side) => taken(side, values, names, []));
    return compared(left, say(`verb.${op}`), right, names);
  }
  if (kind === "not") return reason(head, !holds, values, names);
  if (kind === "given") {
    const name = /** @type {string} */ (names.words.get(head));
    return say(holds ? "working.given" : "working.not-given", { name });
  }
  if (kind !== "logic") throw new TypeError("no condition stands here");
  if (holds === (head === "and")) {
    const parts = node[2].map((/** @type {Node} */ part) => reason(part, holds, values, names));
    return parts.join(say("join.and"));
  }
  const first = node[2].find((/** @type {Node} */ part) => truth(part, values) === holds);
  return reason(first, holds, values, names);
}

/** Two sides with their figures: as shown, or, where one is worked out, in one unit. @param {Node} left @param {string} verb @param {Node} right @param {Names} names */
function compared(left, verb, right, names) {
  const figures = [left, right].every(isFigure);
  const reader = speller(names, figures ? names.figures : names.exact);
  const spelled = [left, right].map((node) => spell(reader, node));
  const [first, second] = figures ? spelled : alike(reader, spelled);
  const named = left[0] === "name" && names.words.get(left[1]) !== names.figures.get(left[1]);
  const subject = named ? `${names.words.get(left[1])} ${first.text}` : first.text;
  return say("working.compared", { left: subject, verb, right: second.text });
}

/** Whether it is one figure, not worked out from several. @param {Node} node */
function isFigure(node) {
  return node[0] === "name" || node[0] === "number" || isQuantity(node);
}

/** What was chosen. @param {string} name @param {Values} values @param {Names} names */
function chosen(name, values, names) {
  const words = /** @type {string} */ (names.words.get(name));
  return say("working.is", { name: words, answer: word(name, values, names) });
}

/** @param {string} name @param {Values} values @param {Names} names */
function word(name, values, names) {
  const text = names.options.get(name)?.get(String(values.get(name)));
  if (text === undefined) throw new TypeError(`${name} is no answer of a choice`);
  return text;
}
