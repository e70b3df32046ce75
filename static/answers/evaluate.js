// A calculator and typed entries to a result, or to the reason why there is none.
// Twin of webref/dosing/evaluate.py.

import { FIRST_YEAR, LAST_YEAR, NoDate, readMoment, showCalendar } from "./calendar.js";
import { pictures } from "./drawn.js";
import { readEntry, readLabel, turnOf } from "./entries.js";
import { rowsRead, rowsUnread } from "./lookups.js";
import { Refused, isExact } from "./numbers.js";
import { readable } from "./readable.js";
import { Absent, Unanswerable, number, truth } from "./run.js";
import { say } from "./say.js";
import { schedules } from "./schedule.js";
import { exactText, showRange, showValue } from "./shown.js";
import { IN_FORMULAS, single } from "./units.js";
import { addFigure, fill, namesOf, namesOfEnds, workingLine } from "./working.js";

/** @typedef {import("./tree.js").Calculator} Calculator */
/** @typedef {import("./tree.js").Check} Check */
/** @typedef {import("./tree.js").Label} Label */
/** @typedef {import("./tree.js").Output} Output */
/** @typedef {import("./tree.js").Setting} Setting */
/** @typedef {import("./tree.js").Values} Values */
/** @typedef {import("./entries.js").Entry} Entry */
/** @typedef {import("./lookups.js").Read} Read */
/** @typedef {import("./schedule.js").Schedule} Schedule */
/** @typedef {import("./shown.js").Shown} Shown */
/** @typedef {import("./working.js").Line} Line */
/** @typedef {import("./working.js").Names} Names */
/** @typedef {{id: string, level: string, title: string, text: string, cites: number[],
 *   field?: string}} Message */
/**
 * What another label gives for the same entries: a value, or null and the title of its stop.
 * @typedef {{label: Label, shown: Shown | null, stop: string}} Other
 */
/**
 * An output's value, and what each other label would give.
 * @typedef {{output: Output, shown: Shown, others: Other[]}} Answer
 */
/**
 * What a calculator says. status: ok, warn, stop or incomplete; only ok and warn answer.
 * @typedef {{calculator: Calculator, status: string, label: Label | null, entries: Entry[],
 *   messages: Message[], answers: Answer[], working: Line[], schedules: Schedule[],
 *   lookups: Read[], pictures: import("./drawn.js").Drawn[]}} Result
 */

/** Whether a result has answers. @param {Result} result */
export const isAnswered = ({ status }) => status === "ok" || status === "warn";

/**
 * Read the parameters, apply the checks and compute; a stop or a gap yields no value at all, nor
 * does a figure that the pack's readers would read otherwise.
 * @param {Calculator} calculator
 * @param {Map<string, string>} parameters
 * @param {Setting} setting
 * @returns {Result}
 */
export function evaluate(calculator, parameters, setting) {
  return readable(evaluated(calculator, parameters, setting));
}

/** The same, however its figures are read. @param {Calculator} calculator @param {Map<string, string>} parameters @param {Setting} setting @returns {Result} */
function evaluated(calculator, parameters, setting) {
  const entries = calculator.inputs.map((item) => readEntry(calculator, item, parameters));
  let label = null;
  if (calculator.labels.length) {
    const entry = readLabel(calculator, parameters);
    label = calculator.labels.find((one) => one.id === entry.value) ?? null;
    entries.unshift(entry);
  }
  /** @type {Result} */
  const result = {
    calculator, status: "incomplete", label, entries,
    messages: [], answers: [], working: [], schedules: [], lookups: rowsUnread(calculator), pictures: [],
  };
  const closed = closure(calculator, setting);
  if (closed) return { ...result, status: "stop", messages: [closed] };
  if (entries.some((entry) => entry.error)) return { ...result, status: "stop" };
  if (entries.some((entry) => entry.missing)) return result;
  if (entries.every((entry) => entry.value === null)) return result;
  const computed = compute(result, setting);
  if (computed.status === "stop" || label === null) return computed;
  return { ...computed, answers: compared(computed.answers, result, setting) };
}

