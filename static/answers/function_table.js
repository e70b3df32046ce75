// The table of functions without what computes them. Written by `python -m tools.write_tables` from
// webref/dosing/functions.py: change that one, and write this anew.

/**
 * A function of formulas: how many arguments, their kind (`alike`: all and the value of one kind;
 * `plain`: plain numbers), and how the call reads.
 * @typedef {{fewest: number, most: number, kind: string, words: string}} Row
 */

/** @type {Record<string, Row>} */
export const FUNCTION_TABLE = {
  min: {"fewest": 2, "most": 6, "kind": "alike", "words": "the least of {all}"},
  max: {"fewest": 2, "most": 6, "kind": "alike", "words": "the greatest of {all}"},
  floor: {"fewest": 1, "most": 1, "kind": "plain", "words": "{0} rounded down"},
  ceil: {"fewest": 1, "most": 1, "kind": "plain", "words": "{0} rounded up"},
  round_to: {"fewest": 2, "most": 2, "kind": "alike", "words": "{0} to the nearest {1}"},
  root: {"fewest": 2, "most": 2, "kind": "plain", "words": "\u221a{0} (to {places})"},
  power: {"fewest": 3, "most": 3, "kind": "plain", "words": "the power {1} of {0} (to {places})"},
};
