// The answer at a glance: a line above the dock while the answer itself is out of view. A tap leads to it.

import { patchNodes } from "../patch.js";
import { say } from "../say.js";
import { valueOf } from "./said.js";

/** @typedef {import("../answers/answer.js").Answered} Answered */
/** @typedef {import("../answers/answer.js").Context} Context */

/**
 * What the line says: a bold figure or reason, words beside it, a tag, a warning, and where a tap leads.
 * @typedef {{bold: string, words: string, tag?: string, warning?: string, stop?: boolean, to: Element | null}} Line
 */

/**
 * Bring the line above the dock to life; a page without one does without.
 * @param {HTMLElement} box where the answer stands
 * @returns {{update: (answered: Answered | null) => void, stop: () => void}} `update` whenever the
 *   answer comes or goes
 */
export function startGlance(box) {
  const glance = document.getElementById("glance");
  if (!glance) return { update: () => {}, stop: () => {} };
  const dock = /** @type {HTMLElement} */ (glance.parentElement?.parentElement);
  let inView = true;
  /** @type {Line | null} */
  let line = null;
  const show = () => { glance.hidden = inView || !line; };

  const covered = Math.round(dock.offsetHeight); // below what can be read
  const watch = new IntersectionObserver((entries) => {
    inView = entries[entries.length - 1].intersectionRatio > 0.98; // the latest, where several came at once
    show();
  }, { rootMargin: `0px 0px -${covered}px 0px`, threshold: [0, 0.98, 1] });

  function lead() {
    if (!line?.to) return;
    line.to.scrollIntoView({ block: "center" });
    const field = line.to.matches("input") ? line.to : line.to.querySelector("input");
    /** @type {HTMLElement} */ (field ?? box).focus({ preventScroll: true });
  }

  /** @param {Answered | null} answered */
  function update(answered) {
    watch.disconnect();
    line = answered && (main(answered.context) ?? next(answered));
    const said = document.createDocumentFragment();
    said.append(...(line ? pieces(line) : []));
    if (glance) patchNodes(glance, said);
    glance?.classList.toggle("is-stop", Boolean(line?.stop));
    const place = line?.bold && !line.stop ? line.to : box.firstElementChild;
    if (line) watch.observe(place ?? box);
    show(); // as the one before it, until it is known whether its answer is in view: the dock keeps its height
  }

  /** The reason of a stop, or the main figure under the label followed, else its first. @param {Context} context @returns {Line | null} */
  function main({ is_stop, is_answer, drug = "", checks = [], answers = [] }) {
    if (is_stop) return { bold: `${checks[0].word}: ${checks[0].title}`, words: drug, stop: true, to: box };
    if (!is_answer) return null;
    const found = answers.flatMap(({ id, cells }) => cells.map((cell) => ({ ...cell, id })));
    const own = found.filter(({ followed }) => followed);
    const cell = own.find(({ large }) => large) ?? own[0];
    if (!cell) return null;
    const warning = checks.find((check) => check.is_warn);
    return {
      bold: valueOf(cell),
      words: `${cell.answer}, ${drug}`,
      tag: cell.tags.find((tag) => tag.followed)?.tag,
      warning: warning && `${warning.word}: ${warning.title}`,
      to: document.getElementById(`answer-${cell.id}`),
    };
  }

  /** The entry that is refused or not entered yet. @param {Answered} answered @returns {Line | null} */
  function next({ result }) {
    const refused = result?.entries.find((entry) => entry.error);
    const entry = refused ?? result?.entries.find((one) => one.missing);
    if (!entry) return null;
    const words = say(refused ? "glance.refused" : "glance.next", { name: entry.name });
    return { bold: "", words, to: document.getElementById(`in-${entry.id}`) };
  }

  function stop() {
    watch.disconnect();
    glance?.removeEventListener("click", lead);
    if (glance) glance.hidden = true;
  }
  glance.addEventListener("click", lead);
  return { update, stop };
}

/** @param {Line} line */
function pieces({ bold, words, tag, warning }) {
  /** @type {[string, string, string][]} */
  const parts = [["b", "", bold], ["span", "tag", tag ?? ""], ["span", "", words], ["span", "glance-warning", warning ?? ""]];
  return parts.filter(([, , text]) => text).flatMap(([name, style, text]) => {
    const piece = document.createElement(name);
    piece.textContent = text;
    if (style) piece.className = style;
    return [piece, " "];
  });
}
