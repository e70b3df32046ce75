// Which row of each printed table a calculator read. Twin of webref/dosing/lookups.py.

import { Absent, truth } from "./run.js";

/** @typedef {import("./tree.js").Calculator} Calculator */
/** @typedef {import("./tree.js").Lookup} Lookup */
/** @typedef {import("./tree.js").LookupRow} LookupRow */
/** @typedef {import("./tree.js").Values} Values */
/**
 * A table, and the row that was read; none where its entries were left out.
 * @typedef {{lookup: Lookup, row: LookupRow | null}} Read
 */

/** The tables of a calculator with the row of each. @param {Calculator} calculator @param {Values} values @returns {Read[]} */
export function rowsRead({ lookups }, values) {
  return lookups.map((lookup) => ({ lookup, row: rowOf(lookup, values) }));
}

/** The tables of a calculator before anything is answered. @param {Calculator} calculator @returns {Read[]} */
export function rowsUnread({ lookups }) {
  return lookups.map((lookup) => ({ lookup, row: null }));
}

/** @param {Lookup} lookup @param {Values} values */
function rowOf(lookup, values) {
  try {
    return lookup.rows.find((row) => truth(row.when, values)) ?? null;
  } catch (error) {
    if (!(error instanceof Absent)) throw error;
    return null;
  }
}
