// The one table of units. Written by `python -m tools.write_tables` from
// webref/dosing/unit_table.py: change that one, and write this anew.

/**
 * A single unit: its factor to the base unit (empty where it is only named when typed), what it
 * measures, the word for one, how one and several are said, its name in formulas, the single units
 * that working counts it in, and what people type for it.
 * @typedef {{name: string, factor: string, base: string, one: string, spoken: string,
 *   formula: string, parts: Record<string, number>, spellings: string[]}} Single
 */

/** @type {Single[]} */
export const SINGLES = [
  {"name": "", "factor": "1", "base": "", "one": "", "spoken": "", "formula": "", "parts": {}, "spellings": []},
  {"name": "%", "factor": "1/100", "base": "", "one": "", "spoken": "per cent", "formula": "", "parts": {"%": 1}, "spellings": ["%", "percent", "per cent", "pct"]},
  {"name": "ng", "factor": "1/1000", "base": "mass", "one": "", "spoken": "nanograms", "formula": "ng", "parts": {"ng": 1}, "spellings": ["ng", "nanogram", "nanograms", "nanogramme", "nanogrammes"]},
  {"name": "mcg", "factor": "1", "base": "mass", "one": "", "spoken": "micrograms", "formula": "mcg", "parts": {"mcg": 1}, "spellings": ["mcg", "mcgs", "ug", "\u00b5g", "\u03bcg", "microgram", "micrograms", "microgramme", "microgrammes"]},
  {"name": "mg", "factor": "1000", "base": "mass", "one": "", "spoken": "milligrams", "formula": "mg", "parts": {"mg": 1}, "spellings": ["mg", "mgs", "milligram", "milligrams", "milligramme", "milligrammes"]},
  {"name": "g", "factor": "1000000", "base": "mass", "one": "", "spoken": "grams", "formula": "g", "parts": {"g": 1}, "spellings": ["g", "gm", "gms", "gram", "grams", "gramme", "grammes"]},
  {"name": "microlitres", "factor": "1/1000", "base": "volume", "one": "microlitre", "spoken": "microlitres", "formula": "", "parts": {"microlitres": 1}, "spellings": ["ul", "\u00b5l", "\u03bcl", "mcl", "microlitre", "microlitres", "microliter", "microliters"]},
  {"name": "mL", "factor": "1", "base": "volume", "one": "", "spoken": "millilitres", "formula": "mL", "parts": {"mL": 1}, "spellings": ["ml", "mls", "millilitre", "millilitres", "milliliter", "milliliters", "cc", "ccs"]},
  {"name": "dL", "factor": "100", "base": "volume", "one": "", "spoken": "decilitres", "formula": "dL", "parts": {"dL": 1}, "spellings": ["dl", "decilitre", "decilitres", "deciliter", "deciliters"]},
  {"name": "L", "factor": "1000", "base": "volume", "one": "", "spoken": "litres", "formula": "L", "parts": {"L": 1}, "spellings": ["l", "litre", "litres", "liter", "liters"]},
  {"name": "s", "factor": "1/60", "base": "time", "one": "", "spoken": "seconds", "formula": "", "parts": {"s": 1}, "spellings": ["s", "sec", "secs", "second", "seconds"]},
  {"name": "min", "factor": "1", "base": "time", "one": "", "spoken": "minutes", "formula": "min", "parts": {"min": 1}, "spellings": ["min", "mins", "minute", "minutes"]},
  {"name": "h", "factor": "60", "base": "time", "one": "", "spoken": "hours", "formula": "h", "parts": {"h": 1}, "spellings": ["h", "hr", "hrs", "hour", "hours"]},
  {"name": "days", "factor": "1440", "base": "time", "one": "day", "spoken": "days", "formula": "day", "parts": {"days": 1}, "spellings": ["d", "day", "days"]},
  {"name": "weeks", "factor": "10080", "base": "time", "one": "week", "spoken": "weeks", "formula": "", "parts": {"weeks": 1}, "spellings": ["w", "wk", "wks", "week", "weeks"]},
  {"name": "kg", "factor": "1", "base": "weight", "one": "", "spoken": "kilograms", "formula": "kg", "parts": {"kg": 1}, "spellings": ["kg", "kgs", "kilo", "kilos", "kilogram", "kilograms", "kilogramme", "kilogrammes"]},
  {"name": "g of weight", "factor": "1/1000", "base": "weight", "one": "", "spoken": "grams of weight", "formula": "", "parts": {"g of weight": 1}, "spellings": ["g of weight", "gram of weight", "grams of weight"]},
  {"name": "months", "factor": "1", "base": "age", "one": "month", "spoken": "months", "formula": "months", "parts": {"months": 1}, "spellings": ["mo", "mos", "mth", "mths", "month", "months", "month old", "months old"]},
  {"name": "years", "factor": "12", "base": "age", "one": "year", "spoken": "years", "formula": "years", "parts": {"years": 1}, "spellings": ["y", "yr", "yrs", "yo", "year", "years", "year old", "years old"]},
  {"name": "days of age", "factor": "1", "base": "age in days", "one": "day of age", "spoken": "days of age", "formula": "", "parts": {"days of age": 1}, "spellings": ["day of age", "days of age", "day old", "days old"]},
  {"name": "weeks of age", "factor": "7", "base": "age in days", "one": "week of age", "spoken": "weeks of age", "formula": "", "parts": {"weeks of age": 1}, "spellings": ["week of age", "weeks of age", "week old", "weeks old"]},
  {"name": "units", "factor": "1", "base": "units", "one": "unit", "spoken": "units", "formula": "units", "parts": {"units": 1}, "spellings": ["u", "unit", "units"]},
  {"name": "milliunits", "factor": "1/1000", "base": "units", "one": "milliunit", "spoken": "milliunits", "formula": "", "parts": {"milliunits": 1}, "spellings": ["milliunit", "milliunits"]},
  {"name": "million units", "factor": "1000000", "base": "units", "one": "million units", "spoken": "million units", "formula": "", "parts": {"million units": 1}, "spellings": ["million unit", "million units", "megaunit", "megaunits"]},
  {"name": "international units", "factor": "1", "base": "international units", "one": "international unit", "spoken": "international units", "formula": "", "parts": {"international units": 1}, "spellings": ["iu", "international unit", "international units"]},
  {"name": "nmol", "factor": "1/1000", "base": "moles", "one": "", "spoken": "nanomoles", "formula": "", "parts": {"nmol": 1}, "spellings": ["nmol", "nmols", "nanomole", "nanomoles", "nanomol"]},
  {"name": "micromol", "factor": "1", "base": "moles", "one": "", "spoken": "micromoles", "formula": "micromol", "parts": {"micromol": 1}, "spellings": ["umol", "umols", "\u00b5mol", "\u03bcmol", "micromol", "micromols", "micromole", "micromoles"]},
  {"name": "mmol", "factor": "1000", "base": "moles", "one": "", "spoken": "millimoles", "formula": "mmol", "parts": {"mmol": 1}, "spellings": ["mmol", "mmols", "millimole", "millimoles"]},
  {"name": "mol", "factor": "1000000", "base": "moles", "one": "", "spoken": "moles", "formula": "", "parts": {"mol": 1}, "spellings": ["mol", "mols", "mole", "moles"]},
  {"name": "mEq", "factor": "1", "base": "equivalents", "one": "", "spoken": "milliequivalents", "formula": "mEq", "parts": {"mEq": 1}, "spellings": ["meq", "meqs", "milliequivalent", "milliequivalents"]},
  {"name": "mm", "factor": "1/10", "base": "length", "one": "", "spoken": "millimetres", "formula": "", "parts": {"mm": 1}, "spellings": ["mm", "millimetre", "millimetres", "millimeter", "millimeters"]},
  {"name": "cm", "factor": "1", "base": "length", "one": "", "spoken": "centimetres", "formula": "cm", "parts": {"cm": 1}, "spellings": ["cm", "cms", "centimetre", "centimetres", "centimeter", "centimeters"]},
  {"name": "m", "factor": "100", "base": "length", "one": "", "spoken": "metres", "formula": "", "parts": {"m": 1}, "spellings": ["m", "metre", "metres", "meter", "meters"]},
  {"name": "m2", "factor": "10000", "base": "length", "one": "", "spoken": "square metres", "formula": "m2", "parts": {"m": 2}, "spellings": ["m2", "m\u00b2", "sqm", "sq m", "square metre", "square metres", "square meter", "square meters"]},
  {"name": "mmHg", "factor": "1", "base": "pressure", "one": "", "spoken": "millimetres of mercury", "formula": "mmHg", "parts": {"mmHg": 1}, "spellings": ["mmhg", "mm hg", "millimetres of mercury"]},
  {"name": "ampoules", "factor": "1", "base": "", "one": "ampoule", "spoken": "ampoules", "formula": "", "parts": {}, "spellings": ["amp", "amps", "ampoule", "ampoules", "ampule", "ampules", "ampul", "ampuls"]},
  {"name": "bottles", "factor": "1", "base": "", "one": "bottle", "spoken": "bottles", "formula": "", "parts": {}, "spellings": ["bottle", "bottles"]},
  {"name": "capsules", "factor": "1", "base": "", "one": "capsule", "spoken": "capsules", "formula": "", "parts": {}, "spellings": ["cap", "caps", "capsule", "capsules"]},
  {"name": "doses", "factor": "1", "base": "", "one": "dose", "spoken": "doses", "formula": "", "parts": {}, "spellings": ["dose", "doses"]},
  {"name": "puffs", "factor": "1", "base": "", "one": "puff", "spoken": "puffs", "formula": "", "parts": {}, "spellings": ["puff", "puffs"]},
  {"name": "sessions", "factor": "1", "base": "", "one": "session", "spoken": "sessions", "formula": "", "parts": {}, "spellings": ["session", "sessions"]},
  {"name": "tablets", "factor": "1", "base": "", "one": "tablet", "spoken": "tablets", "formula": "", "parts": {}, "spellings": ["tab", "tabs", "tablet", "tablets"]},
  {"name": "times", "factor": "1", "base": "", "one": "times", "spoken": "times", "formula": "", "parts": {}, "spellings": ["time", "times"]},
  {"name": "vials", "factor": "1", "base": "", "one": "vial", "spoken": "vials", "formula": "", "parts": {}, "spellings": ["vial", "vials"]},
  {"name": "lb", "factor": "", "base": "weight", "one": "", "spoken": "pounds", "formula": "", "parts": {}, "spellings": ["lb", "lbs", "pound", "pounds"]},
  {"name": "oz", "factor": "", "base": "weight", "one": "", "spoken": "ounces", "formula": "", "parts": {}, "spellings": ["oz", "ounce", "ounces"]},
  {"name": "stone", "factor": "", "base": "weight", "one": "", "spoken": "stone", "formula": "", "parts": {}, "spellings": ["st", "stone", "stones"]},
  {"name": "inches", "factor": "", "base": "length", "one": "inch", "spoken": "inches", "formula": "", "parts": {}, "spellings": ["inch", "inches"]},
  {"name": "feet", "factor": "", "base": "length", "one": "foot", "spoken": "feet", "formula": "", "parts": {}, "spellings": ["ft", "foot", "feet"]},
  {"name": "drops", "factor": "", "base": "", "one": "drop", "spoken": "drops", "formula": "", "parts": {}, "spellings": ["drop", "drops", "gtt", "gtts"]},
  {"name": "teaspoons", "factor": "", "base": "volume", "one": "teaspoon", "spoken": "teaspoons", "formula": "", "parts": {}, "spellings": ["tsp", "tsps", "teaspoon", "teaspoons"]},
  {"name": "tablespoons", "factor": "", "base": "volume", "one": "tablespoon", "spoken": "tablespoons", "formula": "", "parts": {}, "spellings": ["tbsp", "tbsps", "tablespoon", "tablespoons"]},
  {"name": "pills", "factor": "", "base": "", "one": "pill", "spoken": "pills", "formula": "", "parts": {}, "spellings": ["pill", "pills"]},
  {"name": "boluses", "factor": "", "base": "", "one": "bolus", "spoken": "boluses", "formula": "", "parts": {}, "spellings": ["bolus", "boluses"]},
];

/** Words that say how often. */
export const OFTEN = ["od", "bd", "bid", "bds", "td", "tds", "tid", "ter", "qd", "qds", "qid", "qod", "eod", "qam", "qpm", "qhs", "hs", "om", "on", "mane", "nocte", "nightly", "daily", "hourly", "weekly", "monthly", "yearly", "once", "twice", "thrice", "every", "each", "prn", "sos", "stat", "ac", "pc"];
