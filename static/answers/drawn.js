// The pictures of an answer: where each mark stands, in whole tenths of a per cent.
// Twin of webref/dosing/drawn.py.

import { exact, floor, scaleHalfUp } from "./numbers.js";
import { Absent, Unanswerable, number, truth } from "./run.js";
import { say } from "./say.js";
import { fill } from "./working.js";

/** @typedef {import("./numbers.js").Exact} Exact */
/** @typedef {import("./tree.js").Calculator} Calculator */
/** @typedef {import("./tree.js").Picture} Picture */
/** @typedef {Picture["rows"][number]} PictureRow */
/** @typedef {import("./tree.js").Values} Values */
/** @typedef {import("./working.js").Names} Names */
/** @typedef {{low: Exact, high: Exact}} Axis */
/** @typedef {{at: number, width: number}} Span */
/**
 * What a row draws, as exact values in base units.
 * @typedef {{name: string, figure: string, mark: string, at: Exact | null, to: Exact | null,
 *   level: Exact | null}} Row
 */
/**
 * A line of a picture: words, figure, its point or its bars. mark: entry, limit or result.
 * @typedef {{name: string, figure: string, mark: string, point: number | null, spans: Span[],
 *   height: number | null}} DrawnRow
 */
/** @typedef {{picture: Picture, rows: DrawnRow[], lines: number[]}} Drawn */

const INSET = 30;
const LENGTH = exact("940");
const MOST_LINES = 60n;
const NONE = exact("0");

/** A picture whose marks do not fit its axis. */
class Unfit extends Error {}

/** @param {unknown} error */
const isNotDrawn = (error) => error instanceof Unfit || error instanceof Absent || error instanceof Unanswerable;

/** The pictures that apply, have two rows or more, and fit their axis. @param {Calculator} calculator @param {Values} values @param {Names} names @returns {Drawn[]} */
export function pictures(calculator, values, names) {
  return (calculator.pictures ?? []).flatMap((picture) => {
    const rows = picture.rows.flatMap((row) => read(row, calculator, values, names));
    try {
      const applies = picture.when === null || truth(picture.when, values);
      return applies && rows.length > 1 ? [drawn(picture, rows, number(["name", "day"], values))] : [];
    } catch (error) {
      if (isNotDrawn(error)) return [];
      throw error;
    }
  });
}

/** A row with its values; none where one of them is absent. @param {PictureRow} row @param {Calculator} calculator @param {Values} values @param {Names} names @returns {Row[]} */
function read(row, calculator, values, names) {
  try {
    const [at, to, level] = [row.at, row.to, row.level].map((name) => (name ? number(["name", name], values) : null));
    return [{ name: fill(row.name, names), figure: figureOf(row, names), mark: markOf(row, calculator), at, to, level }];
  } catch (error) {
    if (error instanceof Absent) return [];
    throw error;
  }
}

/** @param {PictureRow} row @param {Names} names */
function figureOf(row, names) {
  const [at, to, level] = [row.at, row.to, row.level].map((name) => names.figures.get(name) ?? "");
  if (row.level) return say("picture.at", { level, at });
  return row.at && row.to ? say("range.span", { low: at, high: to }) : at || to;
}

/** Whether a row draws an entry, a figure of a fact, or what was worked out. @param {PictureRow} row @param {Calculator} calculator */
function markOf(row, { inputs, constants }) {
  const name = row.level || row.to || row.at;
  if (inputs.some(({ id }) => id === name)) return "entry";
  return constants.some(({ id }) => id === name) ? "limit" : "result";
}

/** @param {Picture} picture @param {Row[]} rows @param {Exact} day @returns {Drawn} */
function drawn(picture, rows, day) {
  const { kind } = picture;
  const axis = axisOf(kind, rows, day);
  const heights = kind === "level" ? heightsOf(rows) : null;
  let before = axis.low;
  const found = rows.map((row) => {
    const spans = spansOf(kind, row, axis, before);
    if (spans.length) [, before] = spans[spans.length - 1];
    return {
      name: row.name,
      figure: row.figure,
      mark: row.mark,
      point: spans.length ? null : place(axis, wrapped(kind, row.at, axis)),
      spans: spans.map(([start, end]) => ({ at: place(axis, start), width: place(axis, end) - place(axis, start) })),
      height: heights && row.level ? place(heights, row.level) : null,
    };
  });
  return { picture, rows: found, lines: linesOf(kind, found, axis, day) };
}

