// Dates and times of day as whole minutes; no clock is read. Twin of webref/dosing/calendar.py.

import { Refused, exact, floor } from "./numbers.js";
import { say } from "./say.js";

/** @typedef {import("./numbers.js").Exact} Exact */

export const CALENDAR_UNITS = ["date", "moment", "clock"];

export const FIRST_YEAR = 2000;
export const LAST_YEAR = 2099;
const DATE = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/;
const CLOCK = /^([0-9]{2}):([0-9]{2})$/;
const MINUTE = 60000;

/** A date outside the calendar that is shown. */
export class NoDate extends Error {}

/** Whole minutes from 1970 to the start of a year. @param {number} year */
const startOf = (year) => BigInt(Date.UTC(year, 0, 1) / MINUTE);

/** @param {number} figure */
const two = (figure) => String(figure).padStart(2, "0");

/**
 * `2026-11-22` to the minutes from 1970 to that midnight.
 * @param {string} text
 * @returns {Exact}
 */
export function readDate(text) {
  const match = DATE.exec(text);
  if (!match) throw new Refused(say("date.form"));
  const [year, month, day] = match.slice(1).map(Number);
  if (year < FIRST_YEAR || year > LAST_YEAR) {
    throw new Refused(say("date.years", { first: String(FIRST_YEAR), last: String(LAST_YEAR) }));
  }
  const midnight = new Date(Date.UTC(year, month - 1, day));
  if (midnight.getUTCMonth() !== month - 1 || midnight.getUTCDate() !== day) {
    throw new Refused(say("date.none"));
  }
  return exact(BigInt(midnight.getTime() / MINUTE));
}

/** `09:30` to the minutes from midnight. @param {string} text @returns {Exact} */
export function readClock(text) {
  const match = CLOCK.exec(text);
  if (!match || Number(match[1]) > 23 || Number(match[2]) > 59) {
    throw new Refused(say("date.clock"));
  }
  return exact(BigInt(match[1]) * 60n + BigInt(match[2]));
}

/** `2026-11-22T09:30` to the minutes from 1970. @param {string} text @returns {Exact} */
export function readMoment(text) {
  const letter = text.indexOf("T");
  if (letter < 0) throw new Refused(say("date.moment"));
  return readDate(text.slice(0, letter)).add(readClock(text.slice(letter + 1)));
}

/**
 * Minutes as a date, a moment or a time of day; parts of a minute are cut off.
 * @param {Exact} minutes
 * @param {string} unit
 */
export function showCalendar(minutes, unit) {
  if (!CALENDAR_UNITS.includes(unit)) throw new TypeError(`${unit} is no unit of the calendar`);
  const whole = floor(minutes);
  if (unit === "clock") {
    const ofDay = Number(((whole % 1440n) + 1440n) % 1440n);
    return `${two(Math.trunc(ofDay / 60))}:${two(ofDay % 60)}`;
  }
  if (whole < startOf(FIRST_YEAR) || whole >= startOf(LAST_YEAR + 1)) throw new NoDate();
  const moment = new Date(Number(whole) * MINUTE);
  const date = say("date.shown", {
    weekday: say("date.days").split(" ")[(moment.getUTCDay() + 6) % 7],
    day: String(moment.getUTCDate()),
    month: say("date.months").split(" ")[moment.getUTCMonth()],
    year: String(moment.getUTCFullYear()),
  });
  if (unit === "date") return date;
  const time = `${two(moment.getUTCHours())}:${two(moment.getUTCMinutes())}`;
  return say("date.with-time", { date, time });
}
