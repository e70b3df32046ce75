// The units that people type, in the spellings that they use; nothing is read by it.
// Twin of webref/dosing/unit_spellings.py.

import { say } from "./say.js";
import { OFTEN, SINGLES } from "./unit_table.js";

/** @typedef {import("./unit_table.js").Single} Single */

const SPELLED = new Map(
  SINGLES.flatMap((single) => single.spellings.map((spelling) => [spelling, single])),
);
const TIMES = new Set(SINGLES.filter(({ base }) => base === "time").map(({ one, name }) => one || name));
const PER = / ?\/ ?| per | an? |^per /;
const SEVERAL = /^((?:0|[1-9][0-9]*)(?:\.[0-9]+)?) (.+)$/;

/** The text with A to Z in lower case and without full stops but those between figures. @param {string} text */
const lower = (text) => text
  .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
  .replace(/\./g, (point, at, whole) => (
    /[0-9]/.test(whole[at - 1] ?? "") && /[0-9]/.test(whole[at + 1] ?? "") ? point : ""
  ));

/**
 * The unit that a text spells, as the table writes it (`mg`, `mcg/kg/min`, `/day`); empty if none.
 * @param {string} text as it was typed behind a number, its spaces plain
 * @returns {string}
 */
export function spell(text) {
  const typed = lower(text);
  const whole = SPELLED.get(typed);
  if (whole !== undefined) return whole.name;
  const [first, ...rest] = typed.split(PER);
  if (!rest.length || (first && !SPELLED.has(first))) return "";
  const parts = rest.map(below);
  if (parts.some((one) => !one)) return "";
  return [SPELLED.get(first)?.name ?? "", ...parts.sort()].join("/");
}

/** A unit below a line, of which several may be meant, as in `5 mL`; empty if none. @param {string} typed */
function below(typed) {
  const [, number, word] = SEVERAL.exec(typed) ?? ["", "", typed];
  const single = SPELLED.get(word);
  if (!single) return "";
  const name = single.one || single.name;
  return number ? `${number} ${name}` : name;
}

/** A unit as `spell` gives it, as it is said: `months`, `mcg/h`, `per day`. @param {string} spelled */
export function nameOf(spelled) {
  return spelled.startsWith("/") ? say("typed.per", { time: spelled.slice(1) }) : spelled;
}

/** Whether a text behind a number says how often, as in `mg tds`. @param {string} text */
export function often(text) {
  return lower(text).split(" ").some((word) => OFTEN.includes(word));
}

/**
 * The time for which units all are, as `day` for `mcg/day` and `mg/kg/day`; empty if for none.
 * @param {string[]} units
 * @returns {string}
 */
export function per(units) {
  const times = new Set(units.map((unit) => (
    spell(unit).split("/").slice(1).find((part) => TIMES.has(part)) ?? ""
  )));
  const [common] = times.size === 1 ? times : [""];
  return common;
}
