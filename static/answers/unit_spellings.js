// The units that people type, in the spellings that they use; nothing is read by it.
// Twin of webref/dosing/unit_spellings.py.

/** A unit's own name, and what else is typed for it. @type {Record<string, string[]>} */
const SPELLINGS = {
  "%": ["%", "percent", "per cent", "pct"],
  "ng": ["ng", "nanogram", "nanograms", "nanogramme", "nanogrammes"],
  "mcg": ["mcg", "mcgs", "ug", "\u00b5g", "\u03bcg", "microgram", "micrograms", "microgramme", "microgrammes"],
  "mg": ["mg", "mgs", "milligram", "milligrams", "milligramme", "milligrammes"],
  "g": ["g", "gm", "gms", "gram", "grams", "gramme", "grammes"],
  "kg": ["kg", "kgs", "kilo", "kilos", "kilogram", "kilograms", "kilogramme", "kilogrammes"],
  "lb": ["lb", "lbs", "pound", "pounds"],
  "oz": ["oz", "ounce", "ounces"],
  "stone": ["st", "stone", "stones"],
  "microlitre": ["ul", "\u00b5l", "\u03bcl", "microlitre", "microlitres", "microliter", "microliters"],
  "mL": ["ml", "mls", "millilitre", "millilitres", "milliliter", "milliliters", "cc", "ccs"],
  "dL": ["dl", "decilitre", "decilitres", "deciliter", "deciliters"],
  "L": ["l", "litre", "litres", "liter", "liters"],
  "s": ["s", "sec", "secs", "second", "seconds"],
  "min": ["min", "mins", "minute", "minutes"],
  "h": ["h", "hr", "hrs", "hour", "hours"],
  "day": ["d", "day", "days"],
  "week": ["w", "wk", "wks", "week", "weeks"],
  "month": ["mo", "mos", "mth", "mths", "month", "months", "month old", "months old"],
  "year": ["y", "yr", "yrs", "yo", "year", "years", "year old", "years old"],
  "unit": ["u", "iu", "unit", "units"],
  "mmol": ["mmol", "mmols", "millimole", "millimoles"],
  "mol": ["mol", "mols", "mole", "moles"],
  "mEq": ["meq", "meqs", "milliequivalent", "milliequivalents"],
  "mm": ["mm", "millimetre", "millimetres", "millimeter", "millimeters"],
  "cm": ["cm", "cms", "centimetre", "centimetres", "centimeter", "centimeters"],
  "m": ["metre", "metres", "meter", "meters"],
  "inch": ["inch", "inches"],
  "foot": ["ft", "foot", "feet"],
  "drop": ["drop", "drops", "gtt", "gtts"],
  "teaspoon": ["tsp", "tsps", "teaspoon", "teaspoons"],
  "tablespoon": ["tbsp", "tbsps", "tablespoon", "tablespoons"],
  "tablet": ["tab", "tabs", "tablet", "tablets"],
  "capsule": ["cap", "caps", "capsule", "capsules"],
  "pill": ["pill", "pills"],
  "ampoule": ["amp", "amps", "ampoule", "ampoules", "ampule", "ampules", "ampul", "ampuls"],
  "vial": ["vial", "vials"],
  "bottle": ["bottle", "bottles"],
  "dose": ["dose", "doses"],
  "bolus": ["bolus", "boluses"],
  "session": ["session", "sessions"],
  "time": ["time", "times"],
};

// Words that say how often, which no field takes beside a number.
const OFTEN = [
  "od", "bd", "bid", "bds", "td", "tds", "tid", "ter", "qd", "qds", "qid", "qod", "eod", "qam",
  "qpm", "qhs", "hs", "om", "on", "mane", "nocte", "nightly", "daily", "hourly", "weekly",
  "monthly", "yearly", "once", "twice", "thrice", "every", "each", "prn", "sos", "stat", "ac",
  "pc",
];

// Units that are words, with an s where they stand alone.
const WORDS = [
  "microlitre", "day", "week", "month", "year", "unit", "drop", "teaspoon", "tablespoon",
  "tablet", "capsule", "pill", "ampoule", "vial", "bottle", "dose", "session", "time",
];

const NAMES = new Map(
  Object.entries(SPELLINGS).flatMap(([name, all]) => all.map((spelling) => [spelling, name])),
);
const PER = / ?\/ ?| per | an? |^per /;

/** The text with A to Z in lower case and without full stops. @param {string} text */
const lower = (text) =>
  text.replace(/[A-Z]/g, (letter) => letter.toLowerCase()).replaceAll(".", "");

/**
 * The unit that a text spells, by its own name (`mg`, `mcg/day`, `/day`); empty if none.
 * @param {string} text as it was typed behind a number, its spaces plain
 * @returns {string}
 */
export function spell(text) {
  const typed = lower(text);
  const whole = NAMES.get(typed);
  if (whole !== undefined) return whole;
  const [first, ...rest] = typed.split(PER);
  if (!rest.length || (first && !NAMES.has(first))) return "";
  if (rest.some((one) => !NAMES.has(one))) return "";
  return [NAMES.get(first) ?? "", ...rest.map((one) => NAMES.get(one))].join("/");
}

/** A unit as `spell` gives it, as it is said: `months`, `mcg/h`, `per day`. @param {string} spelled */
export function nameOf(spelled) {
  if (WORDS.includes(spelled)) return `${spelled}s`;
  return spelled.startsWith("/") ? `per ${spelled.slice(1)}` : spelled;
}

/** Whether a text behind a number says how often, as in `mg tds`. @param {string} text */
export function often(text) {
  return lower(text).split(" ").some((word) => OFTEN.includes(word));
}

/**
 * The time for which units all are, as `day` for `mcg/day` and `mg/day`; empty if for none.
 * @param {string[]} units
 * @returns {string}
 */
export function per(units) {
  const parts = new Set(units.map(spell).map((one) => (
    one.includes("/") ? one.slice(one.lastIndexOf("/") + 1) : ""
  )));
  const [common] = parts.size === 1 ? parts : [""];
  return ["min", "h", "day", "week"].includes(common) ? common : "";
}
