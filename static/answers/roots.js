// Roots and powers to a number of decimals, by whole numbers alone. Twin of webref/dosing/roots.py,
// which says why the last place is right.

import { above, exact, floor } from "./numbers.js";

/** @typedef {import("./numbers.js").Exact} Exact */

const MOST = 1000n;

/** A root or a power that is no real number, or past what is worked out here. */
export class NoRoot extends Error {}

/**
 * The square root to so many decimals, half up.
 * @param {Exact} number
 * @param {bigint} places
 * @throws {NoRoot} of what is below zero
 */
export function rootHalfUp(number, places) {
  if (above(number) < 0n) throw new NoRoot("a root of less than zero");
  const ten = 10n ** places;
  const twice = wholeRoot((4n * ten * ten * number.n) / number.d, 2n);
  return exact((twice + 1n) / 2n, ten);
}

/**
 * The number to the power of an exact exponent, to so many decimals, half up.
 * @param {Exact} number
 * @param {Exact} exponent
 * @param {bigint} places
 * @throws {NoRoot} where the number is not above zero, or the exponent has too many figures
 */
export function powerHalfUp(number, exponent, places) {
  if (above(number) <= 0n) throw new NoRoot("a power of what is not above zero");
  if (exponent.n > MOST || exponent.d > MOST) throw new NoRoot("an exponent of too many figures");
  const ten = 10n ** places;
  const [up, down] = above(exponent) >= 0n ? [number.n, number.d] : [number.d, number.n];
  const scaled = ((2n * ten) ** exponent.d * up ** exponent.n) / down ** exponent.n;
  return exact((wholeRoot(scaled, exponent.d) + 1n) / 2n, ten);
}

/** The largest whole r with r to the degree at most number, found bit by bit. @param {bigint} number @param {bigint} degree */
function wholeRoot(number, degree) {
  const bits = BigInt(number.toString(16).length) * 4n;
  let root = 0n;
  for (let bit = bits / degree; bit >= 0n; bit -= 1n) {
    const tried = root | (1n << bit);
    if (tried ** degree <= number) root = tried;
  }
  return root;
}
