// The value of a formula: exact, lazy, without a default for anything. Twin of webref/dosing/run.py.

import { above, exact, floor, isExact } from "./numbers.js";

/** @typedef {import("./numbers.js").Exact} Exact */
/** @typedef {import("./tree.js").Node} Node */
/** @typedef {import("./tree.js").Value} Value */
/** @typedef {import("./tree.js").Values} Values */

/** A formula read something that was not typed or does not apply. */
export class Absent extends Error {}

/** Arithmetic that has no answer, as a division by nought. */
export class Unanswerable extends Error {}

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
      for (const part of node[2]) {
        if (truth(part, values) === (node[1] === "or")) return node[1] === "or";
      }
      return node[1] === "and";
    case "not":
      return !truth(node[1], values);
    case "choose":
      return run(truth(node[1], values) ? node[2] : node[3], values);
    case "call":
      return call(node[1], node[2].map((/** @type {Node} */ part) => number(part, values)));
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

/** @param {string} op @param {Exact} left @param {Exact} right @returns {Exact} */
function binary(op, left, right) {
  if (op === "+") return left.add(right);
  if (op === "-") return left.sub(right);
  if (op === "*") return left.mul(right);
  if (right.n === 0n) throw new Unanswerable("division by nought");
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
  return order >= 0;
}

/** @param {string} name @param {Exact[]} parts @returns {Exact} */
function call(name, parts) {
  const [first, step] = parts;
  if (name === "min") return parts.reduce((a, b) => (b.compare(a) < 0 ? b : a));
  if (name === "max") return parts.reduce((a, b) => (b.compare(a) > 0 ? b : a));
  if (name === "floor") return exact(floor(first));
  if (name === "ceil") return exact(-floor(exact(-above(first), first.d)));
  if (step.compare(exact("0")) <= 0) throw new Unanswerable("a step of nought");
  // round_to: the nearest multiple; a tie goes up.
  return step.mul(exact(floor(first.div(step).add(exact(1n, 2n)))));
}
