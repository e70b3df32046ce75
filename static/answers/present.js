// A result as finished strings: the context of the answer's template.
// Twin of webref/dosing/present.py.

import { presentPicture } from "./drawn.js";
import { kindOf } from "./entries.js";
import { isAnswered } from "./evaluate.js";
import { say } from "./say.js";
import { exactText } from "./shown.js";

/** @typedef {import("./evaluate.js").Answer} Answer */
/** @typedef {import("./evaluate.js").Message} Message */
/** @typedef {import("./evaluate.js").Other} Other */
/** @typedef {import("./evaluate.js").Result} Result */
/** @typedef {import("./lookups.js").Read} Read */
/** @typedef {import("./schedule.js").Schedule} Schedule */
/** @typedef {import("./shown.js").Shown} Shown */
/** @typedef {import("./tree.js").Label} Label */
/** @typedef {import("./tree.js").Setting} Setting */
/** @typedef {ReturnType<typeof presentCell>} Cell */

/**
 * The context of templates/fragments/answer.mustache.
 * @param {Result} result
 * @param {Setting} setting
 */
export function present(result, setting) {
  const { calculator, entries, label } = result;
  const notes = notesOf(entries);
  const refusals = notes.filter((note) => note.error);
  const missing = entries.find((entry) => entry.missing)?.missing ?? say("entry.nothing");
  const answered = isAnswered(result);
  return {
    status: result.status,
    notes,
    refused: refusals,
    is_refused: refusals.length > 0,
    missing: refusals.length || result.status !== "incomplete" ? "" : missing,
    checks: result.messages.map((message) => presentMessage(message, result)),
    is_stop: result.status === "stop" && result.messages.length > 0,
    is_answer: answered,
    drug: calculator.drug,
    answers: result.answers.map((answer) => presentAnswer(answer, result)),
    following: label ? say(`answer.followed-${label.kind}`, { name: label.name, dated: label.dated }) : "",
    lines: result.working.map((line) => ({
      name: line.name,
      parts: line.parts.map((text) => ({ text })),
      since: line.since,
      exact: line.exact,
    })),
    schedules: result.schedules.map((schedule) => presentSchedule(schedule, result)),
    pictures: result.pictures.map(presentPicture),
    lookups: result.lookups.map(presentLookup),
    arithmetic: calculator.basis === "arithmetic",
    due: setting.now !== "" && setting.now.slice(0, 10) >= calculator.review_by,
    review_by: calculator.review_by,
    unsigned: !calculator.signed && !setting.signed,
    edition: setting.edition.slice(0, 12),
    copy: answered ? copyText(result, setting) : "",
  };
}

/**
 * The context of templates/fragments/note.mustache for each entry of which something is said.
 * @param {Result["entries"]} entries
 */
function notesOf(entries) {
  const refused = entries.filter((entry) => entry.error);
  const echoed = entries.filter((entry) => entry.echo);
  return [
    ...refused.map(({ id, name, error, offer }) => (
      { field: id, name, text: error, number: offer.number, offered: offer.unit, error: true }
    )),
    ...echoed.map(({ id, name, shown, echo }) => (
      { field: id, name, text: `${shown} = ${echo}`, number: "", offered: "", error: false }
    )),
  ];
}

/** The context of the same template where a query is malformed. @param {string} reason */
export function presentRefusal(reason) {
  return { missing: reason };
}

/** @param {Message} message @param {Result} result */
function presentMessage({ level, title, text, cites, field = "" }, result) {
  return {
    level,
    is_stop: level === "stop",
    is_warn: level === "warn",
    is_info: level === "info",
    word: say(`level.${level}`),
    title,
    text,
    marks: cites.map((number) => ({ number: String(number) })),
    field,
    entry: result.entries.find((one) => one.id === field)?.name ?? "",
  };
}

/** @param {Label} label @param {Label | null} followed */
function presentTag(label, followed) {
  return {
    tag: label.tag,
    title: say(`answer.${label.kind}-of`, { name: label.name }),
    followed: label === followed,
  };
}

/** The figure of the label followed, with the labels that give it too. @param {Answer} answer @param {Label[]} labels @param {Result} result */
function presentCell(answer, labels, result) {
  return {
    answer: answer.output.name,
    large: answer.output.main,
    tags: labels.map((label) => presentTag(label, result.label)),
    agree: labels.length > 1 ? say(`answer.agree-${kindOf(labels)}`) : "",
    followed: true,
    ...presentFigure(answer.shown),
    none: "",
  };
}

