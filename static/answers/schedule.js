// A calculator's tables, row by row, each bounded by its most. Twin of webref/dosing/schedule.py.

import { above, exact, floor } from "./numbers.js";
import { number, truth } from "./run.js";
import { showValue } from "./shown.js";

/** @typedef {import("./numbers.js").Exact} Exact */
/** @typedef {import("./tree.js").Calculator} Calculator */
/** @typedef {import("./tree.js").Table} Table */
/** @typedef {import("./tree.js").Values} Values */
/** @typedef {import("./tree.js").Check} Check */
/**
 * The rows of a table, each with the limits that it passes, and whether it was cut at its most.
 * @typedef {{table: Table, rows: {cells: string[], bar: string, passed: Check[]}[],
 *   capped: boolean}} Schedule
 */

/**
 * The schedules that apply and have a row.
 * @param {Calculator} calculator
 * @param {Values} values
 * @returns {Schedule[]}
 */
export function schedules(calculator, values) {
  return calculator.tables
    .filter((table) => table.when === null || truth(table.when, values))
    .map((table) => schedule(calculator, table, values))
    .filter((one) => one.rows.length);
}

/** @param {Calculator} calculator @param {Table} table @param {Values} values @returns {Schedule} */
function schedule(calculator, table, values) {
  /** @type {[string, Exact][]} */
  let state = table.start.map(([name, node]) => [name, number(node, values)]);
  /** @type {{cells: string[], bar: Exact, passed: Check[]}[]} */
  const rows = [];
  let capped = false;
  for (;;) {
    const here = new Map([...values, ...state, ["n", exact(BigInt(rows.length))]]);
    if (!truth(table.go_on, here)) break;
    if (rows.length === table.most) {
      capped = true;
      break;
    }
    const limits = table.columns.flatMap((column) => column.limits);
    const passed = limits.filter((limit) => truth(limit.when, here));
    let bar = exact("0");
    const cells = [];
    for (const column of table.columns) {
      const value = number(column.value, here);
      cells.push(showValue(calculator, value, column.unit, column.places).text);
      if (column.id === table.chart) bar = value;
    }
    rows.push({ cells, bar, passed });
    state = table.next.map(([name, node]) => [name, number(node, here)]);
  }
  const largest = rows.reduce((most, { bar }) => (bar.compare(most) > 0 ? bar : most), exact("0"));
  return {
    table,
    rows: rows.map(({ bar, ...row }) => ({ ...row, bar: share(bar, largest) })),
    capped,
  };
}

/** The share in ten-thousandths, less than a phone can draw; a bar is never below none. @param {Exact} part @param {Exact} whole */
function share(part, whole) {
  return above(part) > 0n ? String(floor(part.mul(exact("10000")).div(whole))) : "0";
}