/** @param {string} kind @param {DrawnRow[]} rows @param {Axis} axis @param {Exact} day */
function linesOf(kind, rows, axis, day) {
  if (kind === "day") return [0n, 1n, 2n, 3n, 4n].map((n) => place(axis, day.mul(exact(n, 4n))));
  if (kind === "days") return midnights(axis, day).map((one) => place(axis, one));
  if (kind === "level") return [];
  const edges = rows.flatMap(({ point, spans }) => [
    ...(point === null ? [] : [point]), ...spans.flatMap(({ at, width }) => [at, at + width]),
  ]);
  return [...new Set(edges)].sort((one, other) => one - other);
}

/** Where a value stands on an axis. @param {Axis} axis @param {Exact} value */
function place({ low, high }, value) {
  return INSET + Number(scaleHalfUp(value.sub(low).div(high.sub(low)).mul(LENGTH), 0));
}

/** @param {Exact} one @param {Exact} other */
const less = (one, other) => one.compare(other) < 0;
/** @param {Exact[]} ends */
const least = (ends) => ends.reduce((one, other) => (less(other, one) ? other : one));
/** @param {Exact[]} ends */
const most = (ends) => ends.reduce((one, other) => (less(one, other) ? other : one));

/** The axis of a picture; Unfit where it has no length, or a mark lies before it. @param {string} kind @param {Row[]} rows @param {Exact} day @returns {Axis} */
function axisOf(kind, rows, day) {
  if (kind === "day") return { low: NONE, high: day };
  const ends = rows.flatMap(({ at, to }) => [at, to]).filter((end) => end !== null);
  const low = kind === "days" || kind === "level" ? least(ends) : NONE;
  const high = kind === "parts" ? ends.reduce((sum, end) => sum.add(end), NONE) : most(ends);
  if (!less(low, high) || less(least(ends), low)) throw new Unfit();
  return { low, high };
}

/** How high the points of a line over days stand. @param {Row[]} rows @returns {Axis} */
function heightsOf(rows) {
  const levels = rows.flatMap(({ level }) => (level === null ? [] : [level]));
  if (less(least(levels), NONE) || !less(NONE, most(levels))) throw new Unfit();
  return { low: NONE, high: most(levels) };
}

/** The bars of a row, two where one runs past midnight; Unfit where one ends before it begins. @param {string} kind @param {Row} row @param {Axis} axis @param {Exact} before @returns {[Exact, Exact][]} */
function spansOf(kind, row, axis, before) {
  if (row.to === null) return [];
  if (kind === "parts") return [[before, before.add(row.to)]];
  const at = row.at === null ? axis.low : wrapped(kind, row.at, axis);
  const to = wrapped(kind, row.to, axis);
  if (kind === "day" && !less(at, to)) return [[axis.low, to], [at, axis.high]];
  if (less(to, at)) throw new Unfit();
  return [[at, to]];
}

/** A time of day within its day; any other value as it is. @param {string} kind @param {Exact | null} value @param {Axis} axis @returns {Exact} */
function wrapped(kind, value, { high }) {
  if (value === null) throw new Unfit();
  return kind === "day" ? value.sub(high.mul(exact(floor(value.div(high)), 1n))) : value;
}

/** Every midnight from the first time to the last; none where they are too many. @param {Axis} axis @param {Exact} day */
function midnights({ low, high }, day) {
  const first = -floor(exact("0").sub(low).div(day));
  const last = floor(high.div(day));
  if (last - first >= MOST_LINES) return [];
  return Array.from({ length: Math.max(0, Number(last - first) + 1) }, (_, n) => day.mul(exact(first + BigInt(n), 1n)));
}

/** The context of templates/fragments/picture.mustache. @param {Drawn} drawn */
export function presentPicture({ picture, rows, lines }) {
  const { id, name, kind } = picture;
  const overDays = kind === "level";
  const key = kind === "days" && !lines.length ? "days-long" : kind;
  /** Through the first row of each day. @type {Map<number, number>} */
  const line = new Map();
  for (const { point, height } of rows) if (!line.has(point ?? 0)) line.set(point ?? 0, 1000 - (height ?? 0));
  const points = [...line].sort(([x], [other]) => x - other);
  return {
    id,
    name,
    axis: say(`picture.${key}`),
    lines: lines.map((x) => ({ x: tenths(x) })),
    over_days: overDays,
    legs: !overDays ? [] : points.slice(1).map(([x, y], before) => ({
      x1: tenths(points[before][0]), y1: tenths(points[before][1]), x2: tenths(x), y2: tenths(y),
    })),
    rows: rows.map((row) => ({
      name: row.name,
      figure: row.figure,
      mark: row.mark,
      is_limit: row.mark === "limit",
      point: row.point === null ? "" : tenths(row.point),
      height: row.height === null ? "" : tenths(1000 - row.height),
      spans: row.spans.map(({ at, width }) => ({ x: tenths(at), width: tenths(width) })),
    })),
  };
}

/** @param {number} count */
const tenths = (count) => `${Math.floor(count / 10)}.${count % 10}`;
