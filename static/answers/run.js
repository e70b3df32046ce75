// The value of a formula: exact, lazy, without a default for anything. Twin of webref/dosing/run.py.

import { Unanswerable, functionOf } from "./functions.js";
import { exact, isExact } from "./numbers.js";

export { Unanswerable };

/** @typedef {import("./numbers.js").Exact} Exact */
/** @typedef {import("./tree.js").Node} Node */
/** @typedef {import("./tree.js").Value} Value */
/** @typedef {import("./tree.js").Values} Values */

/** A formula read something that was not typed or does not apply. */
export class Absent extends Error {}

/**
 * The value of a formula; Absent or Unanswerable where it has none.
 * @param {Node} node
 * @param {Values} values
 * @returns {Value}
 */
export function run(node, values) {
  switch (node[0]) {
    case "number":
      return exact(node[1]);
    case "text":
      return node[1];
    case "name": {
      const value = values.get(node[1]) ?? null;
      if (value === null) throw new Absent(node[1]);
      return value;
    }
    case "given":
      return (values.get(node[1]) ?? null) !== null;
    case "binary":
      return binary(node[1], number(node[2], values), number(node[3], values));
    case "compare":
      return compare(node[1], run(node[2], values), run(node[3], values));
    case "among":
      return node[2].includes(run(node[1], values));
    case "logic":
      return logic(node[1], node[2], values);
    case "not":
      return !truth(node[1], values);
    case "choose":
      return run(truth(node[1], values) ? node[2] : node[3], values);
    case "call": {
      const found = functionOf(node[1], node[2].length);
      return found.value(node[2].map((/** @type {Node} */ part) => number(part, values)));
    }
  }
  throw new TypeError(`no such node: ${node[0]}`);
}

/** The value of a condition. @param {Node} node @param {Values} values @returns {boolean} */
export function truth(node, values) {
  const value = run(node, values);
  if (typeof value !== "boolean") throw new Unanswerable("not a condition");
  return value;
}

/** The value of a formula that yields a number. @param {Node} node @param {Values} values */
export function number(node, values) {
  const value = run(node, values);
  if (!isExact(value)) throw new Unanswerable("not a number");
  return value;
}

/** @param {string} op @param {Node[]} parts @param {Values} values @returns {boolean} */
function logic(op, parts, values) {
  if (op === "and") return parts.every((part) => truth(part, values));
  if (op === "or") return parts.some((part) => truth(part, values));
  throw new TypeError(`no such sign: ${op}`);
}

/** @param {string} op @param {Exact} left @param {Exact} right @returns {Exact} */
function binary(op, left, right) {
  if (op === "+") return left.add(right);
  if (op === "-") return left.sub(right);
  if (op === "*") return left.mul(right);
  if (op !== "/") throw new TypeError(`no such sign: ${op}`);
  if (right.n === 0n) throw new Unanswerable("division by zero");
  return left.div(right);
}

/** @param {string} op @param {Value} left @param {Value} right @returns {boolean} */
function compare(op, left, right) {
  const numbers = isExact(left) && isExact(right);
  if (op === "==" || op === "!=") {
    const same = numbers ? left.compare(right) === 0 : left === right;
    return same === (op === "==");
  }
  if (!numbers) throw new Unanswerable("not numbers");
  const order = left.compare(right);
  if (op === "<") return order < 0;
  if (op === "<=") return order <= 0;
  if (op === ">") return order > 0;
  if (op === ">=") return order >= 0;
  throw new TypeError(`no such sign: ${op}`);
}
