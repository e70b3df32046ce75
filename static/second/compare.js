// What two people reached with one calculator, each without having seen the other's: the same, or where they differ.

import { above, exact, isExact } from "../answers/numbers.js";
import { say } from "./say.js";

/** @typedef {import("../answers/evaluate.js").Result} Result */
/** @typedef {import("../answers/numbers.js").Exact} Exact */
/**
 * One entry or answer: its value as an exact text (`n/d`, or the id of a choice), empty where there is none.
 * @typedef {{id: string, name: string, shown: string, typed: string, exact: string, counts: boolean}} Told
 */
/**
 * What one person reached. `why` says why there is no answer, empty where there is one.
 * @typedef {{drug: string, title: string, label: string, edition: string,
 *   entries: Told[], answers: Told[], why: string}} Side
 */
/**
 * Where two sides differ. `kind`: calculator, edition, entry, exchanged, none or answer.
 * @typedef {{kind: string, id: string, text: string}} Difference
 */
/** @typedef {{agree: boolean, differences: Difference[], same: string[]}} Compared `same` names entries that were typed otherwise */

const CALENDAR = ["date", "moment", "clock"];
const FIGURE = /^[0-9.,]+/;

/** @param {unknown} value of an entry or an answer */
export const exactOf = (value) => (isExact(value) ? `${above(value)}/${value.d}` : String(value ?? ""));

/**
 * What a result says, in texts that can be compared.
 * @param {Result} result
 * @param {string} edition
 * @returns {Side}
 */
export function sideOf({ calculator, label, entries, answers, schedules, messages, status }, edition) {
  const isAnswered = status === "ok" || status === "warn";
  const blank = entries.find((one) => one.error || one.missing);
  return {
    drug: calculator.drug,
    title: calculator.title,
    label: label?.name ?? "",
    edition,
    entries: entries.map(({ id, name, shown, value, unit }) => ({
      id, name, shown, typed: FIGURE.exec(shown)?.[0] ?? "", exact: exactOf(value),
      counts: isExact(value) && !CALENDAR.includes(unit),
    })),
    answers: [
      ...answers.map(({ output, shown }) => ({
        id: output.id, name: output.name, shown: shown.text, typed: "",
        exact: [shown.exact, ...(shown.to ? [shown.to] : [])].map(exactOf).join(" "),
        counts: !shown.to && !CALENDAR.includes(shown.unit),
      })),
      ...schedules.map(({ table, rows, capped }) => ({
        id: table.id, name: table.name, shown: "", typed: "", counts: false,
        exact: JSON.stringify([rows.map(({ cells }) => cells), capped]),
      })),
    ],
    why: isAnswered ? "" : messages[0]?.title ?? (blank && (blank.error || blank.missing)) ?? say("second.nothing"),
  };
}

/**
 * Hold the second person's side against the first's. Answers that differ are named without a
 * figure: no check hands on an answer that only one of the two reached.
 * @param {Side} first
 * @param {Side} second
 * @returns {Compared}
 */
export function compare(first, second) {
  const entries = paired(first.entries, second.entries);
  const answers = first.why || second.why ? [] : paired(first.answers, second.answers);
  const differences = [
    ...apart("calculator", `${first.drug}, ${first.title}`, `${second.drug}, ${second.title}`),
    ...apart("edition", first.edition, second.edition),
    ...entries.flatMap(({ one, other }) => entryApart(one, other)),
    ...exchanged(entries),
    ...none(first, second),
    ...answers.flatMap(({ one, other }) => answerApart(one, other)),
  ];
  const same = entries.flatMap(({ one, other }) => (
    one && other && one.exact === other.exact && one.shown !== other.shown
      ? [say("second.same", { name: one.name, first: one.shown, second: other.shown })] : []
  ));
  return { agree: differences.length === 0, differences, same };
}

/** @typedef {{one: Told | undefined, other: Told | undefined}} Pair */

/** What either side has, in the order of the first. @param {Told[]} first @param {Told[]} second @returns {Pair[]} */
function paired(first, second) {
  const added = second.filter(({ id }) => first.every((one) => one.id !== id));
  return [
    ...first.map((one) => ({ one, other: second.find(({ id }) => id === one.id) })),
    ...added.map((other) => ({ one: undefined, other })),
  ];
}

/** @param {"calculator" | "edition"} kind @param {string} first @param {string} second @returns {Difference[]} */
function apart(kind, first, second) {
  return first === second ? [] : [{ kind, id: "", text: say(`second.${kind}`, { first, second }) }];
}

/** @param {Told | undefined} one @param {Told | undefined} other @returns {Difference[]} */
function entryApart(one, other) {
  if (one?.exact === other?.exact) return [];
  const { id, name } = /** @type {Told} */ (one ?? other);
  const [first, second] = [one, other].map((told) => told?.shown || say("second.nothing"));
  const times = timesOf(one, other);
  const text = times
    ? say("second.entry-times", { name, first, second, times })
    : say("second.entry", { name, first, second });
  return [{ kind: "entry", id, text }];
}

/** @param {Told | undefined} one @param {Told | undefined} other @returns {Difference[]} */
function answerApart(one, other) {
  if (one?.exact === other?.exact) return [];
  const { id, name } = /** @type {Told} */ (one ?? other);
  const times = timesOf(one, other);
  const key = one && other ? "second.answer" : "second.answer-one";
  return [{ kind: "answer", id, text: times ? say("second.answer-times", { name, times }) : say(key, { name }) }];
}

/** How many times the one the other is, where that is a whole number. @param {Told | undefined} one @param {Told | undefined} other */
function timesOf(one, other) {
  if (!one?.counts || !other?.counts || !one.exact || !other.exact) return "";
  const count = whole(exact(one.exact), exact(other.exact));
  if (!count) return "";
  return say(count.more ? "second.second-more" : "second.first-more", { times: times(count.n) });
}

/**
 * The whole number by which one value is more or less than another; null where there is none.
 * @param {Exact} first @param {Exact} second
 * @returns {{n: bigint, more: boolean} | null} `more`: the second is the larger
 */
export function whole(first, second) {
  if (first.n === 0n || second.n === 0n) return null;
  const ratio = second.div(first);
  if (ratio.d === 1n && ratio.n > 1n) return { n: ratio.n, more: true };
  return ratio.n === 1n && ratio.d > 1n ? { n: ratio.d, more: false } : null;
}

const NAMED = [10n, 100n, 1000n];

/** @param {bigint} count */
export const times = (count) => (
  NAMED.includes(count) ? say(`second.times-${count}`) : say("second.times", { count: String(count) })
);

/** Two entries of which each stands where the other person entered the other. @param {Pair[]} entries @returns {Difference[]} */
function exchanged(entries) {
  const apart = entries.flatMap(({ one, other }) => (
    one?.typed && other?.typed && one.typed !== other.typed ? [{ one, other }] : []
  ));
  return apart.flatMap(({ one, other }, at) => apart.slice(at + 1)
    .filter((next) => one.typed === next.other.typed && other.typed === next.one.typed)
    .map((next) => ({ kind: "exchanged", id: one.id, text: say("second.exchanged", { one: one.name, other: next.one.name }) })));
}

/** @param {Side} first @param {Side} second @returns {Difference[]} */
function none(first, second) {
  const sides = /** @type {[string, Side][]} */ ([["first", first], ["second", second]]);
  return sides.flatMap(([side, { why }]) => (why ? [{ kind: "none", id: side, text: say(`second.none-${side}`, { why }) }] : []));
}
