// The answer in a few words, for a screen reader: said once, when typing has paused.

import { say as sayHere } from "../say.js";

/** @typedef {import("../answers/answer.js").Context} Context */

const PAUSE = 1000; // milliseconds; a reader still typing is not interrupted

/**
 * Bring the status line beside an answer to life.
 * @param {HTMLElement} status
 * @returns {{hush: (cleared: string[]) => void, tell: (context: Context) => void,
 *   say: (words: string) => void, stop: () => void}}
 *   `hush` at every entry, with the names of others that it cleared; `tell` when its answer stands;
 *   `say` for anything else worth a word
 */
export function startSaid(status) {
  let entered = false;
  let waiting = 0;
  /** @type {string[]} */
  let gone = [];

  /** @param {string[]} cleared */
  function hush(cleared) {
    entered = true;
    gone = [...new Set([...gone, ...cleared])];
    clearTimeout(waiting);
    status.textContent = "";
  }

  /** @param {Context} context */
  function tell(context) {
    if (!entered) return; // nobody has asked yet
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      entered = false;
      status.textContent = [...gone.map((name) => sayHere("form.cleared", { name })), ...wordsOf(context)].join(". ");
      gone = [];
    }, PAUSE);
  }

  /** @param {string} words */
  function say(words) {
    status.textContent = words;
  }

  return { hush, tell, say, stop: () => clearTimeout(waiting) };
}

/**
 * What matters of an answer: a refusal, the drug, stops and warnings by title, the main figures or the first.
 * @param {Context} context
 * @returns {string[]}
 */
export function wordsOf({ missing, refused = [], checks = [], is_stop, is_answer, drug = "", answers = [] }) {
  const [first] = refused;
  const refusal = missing || (first ? `${sayHere("answer.none")} ${first.name}: ${first.text}` : "");
  const told = checks.filter((check) => is_stop || (is_answer && check.is_warn));
  const large = answers.filter(({ cells }) => cells.some((cell) => cell.large));
  const main = large.length ? large : answers.slice(0, 1);
  return [
    ...(refusal ? [refusal] : []),
    ...(is_stop || is_answer ? [drug] : []),
    ...told.map(({ word, title }) => `${word}: ${title}`),
    ...main.flatMap(({ cells }) => cells.map((cell) => `${labelOf(cell)}: ${valueOf(cell)}`)),
  ];
}

/** @typedef {import("../answers/present.js").Cell} Cell */

/** The name of a figure with the tags that give it. @param {Cell} cell */
function labelOf({ tags, answer, agree }) {
  const name = [...tags.map(({ tag }) => tag), answer].join(" ");
  return agree ? `${name}; ${agree}` : name;
}

/** A figure and its unit as the answer shows them. @param {Cell} cell */
export function valueOf({ none, figure, unit, closed }) {
  if (none) return none;
  return closed ? `${figure}%` : [figure, unit].filter(Boolean).join("\u00a0");
}
