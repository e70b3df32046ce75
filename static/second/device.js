// What the display of a device shows, held against the answer at the places that it shows.

import { CALENDAR_UNITS, readClock, readDate, readMoment, showCalendar } from "../answers/calendar.js";
import { Refused, exact, readNumber, roundNumber } from "../answers/numbers.js";
import { showValue } from "../answers/shown.js";
import { UNITS, counted, partsOf } from "../answers/units.js";
import { times, whole } from "./compare.js";
import { say } from "./say.js";

/** @typedef {import("../answers/evaluate.js").Answer} Answer */
/** @typedef {import("../answers/numbers.js").Exact} Exact */
/** @typedef {import("../answers/tree.js").Calculator} Calculator */
/** @typedef {{state: "same" | "left" | "differs" | "refused", text: string}} Held */

const READERS = { date: readDate, moment: readMoment, clock: readClock };
const FEWEST = 3; // figures of a display that rounds further than the answer does; fewer may hide a slip

/** What a unit measures, whatever its size. @param {Calculator} calculator @param {string} unit */
function dimension(calculator, unit) {
  /** @type {Map<string, number>} */
  const powers = new Map();
  for (const [part, power] of Object.entries(partsOf(calculator, unit))) {
    if (!UNITS.has(part)) continue; // a plain number within a unit
    const base = UNITS.get(part)?.base || part;
    powers.set(base, (powers.get(base) ?? 0) + power);
  }
  return JSON.stringify([...powers].filter(([, power]) => power).sort());
}

/** The units in which a display may show an answer, its own first. @param {Calculator} calculator @param {string} own */
export function unitsOf(calculator, own) {
  if (CALENDAR_UNITS.includes(own)) return [own];
  const alike = Object.keys(calculator.units).filter((unit) => (
    unit !== own && dimension(calculator, unit) === dimension(calculator, own)
  ));
  return [own, ...alike];
}

/** How many decimals a figure has. @param {string} text */
const places = (text) => (text.split(".")[1] ?? "").length;

/** How many of its figures count, the zeros in front left out. @param {string} text */
const figures = (text) => text.replace(".", "").replace(/^0+/, "").length;

/**
 * One answer against what is read from a display; nothing read is not compared.
 * @param {Calculator} calculator @param {Answer} answer @param {string} read @param {string} unit one of `unitsOf`
 * @returns {Held}
 */
export function held(calculator, answer, read, unit) {
  const { name } = answer.output;
  const text = read.trim();
  if (!text) return { state: "left", text: say("second.device-left", { name }) };
  try {
    return CALENDAR_UNITS.includes(unit) ? onDay(answer, text, unit) : inFigures(calculator, answer, text, unit);
  } catch (refused) {
    if (!(refused instanceof Refused)) throw refused;
    return { state: "refused", text: say("second.device-refused", { name, why: refused.message }) };
  }
}

/** @param {Answer} answer @param {string} text @param {string} unit @returns {Held} */
function onDay({ output: { name }, shown: { figure } }, text, unit) {
  const shown = showCalendar(READERS[/** @type {"date"} */ (unit)](text), unit);
  return figure === shown
    ? { state: "same", text: say("second.device-same", { name, shown }) }
    : { state: "differs", text: say("second.device-differs", { name, shown }) };
}

/** @param {Calculator} calculator @param {Answer} answer @param {string} text @param {string} unit @returns {Held} */
function inFigures(calculator, { output, shown }, text, unit) {
  const { name, round } = output;
  const number = readNumber(text);
  const said = counted(text, unit);
  const inUnit = (/** @type {Exact} */ value) => value.mul(calculator.units[shown.unit]).div(calculator.units[unit]);
  const own = inUnit(shown.exact);
  const ends = [own, shown.to ? inUnit(shown.to) : own].map((end) => roundNumber(end, places(text), round));
  const within = number.compare(ends[0]) >= 0 && number.compare(ends[1]) <= 0;
  const base = shown.exact.mul(calculator.units[shown.unit]);
  const printed = showValue(calculator, base, unit, output.places, round).figure.replaceAll(",", "");
  const isFine = places(text) >= places(printed);
  if (within && (isFine || figures(text) >= FEWEST || number.compare(own) === 0)) {
    return { state: "same", text: say(isFine ? "second.device-same" : "second.device-rounded", { name, shown: said }) };
  }
  const count = shown.to || !/^[0-9.]+$/.test(printed) ? null : whole(exact(printed), number);
  if (!count) return { state: "differs", text: say("second.device-differs", { name, shown: said }) };
  const by = say(count.more ? "second.device-more" : "second.device-less", { times: times(count.n) });
  return { state: "differs", text: say("second.device-times", { name, shown: said, times: by }) };
}
