// Decimal text to exact fractions and back. Twin of webref/dosing/numbers.py.

import { say } from "./say.js";

/**
 * An exact fraction of fraction.js, always given strings or BigInt pairs, never numbers.
 * @typedef {{s: bigint, n: bigint, d: bigint,
 *   add: Function, sub: Function, mul: Function, div: Function, compare: Function}} Exact
 */

const { Fraction } = globalThis;

const LONGEST = 40;

const NUMBER = /^(?:0|[1-9][0-9]{0,8})(?:\.[0-9]{1,9})?$/;
const THOUSANDS = /^[1-9][0-9]{0,2}\.[0-9]{2}0$/;
const POINT_FIRST = /^\.[0-9]+$/;
const POINT_LAST = /^[0-9]+\.$/;
const COMMA = /^[0-9.]*,[0-9.,]*$/;
export const EXPONENT = /^[0-9.]+[eE][+-]?[0-9]*$/;
const ZEROS_FIRST = /^0[0-9]+(?:\.[0-9]+)?$/;
const DIGITS = /^[0-9]+(?:\.[0-9]+)?$/;
const SPACED = /^[0-9][0-9.,]*(?: [0-9.,]+)+$/;

/**
 * A typed entry that is not read; the message says why, and what is read.
 * number and unit are what one tap may put in its place, both empty where nothing may.
 */
export class Refused extends Error {
  /** @param {string} message @param {string} [number] @param {string} [unit] */
  constructor(message, number = "", unit = "") {
    super(message);
    this.number = number;
    this.unit = unit;
  }
}

/**
 * A fraction from text `n` or `n/d`, or from whole numbers.
 * @param {string | bigint} above
 * @param {bigint} [below]
 * @returns {Exact}
 */
export function exact(above, below) {
  return below === undefined ? new Fraction(above) : new Fraction(above, below);
}

/** @param {unknown} value @returns {value is Exact} */
export function isExact(value) {
  return value instanceof Fraction;
}

/** The whole number above the line, with its sign. @param {Exact} number @returns {bigint} */
export function above(number) {
  return number.s * number.n;
}

/** The greatest whole number not above the fraction. @param {Exact} number @returns {bigint} */
export function floor(number) {
  const whole = above(number) / number.d;
  return above(number) % number.d < 0n ? whole - 1n : whole;
}

/**
 * Typed text, already trimmed of spaces, to the exact number it spells.
 * @param {string} text
 * @returns {Exact}
 * @throws {Refused} with the reason and what is read instead
 */
export function readNumber(text) {
  if ([...text].length > LONGEST) throw new Refused(say("number.long"));
  if (THOUSANDS.test(text)) throw new Refused(say("number.thousands"));
  if (NUMBER.test(text)) return exact(text);
  if (POINT_FIRST.test(text)) {
    throw new Refused(say("number.point-first"));
  }
  if (POINT_LAST.test(text)) {
    throw new Refused(say("number.point-last"));
  }
  if (COMMA.test(text)) {
    throw new Refused(say("number.comma"));
  }
  if (EXPONENT.test(text)) throw new Refused(say("number.exponent"));
  if (["+", "-", "\u2212", "\u2013"].includes(text[0])) {
    throw new Refused(say("number.sign"));
  }
  if (ZEROS_FIRST.test(text)) {
    throw new Refused(say("number.zeros-first"));
  }
  if (DIGITS.test(text)) {
    throw new Refused(say("number.figures"));
  }
  if (SPACED.test(text)) throw new Refused(say("number.spaced"));
  throw new Refused(say("number.alone"));
}

/** @param {number} places */
const tenTo = (places) => 10n ** BigInt(places);

/** @param {bigint} whole */
const size = (whole) => (whole < 0n ? -whole : whole);

/** To the nearest; a tie goes away from zero. @param {Exact} number @param {number} places */
export function scaleHalfUp(number, places) {
  const whole = (2n * number.n * tenTo(places) + number.d) / (2n * number.d);
  return number.s < 0n ? -whole : whole;
}

/** Cut toward minus infinity. @param {Exact} number @param {number} places */
function scaleDown(number, places) {
  return floor(exact(above(number) * tenTo(places), number.d));
}

/** Raised toward plus infinity. @param {Exact} number @param {number} places */
function scaleUp(number, places) {
  return -floor(exact(-above(number) * tenTo(places), number.d));
}

/** @type {Map<string, (number: Exact, places: number) => bigint>} */
const ROUNDING = new Map([["half-up", scaleHalfUp], ["down", scaleDown], ["up", scaleUp]]);

/** A number times ten to `places`, made whole by a named mode. @param {Exact} number @param {number} places @param {string} mode */
function scale(number, places, mode) {
  const round = ROUNDING.get(mode);
  if (!round) throw new TypeError(`no such rounding: ${mode}`);
  return round(number, places);
}

/**
 * A number rounded to so many decimals by a named mode.
 * @param {Exact} number
 * @param {number} places
 * @param {string} mode half-up, down or up
 */
export function roundNumber(number, places, mode) {
  return exact(scale(number, places, mode), tenTo(places));
}

/** @param {bigint} whole not negative */
const grouped = (whole) => String(whole).replace(/\B(?=(?:[0-9]{3})+$)/g, ",");

/**
 * A number as a reader sees it: a zero before the point, none trailing, thousands with commas.
 * @param {Exact} number
 * @param {number} [places] the most decimals
 * @param {string} [mode]
 */
export function show(number, places = 9, mode = "half-up") {
  const scaled = scale(number, places, mode);
  const ten = tenTo(places);
  const rest = String(size(scaled) % ten).padStart(places, "0");
  const decimals = places ? rest.replace(/0+$/, "") : "";
  const text = grouped(size(scaled) / ten) + (decimals ? `.${decimals}` : "");
  return scaled < 0n ? `\u2212${text}` : text;
}

/** A number that `show` would round, as a fraction: `1,000/3`. @param {Exact} number */
export function showExact(number) {
  const text = show(exact(above(number), 1n));
  return number.d === 1n ? text : `${text}/${grouped(number.d)}`;
}
