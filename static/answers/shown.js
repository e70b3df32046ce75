// A value as shown, with the exact fraction behind a rounded figure. Twin of webref/dosing/shown.py.

import { CALENDAR_UNITS, showCalendar } from "./calendar.js";
import { roundNumber, show } from "./numbers.js";
import { beside, withUnit } from "./units.js";

/** @typedef {import("./numbers.js").Exact} Exact */
/** @typedef {import("./tree.js").Calculator} Calculator */
/**
 * The figure, the unit beside it, both as one text, the unit declared, the exact fraction in it.
 * @typedef {{figure: string, beside: string, text: string, unit: string, exact: Exact,
 *   rounded: boolean}} Shown
 */

/**
 * A value in base units as shown in `unit`, with at most `places` decimals.
 * @param {Calculator} calculator
 * @param {Exact} value
 * @param {string} unit
 * @param {number} places
 * @param {string} [mode]
 * @returns {Shown}
 */
export function showValue(calculator, value, unit, places, mode = "half-up") {
  if (CALENDAR_UNITS.includes(unit)) {
    const figure = showCalendar(value, unit);
    return { figure, beside: "", text: figure, unit, exact: value, rounded: false };
  }
  const inUnit = value.div(calculator.units[unit]);
  const rounded = roundNumber(inUnit, places, mode).compare(inUnit) !== 0;
  const figure = show(inUnit, places, mode);
  const word = beside(unit, figure, calculator.counted);
  return { figure, beside: word, text: withUnit(figure, word), unit, exact: inUnit, rounded };
}
