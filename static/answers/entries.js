// What was typed, read against the inputs: values, echoes, refusals. Twin of webref/dosing/entries.py.

import { readClock, readDate, readMoment, showCalendar } from "./calendar.js";
import { hasHidden, trim } from "./characters.js";
import { Refused, exact, readNumber, roundNumber, show } from "./numbers.js";
import { say } from "./say.js";
import { refuseUnit } from "./typed_units.js";
import { counted, withUnit } from "./units.js";

/** @typedef {import("./numbers.js").Exact} Exact */
/** @typedef {import("./tree.js").Calculator} Calculator */
/** @typedef {import("./tree.js").Input} Input */
/** @typedef {import("./tree.js").Turn} Turn */
/** @typedef {import("./tree.js").Value} Value */
/** @typedef {Map<string, string>} Parameters */
/**
 * One input as typed: its value in base units, or what is missing or wrong with it.
 * @typedef {{id: string, name: string, value: Value | null, shown: string, echo: string,
 *   missing: string, error: string, unit: string, offer: {number: string, unit: string},
 *   held: string[]}} Entry
 */

const READERS = { date: readDate, moment: readMoment, clock: readClock };

/** @param {string} id @param {string} name @param {Partial<Entry>} rest @returns {Entry} */
const entry = (id, name, rest) => ({
  id, name, value: null, shown: "", echo: "", missing: "", error: "", unit: "",
  offer: { number: "", unit: "" }, held: [], ...rest,
});

/**
 * Every parameter that a query may hold for this calculator.
 * @param {Calculator} calculator
 * @returns {Set<string>}
 */
export function parameterNames(calculator) {
  const names = new Set(calculator.labels.length ? ["label"] : []);
  for (const item of calculator.inputs) {
    names.add(item.id);
    if (item.kind === "quantity") names.add(`${item.id}_unit`).add(`${item.id}_typed`);
    if (item.printed) names.add(`${item.id}_in`);
  }
  return names;
}

/** What there is to follow, in a word: label, guideline, or either. @param {{kind: string}[]} followed */
export function kindOf(followed) {
  const kinds = new Set(followed.map(({ kind }) => kind));
  return kinds.size > 1 ? "either" : [...kinds][0] ?? "label";
}

/**
 * The label or guideline followed. Missing or unknown, it is asked for; none is ever assumed.
 * @param {Calculator} calculator
 * @param {Parameters} parameters
 */
export function readLabel(calculator, parameters) {
  const chosen = parameters.get("label") ?? "";
  for (const label of calculator.labels) {
    if (label.id === chosen) return entry("label", say(`working.${label.kind}`), { value: chosen, shown: label.name });
  }
  const kind = kindOf(calculator.labels);
  const name = say(`working.${kind}`);
  if (chosen) {
    const labels = calculator.labels.map((label) => label.id).join(say("join.or"));
    return entry("label", name, { error: say(`entry.${kind}`, { labels }) });
  }
  return entry("label", name, { missing: calculator.label_optional ? "" : say(`entry.no-${kind}`) });
}

/**
 * One input read from the parameters, in base units.
 * @param {Calculator} calculator
 * @param {Input} item
 * @param {Parameters} parameters
 * @returns {Entry}
 */
export function readEntry(calculator, item, parameters) {
  const text = trim(parameters.get(item.id) ?? "");
  if (!text) {
    const asked = item.optional ? "" : item.prompt || say("entry.missing", { name: item.name });
    const missing = volumeOf(item, parameters) ? say("entry.missing", { name: item.name }) : asked;
    return entry(item.id, item.name, { missing });
  }
  try {
    if (hasHidden(text)) {
      throw new Refused(say("entry.hidden"));
    }
    if (item.kind === "choice") return readChoice(item, text);
    if (item.kind === "quantity") return readQuantity(calculator, item, text, parameters);
    if (item.kind === "whole" || item.kind === "number") return readPlain(item, text);
    const minutes = READERS[/** @type {"date"} */ (item.kind)](text);
    return entry(item.id, item.name, {
      value: minutes, shown: showCalendar(minutes, item.kind), unit: item.kind,
    });
  } catch (refused) {
    if (!(refused instanceof Refused)) throw refused;
    const { message, number, unit } = refused;
    return entry(item.id, item.name, { error: message, offer: { number, unit } });
  }
}

/** @param {Input} item @param {string} text */
function readChoice(item, text) {
  for (const option of item.options) {
    if (option.id === text) {
      return entry(item.id, item.name, { value: option.id, shown: option.name });
    }
  }
  throw new Refused(say("entry.choice"));
}

