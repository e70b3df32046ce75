// What a calculator's page has on paper alone: what was entered, when, and the label that was followed.

import { localTime } from "../clock.js";

/** @typedef {import("../answers/answer.js").Answered} Answered */

/** A figure is held on one line with its unit: an engine may end a line at the stroke. @param {string} text */
function whole(text) {
  const part = document.createElement("span");
  part.textContent = text;
  part.classList.toggle("whole", /^\d\S*\s\S+$/.test(text));
  return part;
}

/**
 * Keep the sheet that a page is on paper in step with its answer. It is made when it is printed.
 * @param {HTMLElement} root the page's content
 * @returns {{update: (answered: Answered | null) => void, stop: () => void}}
 */
export function startSheet(root) {
  const list = /** @type {HTMLElement | null} */ (root.querySelector("[data-entered]"));
  const time = /** @type {HTMLElement | null} */ (root.querySelector("[data-answered]"));
  const followed = root.querySelector("[data-running]");
  const [line, label] = [time?.textContent ?? "", followed?.textContent ?? ""];
  /** @type {Answered | null} */
  let latest = null;
  let at = "";

  function fill() {
    const stands = latest?.result && latest.context.is_answer ? latest.result : null;
    const rows = (stands?.entries ?? []).map(({ name, shown, echo }) => {
      const row = document.createElement("div");
      const [term, value] = [document.createElement("dt"), document.createElement("dd")];
      term.textContent = name;
      value.append(whole(shown || list?.dataset.entered || ""), ...(echo ? [" = ", whole(echo)] : []));
      row.append(term, value);
      return row;
    });
    list?.replaceChildren(...rows);
    root.classList.toggle("filled", list !== null && stands !== null);
    if (time) time.textContent = stands ? (time.dataset.answered ?? "").replace("{time}", at) : line;
    if (followed) followed.textContent = (stands && latest?.context.following) || label;
  }

  /** @param {Answered | null} answered */
  function update(answered) {
    latest = null;
    if (root.classList.contains("filled")) fill(); // nothing stays of what was printed
    latest = answered;
    at = localTime().replace("T", " ");
  }

  window.addEventListener("beforeprint", fill);
  function stop() {
    window.removeEventListener("beforeprint", fill);
  }
  return { update, stop };
}
