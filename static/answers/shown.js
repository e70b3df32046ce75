// A value as shown, with the exact fraction behind a rounded figure. Twin of webref/dosing/shown.py.

import { CALENDAR_UNITS, showCalendar } from "./calendar.js";
import { exact, roundNumber, show, showExact } from "./numbers.js";
import { say } from "./say.js";
import { beside, withUnit } from "./units.js";

/** @typedef {import("./numbers.js").Exact} Exact */
/** @typedef {import("./tree.js").Calculator} Calculator */
/**
 * The figure, the unit beside it, both as one text, the unit declared, the exact fraction in it;
 * of a range also that of its upper end, `to`.
 * @typedef {{figure: string, beside: string, text: string, unit: string, exact: Exact,
 *   rounded: boolean, to?: Exact}} Shown
 */

const LEAST_OF_THREE_FIGURES = exact("100");
const MOST_PLACES = 15;

/**
 * A value in base units as shown in `unit`: at most `places` decimals, or three figures.
 * A value without decimals is counted, and keeps none.
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
  const most = decimals(inUnit, places);
  const rounded = roundNumber(inUnit, most, mode).compare(inUnit) !== 0;
  const figure = show(inUnit, most, mode);
  const word = beside(unit, figure);
  return { figure, beside: word, text: withUnit(figure, word), unit, exact: inUnit, rounded };
}

/**
 * A range of two values of one unit, or one figure where both ends are shown alike.
 * @param {Shown} low
 * @param {Shown} high
 * @returns {Shown | null} null where its ends are the wrong way round
 */
export function showRange(low, high) {
  if (high.exact.compare(low.exact) < 0) return null;
  const alike = high.figure === low.figure;
  const figure = alike ? low.figure : say("range.span", { low: low.figure, high: high.figure });
  const word = CALENDAR_UNITS.includes(low.unit) ? "" : beside(low.unit, figure);
  const rounded = low.rounded || high.rounded;
  return { ...low, figure, beside: word, text: withUnit(figure, word), rounded, to: high.exact };
}

/** The exact fraction as shown, or those of both ends, with the unit. @param {Shown} shown */
export function exactText({ exact: low, to, unit }) {
  const spans = to && to.compare(low) !== 0;
  const figure = spans ? say("range.span", { low: showExact(low), high: showExact(to) }) : showExact(low);
  return withUnit(figure, unit);
}

/** How many decimals a value is shown with at most. @param {Exact} number @param {number} places */
function decimals(number, places) {
  let most = places;
  let scaled = exact(number.n, number.d).mul(exact(10n ** BigInt(places))); // without its sign
  while (most > 0 && most < MOST_PLACES && scaled.compare(LEAST_OF_THREE_FIGURES) < 0) {
    most += 1;
    scaled = scaled.mul(exact("10"));
  }
  return most;
}