/** What another label gives, or that it gives none and why. @param {Answer} answer @param {Other} other */
function presentOther(answer, other) {
  return {
    answer: under(answer, other.label),
    large: false,
    tags: [presentTag(other.label, null)],
    agree: "",
    followed: false,
    ...presentFigure(other.shown),
    none: noneOf(other),
  };
}

/** @param {Answer} answer @param {Label} label */
function under(answer, label) {
  return say(`answer.would-${label.kind}`, { answer: answer.output.name, name: label.name });
}

/** That another label gives no answer, and why; empty where it gives one. @param {Other} other */
function noneOf({ label, shown, stop }) {
  if (shown) return "";
  const none = say(`answer.no-other-${label.kind}`, { name: label.name });
  return stop ? say("answer.no-other-since", { none, stop }) : none;
}

/** @param {Shown | null} shown */
function presentFigure(shown) {
  return {
    figure: shown ? shown.figure : "",
    unit: shown ? shown.beside : "",
    closed: shown !== null && shown.unit === "%",
    exact: shown?.rounded ? exactText(shown) : "",
  };
}

/** Whether every other label gives the same figure; true where none is asked. @param {Answer} answer */
function agreeing({ shown, others }) {
  return others.every((other) => other.shown?.text === shown.text);
}

/** Where labels differ, their values stand side by side, in the pack's order. @param {Answer} answer @param {Result} result */
function presentAnswer(answer, result) {
  const { output, others } = answer;
  const given = new Map(others.map((other) => [other.label, other]));
  const labels = result.calculator.labels.filter((label) => label === result.label || given.has(label));
  const cells = agreeing(answer)
    ? [presentCell(answer, labels, result)]
    : labels.map((label) => {
        const other = given.get(label);
        return other ? presentOther(answer, other) : presentCell(answer, [label], result);
      });
  return { id: output.id, cells };
}

/** @param {Schedule} schedule @param {Result} result */
function presentSchedule({ table, rows, capped }, { messages }) {
  const charted = table.chart !== "";
  const titles = new Map(messages.map(({ id, title }) => [id, title]));
  return {
    name: table.name,
    heads: table.columns.map((column) => ({ name: column.name })),
    rows: rows.map(({ cells: [first, ...rest], bar, passed }) => ({
      first,
      cells: rest.map((text, place) => ({ head: table.columns[place + 1].name, text })),
      passed: passed
        .filter(({ level }) => level === "warn")
        .map(({ id }) => ({ text: titles.get(id) })),
      bar,
      charted,
    })),
    capped: capped ? table.capped : "",
    charted,
  };
}

/** A printed table with the row that was read marked. @param {Read} read */
function presentLookup({ lookup, row: found }) {
  return {
    name: lookup.name,
    heads: lookup.heads.map((name) => ({ name })),
    rows: lookup.rows.map((row) => ({
      first: row.cells[0],
      cells: row.cells.slice(1).map((text, place) => ({ head: lookup.heads[place + 1], text })),
      said: row.said,
      marks: row.cites.map((number) => ({ number: String(number) })),
      is_read: row === found,
    })),
  };
}

/** An answer, and what other labels would give where they differ. @param {Answer} answer */
function copyAnswer(answer) {
  const { output, shown, others } = answer;
  const beside = agreeing(answer) ? [] : others;
  return [
    `${output.name}: ${shown.text}`,
    ...beside.map((one) => (one.shown
      ? `${under(answer, one.label)}: ${one.shown.text}`
      : `${output.name}: ${noneOf(one)}`)),
  ];
}

/** The answer as plain text for a note. @param {Result} result @param {Setting} setting */
function copyText(result, setting) {
  const lines = [
    say("copy.about", { drug: result.calculator.drug, title: result.calculator.title }),
    ...result.entries.filter((one) => one.shown).map((one) => `${one.name}: ${one.shown}`),
    ...result.answers.flatMap(copyAnswer),
    ...result.messages.map(
      ({ level, title, text }) => say("copy.message", { level: say(`level.${level}`), title, text }),
    ),
  ];
  if (setting.edition) lines.push(say("copy.edition", { edition: setting.edition.slice(0, 12) }));
  if (!result.calculator.signed && !setting.signed) lines.push(say("copy.unsigned"));
  return lines.map((line) => line.replaceAll("\u00a0", " ")).join("\n");
}
