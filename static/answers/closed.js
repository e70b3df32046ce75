// What a tree may hold: every list is closed, and what nothing would read is refused when it loads.

import { CALENDAR_UNITS } from "./calendar.js";
import { functionOf } from "./functions.js";

/** @typedef {import("./tree.js").Calculator} Calculator */
/** @typedef {import("./tree.js").Node} Node */

const LEVELS = ["stop", "warn", "info"];
const KINDS = ["quantity", "number", "whole", "choice", "date", "moment", "clock"];
const PICTURES = ["scale", "parts", "day", "days", "level"];
const ROUNDINGS = ["half-up", "down", "up"];
/** @type {Map<string, string[]>} */
const SIGNS = new Map([
  ["binary", ["+", "-", "*", "/"]],
  ["compare", ["<", "<=", ">", ">=", "==", "!="]],
  ["logic", ["and", "or"]],
]);

/**
 * Every unit, kind, level, rounding and formula of a tree is one that the engine knows.
 * @param {Calculator} tree
 * @throws {TypeError} naming the first that it does not
 */
export function checkTree(tree) {
  const units = [...Object.keys(tree.units), ...CALENDAR_UNITS];
  for (const input of tree.inputs) {
    need(input.kind, KINDS);
    if (input.kind === "quantity") for (const unit of input.units) need(unit, units);
    for (const turn of input.turns) need(turn.op, ["*", "/"]);
  }
  const pictures = tree.pictures ?? [];
  for (const picture of pictures) need(picture.kind, PICTURES);
  for (const output of tree.outputs) need(output.round, ROUNDINGS);
  const columns = tree.tables.flatMap((table) => table.columns);
  const checks = [...tree.checks, ...columns.flatMap((column) => column.limits)];
  for (const check of checks) need(check.level, LEVELS);
  const figures = [...tree.steps, ...tree.outputs, ...columns];
  for (const figure of figures) need(figure.unit, units);
  const formulas = [
    ...figures.map((figure) => figure.value),
    ...tree.outputs.map((output) => output.to),
    ...[...tree.steps, ...tree.outputs, ...checks, ...tree.tables, ...pictures].map((one) => one.when),
    ...tree.lookups.flatMap((lookup) => lookup.rows.map((row) => row.when)),
    ...tree.tables.flatMap((table) => [
      table.go_on, ...[...table.start, ...table.next].map(([, node]) => node),
    ]),
  ];
  for (const node of formulas) if (node !== null) checkNode(node);
}

/** @param {string} word @param {string[]} words */
function need(word, words) {
  if (!words.includes(word)) throw new TypeError(`${word} is none of ${words.join(", ")}`);
}

/** @param {Node} node */
function checkNode(node) {
  const [kind, head, ...rest] = node;
  const signs = SIGNS.get(kind);
  if (signs) need(head, signs);
  switch (kind) {
    case "number": case "name": case "text": case "given":
      return;
    case "binary": case "compare":
      rest.forEach(checkNode);
      return;
    case "among": case "not":
      checkNode(head);
      return;
    case "logic":
      rest[0].forEach(checkNode);
      return;
    case "choose":
      [head, ...rest].forEach(checkNode);
      return;
    case "call":
      functionOf(head, rest[0].length);
      rest[0].forEach(checkNode);
      return;
  }
  throw new TypeError(`no such node: ${kind}`);
}