/** @param {string} id @param {string} title @param {string} text @returns {Message} */
const stop = (id, title, text) => ({ id, level: "stop", title, text, cites: [] });

/** @param {Setting} setting */
const nowOf = (setting) => (setting.now ? readMoment(setting.now) : null);

/**
 * Withdrawn by a notice, asked at no possible date, or past the pack's hard date.
 * @param {Calculator} calculator
 * @param {Setting} setting
 */
function closure(calculator, setting) {
  if (setting.withdrawn) return stop("withdrawn", say("stop.withdrawn"), setting.withdrawn);
  try {
    nowOf(setting);
  } catch (refused) {
    if (!(refused instanceof Refused)) throw refused;
    return stop("clock", say("stop.clock"), say("stop.clock-text"));
  }
  if (setting.now && setting.now.slice(0, 10) >= calculator.refuse_after) {
    const date = showCalendar(readMoment(`${calculator.refuse_after}T00:00`), "date");
    return stop("expired", say("stop.expired"), say("stop.expired-text", { date }));
  }
  return null;
}

const noAnswer = () => stop("no-answer", say("stop.no-answer"), say("stop.no-answer-text"));

const noDate = () => stop("no-date", say("stop.no-date"), say("stop.no-date-text", {
  first: String(FIRST_YEAR), last: String(LAST_YEAR),
}));

/** @param {unknown} error */
const hasNoAnswer = (error) => error instanceof Absent || error instanceof Unanswerable;

/**
 * An empty result whose entries are complete, with its checks, answers and working.
 * @param {Result} empty
 * @param {Setting} setting
 * @returns {Result}
 */
function compute(empty, setting) {
  const { calculator } = empty;
  /** @type {Values} */
  const values = new Map(empty.entries.map((entry) => [entry.id, entry.value]));
  const names = namesOf(calculator, empty.entries);
  const now = nowOf(setting);
  if (now !== null) {
    values.set("now", now);
    names.figures.set("now", showCalendar(now, "moment"));
    names.exact.set("now", showCalendar(now, "moment"));
  }
  try {
    for (const constant of calculator.constants) values.set(constant.id, constant.value);
    for (const [name, unit] of IN_FORMULAS) values.set(name, single(unit).factor);
    const lines = [...turnedEntries(empty, values, names), ...steps(calculator, values, names)];
    const held = calculator.checks.filter((check) => truth(check.when, values));
    const stops = messagesOf(held.filter((check) => check.level === "stop"), names);
    if (stops.length) return { ...empty, status: "stop", messages: stops };
    const found = answers(calculator, values, names);
    const tables = schedules(calculator, values);
    const passed = tables.flatMap((one) => one.rows.flatMap((row) => row.passed));
    const messages = messagesOf([...held, ...passed], names);
    if (!found.length && !tables.length) return { ...empty, status: "stop", messages: [noAnswer()] };
    return {
      ...empty,
      status: messages.some((message) => message.level === "warn") ? "warn" : "ok",
      messages,
      answers: found.map(({ answer }) => answer),
      working: [...lines, ...found.flatMap(({ lines: more }) => more)].filter((line) => line.parts.length),
      schedules: tables,
      lookups: rowsRead(calculator, values),
      pictures: pictures(calculator, values, names),
    };
  } catch (error) {
    if (error instanceof NoDate) return { ...empty, status: "stop", messages: [noDate()] };
    if (!hasNoAnswer(error)) throw error;
    return { ...empty, status: "stop", messages: [noAnswer()] };
  }
}

const TURNED_PLACES = 4;

