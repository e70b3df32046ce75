// Figures held against how the pack's readers write them: none is shown that means another thing.
// Twin of webref/dosing/readable.py.

import { rowsUnread } from "./lookups.js";
import { say } from "./say.js";

/** @typedef {import("./evaluate.js").Result} Result */

/** A mark that is read otherwise, and the figures that hold it. @type {Record<string, RegExp>} */
const FIGURES = { ".": /[0-9]\.[0-9]/, ",": /[0-9],[0-9]/ };

/** Whether a text holds a figure with one of these marks. @param {string} text @param {string} marks */
export const misread = (text, marks) => [...marks].some((mark) => FIGURES[mark].test(text));

/**
 * The result as it is; a stop without any figure where one of its figures would be misread. An
 * entry in another unit is left out where it alone would be.
 * @param {Result} result
 * @returns {Result}
 */
export function readable(result) {
  const marks = result.calculator.misread ?? "";
  if (!marks) return result;
  const entries = result.entries.map((entry) => ({ ...entry, echo: misread(entry.echo, marks) ? "" : entry.echo }));
  if (!shown(result).some((text) => misread(text, marks))) return { ...result, entries };
  const [title, text] = [say("stop.figures"), say("stop.figures-text")];
  return {
    ...result,
    status: "stop",
    entries: result.entries.map((entry) => ({ ...entry, shown: "", echo: "" })),
    messages: [{ id: "figures", level: "stop", title, text, cites: [] }],
    answers: [], working: [], schedules: [], pictures: [], lookups: rowsUnread(result.calculator),
  };
}

/** Every text of a result that may hold a figure; what is printed anyway is held at load. @param {Result} result */
function shown({ entries, messages, answers, working, schedules, pictures }) {
  const values = answers.flatMap((answer) => [answer.shown, ...answer.others.map((other) => other.shown)]);
  return [
    ...entries.map((entry) => entry.shown),
    ...messages.flatMap(({ title, text }) => [title, text]),
    ...values.flatMap((value) => (value ? [value.text, value.rounded ? "0.0" : ""] : [])),
    ...answers.flatMap(({ others }) => others.map(({ stop }) => stop)),
    ...working.flatMap(({ parts, since, exact }) => [...parts, since, exact]),
    ...pictures.flatMap(({ rows }) => rows.flatMap(({ name, figure }) => [name, figure])),
    ...schedules.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)),
  ];
}