/** @param {Calculator} calculator @param {Input} item @param {string} text @param {Parameters} parameters */
function readQuantity(calculator, item, text, parameters) {
  const unit = parameters.get(`${item.id}_unit`) ?? "";
  const offered = unitsOffered(item);
  if (unit && !offered.includes(unit)) {
    throw new Refused(say("entry.unit", { units: offered.join(say("join.or")) }));
  }
  const number = readField(item, text, offered, unit);
  if (!unit) {
    const missing = say("entry.no-unit", { name: lower(item.name) });
    return entry(item.id, item.name, { missing });
  }
  if (!["", unit].includes(parameters.get(`${item.id}_typed`) ?? "")) {
    throw new Refused(say("entry.unit-changed"));
  }
  const volume = volumeOf(item, parameters);
  const printed = offered[offered.length - 1];
  if (item.printed && unit === printed) return readPrinted(calculator, item, number, volume);
  if (volume) throw new Refused(say("entry.volume-alone", { unit, printed }));
  const inUnit = number.mul(calculator.units[unit]);
  const turn = turnOf(item, unit);
  const value = turn ? turned(turn, inUnit) : inUnit;
  const echoes = item.units.filter((other) => other !== unit).map((other) => {
    const back = turnOf(item, other);
    return echo((back ? turnedBack(back, value) : value).div(calculator.units[other]), other);
  });
  const shown = counted(show(number), unit);
  return entry(item.id, item.name, { value, shown, echo: echoes.join(" = "), unit });
}

/** The units that may be chosen beside a number: those of the field, and an amount in mL. @param {Input} item */
function unitsOffered({ units, printed }) {
  return printed ? [...units, say("entry.printed", { amount: printed })] : units;
}

/** What is typed as the volume that holds an amount. @param {Input} item @param {Parameters} parameters */
function volumeOf(item, parameters) {
  return item.printed ? trim(parameters.get(`${item.id}_in`) ?? "") : "";
}

/**
 * A strength as it is printed: an amount, and the volume in mL that holds it.
 * @param {Calculator} calculator
 * @param {Input} item
 * @param {Exact} number
 * @param {string} volume
 */
function readPrinted(calculator, item, number, volume) {
  if (!volume) {
    return entry(item.id, item.name, { missing: say("entry.no-volume", { name: lower(item.name) }) });
  }
  const inside = readVolume(volume);
  const unit = `${item.printed}/mL`;
  const value = number.div(inside).mul(calculator.units[unit]);
  const held = [counted(show(number), item.printed ?? ""), withUnit(show(inside), "mL")];
  const echoes = item.units.map((other) => echo(value.div(calculator.units[other]), other));
  return entry(item.id, item.name, {
    value, shown: held.join("/"), echo: echoes.join(" = "), unit, held,
  });
}

/** @param {string} text */
function readVolume(text) {
  try {
    if (hasHidden(text)) throw new Refused(say("entry.hidden"));
    refuseUnit(text, ["mL"], "mL");
    const number = readNumber(text);
    if (number.n === 0n) throw new Refused(say("number.zero"));
    return number;
  } catch (refused) {
    if (!(refused instanceof Refused)) throw refused;
    throw new Refused(say("entry.volume", { reason: refused.message }));
  }
}

/** How a unit becomes the first of its field; undefined where it measures the same. @param {Input} item @param {string} unit */
export const turnOf = (item, unit) => item.turns.find((turn) => turn.unit === unit);

/** A value of this kind as one of the first. @param {Turn} turn @param {Exact} value */
const turned = ({ op, factor }, value) => (op === "*" ? value.mul(factor) : value.div(factor));

/** A value of the first kind as one of this. @param {Turn} turn @param {Exact} value */
const turnedBack = ({ op, factor }, value) => (op === "*" ? value.div(factor) : value.mul(factor));

/** The number of a field; a unit typed with it is refused, and so is zero where it is none. @param {Input} item @param {string} text @param {string[]} units @param {string} unit */
function readField(item, text, units, unit) {
  refuseUnit(text, units, unit);
  const number = readNumber(text);
  if (number.n === 0n && !item.zero) throw new Refused(say("number.zero"));
  return number;
}

/** The entry in another unit. @param {Exact} number @param {string} unit */
function echo(number, unit) {
  if (roundNumber(number, 15, "down").compare(number) === 0) {
    return counted(show(number, 15), unit);
  }
  const least = exact("1/10000");
  if (number.compare(least) < 0) return say("entry.less", { amount: withUnit(show(least), unit) });
  return say("entry.about", { amount: withUnit(show(number, 4), unit) });
}

/** @param {Input} item @param {string} text */
function readPlain(item, text) {
  const number = readField(item, text, item.units, "");
  if (item.kind === "whole" && number.d !== 1n) throw new Refused(say("number.whole"));
  return entry(item.id, item.name, {
    value: number,
    shown: counted(show(number), item.units.join("")),
  });
}

/** A name inside a sentence; an abbreviation keeps its capitals. @param {string} name */
function lower(name) {
  const start = name.slice(0, 2);
  const capitals = start === start.toUpperCase() && start !== start.toLowerCase();
  return capitals ? name : name.slice(0, 1).toLowerCase() + name.slice(1);
}