/** Entries that become something else than was typed, as a strength as it is printed: a line for each. @param {Result} empty @param {Values} values @param {Names} names */
function turnedEntries({ calculator, entries }, values, names) {
  const lines = [];
  for (const item of calculator.inputs) {
    const entry = /** @type {Entry} */ (entries.find((one) => one.id === item.id));
    if (entry.held.length && isExact(entry.value)) {
      const shown = showValue(calculator, entry.value, entry.unit, TURNED_PLACES);
      const [amount, volume] = entry.held;
      const exact = shown.rounded ? exactText(shown) : "";
      const parts = [say("working.in-volume", { amount, volume }), shown.text];
      lines.push({ name: item.name, parts, since: "", exact });
      addFigure(names, item.id, shown);
      names.figures.set(item.id, `${entry.shown} (${shown.text})`);
    }
    const turn = turnOf(item, entry.unit);
    if (!turn || !isExact(entry.value)) continue;
    const shown = showValue(calculator, entry.value, item.units[0], TURNED_PLACES);
    const node = ["binary", turn.op, ["name", item.id], ["name", turn.by]];
    lines.push(workingLine(item.name, node, values, names, shown));
    addFigure(names, item.id, shown);
    names.units.set(item.id, item.units[0]);
    names.figures.set(item.id, `${entry.shown} (${shown.text})`);
  }
  return lines;
}

/** Compute the steps in order into `values`. @param {Calculator} calculator @param {Values} values @param {Names} names */
function steps(calculator, values, names) {
  const lines = [];
  for (const step of calculator.steps) {
    try {
      if (step.when !== null && !truth(step.when, values)) continue;
      const value = number(step.value, values);
      values.set(step.id, value);
      const shown = showValue(calculator, value, step.unit, step.places);
      addFigure(names, step.id, shown);
      lines.push(workingLine(step.name, step.value, values, names, shown));
    } catch (error) {
      if (!(error instanceof Absent)) throw error;
      values.set(step.id, null);
    }
  }
  return lines;
}

/**
 * What checks that hold say; one that holds in several places is said at the first.
 * @param {Check[]} checks
 * @param {Names} names
 * @returns {Message[]}
 */
function messagesOf(checks, names) {
  /** @type {Map<string, Check>} */
  const first = new Map();
  for (const check of checks) if (!first.has(check.id)) first.set(check.id, check);
  return [...first.values()].map(({ id, level, title, text, cites, field }) => ({
    id, level, title: fill(title, names), text: fill(text, names), cites, field,
  }));
}

/** @param {Calculator} calculator @param {Values} values @param {Names} names */
function answers(calculator, values, names) {
  const found = [];
  for (const output of calculator.outputs) {
    if (output.when !== null && !truth(output.when, values)) continue;
    const ends = output.to === null ? [output.value] : [output.value, output.to];
    let each;
    try {
      each = ends.map((end) => (
        showValue(calculator, number(end, values), output.unit, output.places, output.round)
      ));
    } catch (error) {
      if (error instanceof Absent) continue;
      throw error;
    }
    const [low, high] = each;
    const shown = high ? showRange(low, high) : low;
    if (!shown) throw new Unanswerable("a range ends below where it begins");
    const called = namesOfEnds(output);
    found.push({
      /** @type {Answer} */
      answer: { output, shown, others: [] },
      lines: ends.map((end, at) => workingLine(called[at], end, values, names, each[at])),
    });
  }
  return found;
}

/**
 * The answers, with what every other label gives for the same entries where that is asked.
 * @param {Answer[]} given
 * @param {Result} empty
 * @param {Setting} setting
 * @returns {Answer[]}
 */
function compared(given, empty, setting) {
  const others = empty.calculator.labels
    .filter((label) => label !== empty.label)
    .map((label) => {
      const entries = empty.entries.map((entry) =>
        entry.id === "label" ? { ...entry, value: label.id, shown: label.name } : entry,
      );
      const other = compute({ ...empty, label, entries }, setting);
      const stop = other.messages.find((one) => one.level === "stop")?.title ?? "";
      return { label, stop, found: new Map(other.answers.map((one) => [one.output.id, one.shown])) };
    });
  return given.map((answer) =>
    answer.output.compare
      ? {
          ...answer,
          others: others.map(({ label, stop, found }) => ({
            label,
            stop,
            shown: found.get(answer.output.id) ?? null,
          })),
        }
      : answer,
  );
}
