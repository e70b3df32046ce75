// How old the edition is, counted from its own dates, and whether this device's clock can be right.

import { say } from "../say.js";

const DAY_MS = 86400000;

/** A date of the pack as a reader writes it, kept on one line: 20 November 2026. @param {string} date */
export function longDate(date) {
  const [year, month, day] = date.split("-").map(Number);
  const name = say("date.month-names").split(" ")[month - 1];
  return say("date.day", { day, month: name, year }).replaceAll(" ", "\u00a0");
}

/** Today on this device's calendar, as the pack writes dates. @param {Date} now */
export function today(now) {
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/**
 * What to say about a clock: it cannot stand before the day the edition was made, nor before the
 * last answer of the server. A day is allowed for, since the edition's date has no time zone.
 * @param {Date} now @param {string} made date of the edition @param {number} checked milliseconds, or 0
 */
export function clockIsWrong(now, made, checked) {
  const earliest = Math.max(Date.parse(`${made}T00:00:00Z`), checked) - DAY_MS;
  return now.getTime() < earliest;
}
