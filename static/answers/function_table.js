// The table of functions without what computes them. Written by `python -m tools.write_tables` from
// webref/dosing/functions.py: change that one, and write this anew.

/**
 * A function of formulas: how many arguments, their kind (`alike`: all and the value of one kind;
 * `plain`: plain numbers).
 * @typedef {{fewest: number, most: number, kind: string}} Row
 */

/** @type {Record<string, Row>} */
export const FUNCTION_TABLE = {
  min: {"fewest": 2, "most": 6, "kind": "alike"},
  max: {"fewest": 2, "most": 6, "kind": "alike"},
  floor: {"fewest": 1, "most": 1, "kind": "plain"},
  ceil: {"fewest": 1, "most": 1, "kind": "plain"},
  round_to: {"fewest": 2, "most": 2, "kind": "alike"},
  root: {"fewest": 2, "most": 2, "kind": "plain"},
  power: {"fewest": 3, "most": 3, "kind": "plain"},
};
