// The answer in a few words, for a screen reader: said once, when typing has paused.

const PAUSE = 1000; // milliseconds; a reader still typing is not interrupted

/**
 * Bring the status line beside an answer to life.
 * @param {HTMLElement} box where the answer stands
 * @returns {{hush: (cleared: string[]) => void, tell: () => void, say: (words: string) => void}}
 *   `hush` at every entry, with the names of others that it cleared; `tell` when its answer stands;
 *   `say` for anything else worth a word
 */
export function startSaid(box) {
  const status = /** @type {HTMLElement} */ (document.getElementById("answer-said"));
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

  function tell() {
    if (!entered) return; // nobody has asked yet
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      entered = false;
      status.textContent = [...gone.map((name) => `${name} cleared`), wordsOf(box)].join(". ");
      gone = [];
    }, PAUSE);
  }

  /** @param {string} words */
  function say(words) {
    status.textContent = words;
  }

  return { hush, tell, say };
}

/** What matters of an answer: a refusal, stops and warnings by title, the main figures. @param {HTMLElement} box */
function wordsOf(box) {
  const refusal = box.querySelector("p.readout-empty, .readout-empty p");
  const checks = [...box.querySelectorAll(".check-stop b, .check-warn b")];
  const figures = [...box.querySelectorAll(".pair-cell")]
    .filter((cell) => cell.closest(".pair")?.querySelector(".quantity-read"))
    .map((cell) => [".pair-label", ".pair-value"].map((part) => textOf(cell.querySelector(part))).join(": "));
  return [refusal, ...checks].map(textOf).filter(Boolean).concat(figures).join(". ");
}

/** @param {Element | null} one */
function textOf(one) {
  return (one?.textContent ?? "").trim().replace(/[ \n]+/g, " ");
}
