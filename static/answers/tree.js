// The calculator that a page hands over, its fractions made exact once.

import { checkTree } from "./closed.js";
import { exact } from "./numbers.js";

/** @typedef {import("./numbers.js").Exact} Exact */
/** @typedef {any[]} Node a formula as nested lists, each headed by its kind */
/** @typedef {Exact | boolean | string} Value */
/** @typedef {Map<string, Value | null>} Values */
/** @typedef {(string | [string])[]} Template text, and names to be filled in */
/** @typedef {{id: string, tag: string, name: string, dated: string, kind: string}} Label */
/**
 * How a unit of another kind becomes the first of a field: times a factor, or over it.
 * @typedef {{unit: string, by: string, op: string, factor: Exact}} Turn
 */
/**
 * @typedef {{id: string, name: string, kind: string, units: string[],
 *   options: {id: string, name: string}[], optional: boolean, zero: boolean,
 *   turns: Turn[], prompt: string, printed?: string}} Input
 */
/** @typedef {{id: string, name: string, value: Node, unit: string, places: number}} Figure */
/** @typedef {Figure & {when: Node | null}} Step */
/**
 * An answer; `to` is the upper end of a range.
 * @typedef {Step & {round: string, main: boolean, compare: boolean, to: Node | null, calendar?: string}} Output
 */
/**
 * @typedef {{id: string, level: string, when: Node, title: Template, text: Template,
 *   cites: number[], field: string}} Check
 */
/** @typedef {Figure & {limits: Check[]}} Column */
/**
 * @typedef {{id: string, name: string, most: number, start: [string, Node][],
 *   next: [string, Node][], go_on: Node, columns: Column[], capped: string, chart: string,
 *   when: Node | null}} Table
 */
/** @typedef {{cells: string[], said: string, cites: number[], when: Node}} LookupRow */
/** @typedef {{id: string, name: string, heads: string[], rows: LookupRow[]}} Lookup */
/**
 * What is drawn of an answer, as in webref/dosing/picture.py.
 * @typedef {{id: string, kind: string, name: string, when: Node | null,
 *   rows: {name: Template, at: string, to: string, level: string}[]}} Picture
 */
/**
 * A calculator as webref/outputs/trees.py writes it.
 * @typedef {{id: string, drug: string, title: string, basis: string, review_by: string, refuse_after: string,
 *   signed: boolean, misread?: string, label_optional: boolean, units: Record<string, Exact>,
 *   parts: Record<string, Record<string, number>>,
 *   labels: Label[], constants: {id: string, value: Exact, unit: string, shown: string}[], inputs: Input[],
 *   steps: Step[], checks: Check[], outputs: Output[], tables: Table[],
 *   lookups: Lookup[], pictures?: Picture[]}} Calculator
 */
/**
 * What stands around an evaluation. now is `2026-11-22T09:30` or empty; withdrawn says why.
 * @typedef {{edition: string, now: string, withdrawn: string, signed: boolean}} Setting
 */

/**
 * The calculator of a tree's JSON.
 * @param {string} text
 * @returns {Calculator}
 * @throws {TypeError} where it holds what the engine does not know
 */
export function readTree(text) {
  const tree = JSON.parse(text);
  for (const unit of Object.keys(tree.units)) tree.units[unit] = exact(tree.units[unit]);
  for (const parts of Object.values(tree.parts)) {
    for (const part of Object.keys(parts)) parts[part] = Number(parts[part]);
  }
  for (const constant of tree.constants) constant.value = exact(constant.value);
  for (const input of tree.inputs) {
    for (const turn of input.turns) turn.factor = exact(turn.factor);
  }
  checkTree(tree);
  return tree;
}
