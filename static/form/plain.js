// The figure of an answer in plain digits, as a field reads it, however the page writes figures.

import { roundNumber, show } from "../answers/numbers.js";

/** @typedef {import("../answers/numbers.js").Exact} Exact */

/** The figure of an answer in plain digits; empty where it has more decimals than a field reads. @param {Exact} value @param {string} figure as shown @param {string} mode how it was rounded */
export function plain(value, figure, mode) {
  for (let places = 0; places <= 9; places += 1) {
    if (show(value, places, mode) !== figure) continue;
    const { n, d } = roundNumber(value, places, mode);
    const digits = String((BigInt(n) * 10n ** 9n) / BigInt(d)).padStart(10, "0");
    const decimals = digits.slice(-9).replace(/0+$/, "");
    const text = digits.slice(0, -9) + (decimals && `.${decimals}`);
    return digits.length > 18 ? "" : text;
  }
  return "";
}
