// Choosers: rows of a table by words and group, and columns to compare. Without scripts all stand.

import { whenShownAgain } from "./kept.js";
import { recall, remember } from "./offline/memory.js";

const COLUMNS = "webref-columns"; // the columns compared last

/** @param {string} words */
function say(words) {
  for (const place of document.querySelectorAll("[data-filter-said]")) place.textContent = words;
}

/** Show the rows that hold every word typed and belong to the group chosen. @param {HTMLFormElement} form */
function startRows(form) {
  const rows = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("main [data-group]")]);
  const words = /** @type {HTMLInputElement | null} */ (form.querySelector('[type="search"]'));
  const show = () => {
    const typed = (words?.value ?? "").toLowerCase().split(/\s+/).filter(Boolean);
    const group = String(new FormData(form).get("group") ?? "");
    let found = 0;
    for (const row of rows) {
      const held = row.dataset.words ?? "";
      row.hidden = (group !== "" && row.dataset.group !== group)
        || !typed.every((word) => held.includes(word));
      if (!row.hidden && !row.classList.contains("row-note")) found += 1;
    }
    const asked = typed.length > 0 || group !== "";
    say(found === 0 ? "Nothing here by that name. The sources read do not name it." : asked ? `${found} shown` : "");
  };
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  whenShownAgain(show);
  form.hidden = false;
  show();
}

/** Show the columns chosen, up to a number; with none chosen, all. @param {HTMLFormElement} form */
function startColumns(form) {
  const most = Number(form.dataset.compare);
  const boxes = /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll('[type="checkbox"]')]);
  const cells = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-column]")]);
  const show = () => {
    const chosen = boxes.filter((box) => box.checked).map((box) => box.value);
    for (const cell of cells) {
      cell.hidden = chosen.length > 0 && !chosen.includes(cell.dataset.column ?? "");
    }
    remember(COLUMNS, chosen.join(" "));
    say(chosen.length ? `${chosen.length} of at most ${most} chosen` : `Choose up to ${most}; all are shown.`);
  };
  form.addEventListener("input", (event) => {
    const box = /** @type {HTMLInputElement} */ (event.target);
    if (boxes.filter((one) => one.checked).length > most) {
      box.checked = false;
      say(`At most ${most} side by side. Take one away first.`);
    } else show();
  });
  const before = recall(COLUMNS)?.split(" ") ?? boxes.map((box) => box.value);
  for (const box of boxes) box.checked = before.slice(0, most).includes(box.value);
  whenShownAgain(show);
  form.hidden = false;
  show();
}

for (const form of document.querySelectorAll("form[data-filter]")) startRows(/** @type {HTMLFormElement} */ (form));
for (const form of document.querySelectorAll("form[data-compare]")) startColumns(/** @type {HTMLFormElement} */ (form));
