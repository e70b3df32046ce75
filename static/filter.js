// Choosers: rows of a table by words and group, and columns to compare. Without scripts all stand.

import { whenShownAgain } from "./kept.js";
import { recall, remember } from "./offline/memory.js";
import { say as sentence } from "./say.js";

const COLUMNS = "webref-columns"; // the columns compared last
const SHORT = 4; // letters of a word that alone names no medicine

/** @param {HTMLElement} root @param {string} words */
function tell(root, words) {
  for (const place of root.querySelectorAll("[data-filter-said]")) place.textContent = words;
}

/** Whether each word of a name begins a word held. @param {string} held @param {string} name */
const holds = (held, name) => name.split(/\s+/).every((word) => ` ${held}`.toLowerCase().includes(` ${word}`));

/** The words of a name that nothing has as a whole; short ones begin too many. @param {string} name */
function apartFrom(name) {
  const telling = name.split(/\s+/).filter((word) => word.length > SHORT);
  return telling.length ? telling : [name];
}

/** A row, with the words that name it and those of medicines that belong to it. @param {HTMLElement} row */
function read(row) {
  const members = /** @type {HTMLDetailsElement | null} */ (row.querySelector("[data-members]"));
  return { row, named: row.dataset.words ?? "", members, belonging: members?.dataset.members ?? "" };
}

/** Show the rows of the group chosen that hold a name typed; several stand apart. @param {HTMLElement} root @param {HTMLFormElement} form */
function startRows(root, form) {
  const say = (/** @type {string} */ said) => tell(root, said);
  const rows = /** @type {HTMLElement[]} */ ([...root.querySelectorAll("[data-group]")]).map(read);
  const words = /** @type {HTMLInputElement | null} */ (form.querySelector('[type="search"]'));
  const show = () => {
    const typed = (words?.value ?? "").trim().toLowerCase();
    const group = String(new FormData(form).get("group") ?? "");
    const isListed = (/** @type {string} */ name) =>
      rows.some(({ named, belonging }) => holds(named, name) || holds(belonging, name));
    const apart = typed.split(/\s*(?:[,;/+&]|\s(?:and|with)\s)\s*/).filter(Boolean);
    const names = apart.flatMap((name) => (isListed(name) ? [name] : apartFrom(name)));
    let [found, all] = [0, 0];
    const classes = new Set();
    for (const { row, named, members, belonging } of rows) {
      const isMember = names.some((name) => !holds(named, name) && holds(belonging, name));
      row.hidden = (group !== "" && row.dataset.group !== group)
        || (names.length > 0 && !isMember && !names.some((name) => holds(named, name)));
      if (members) members.open = isMember;
      if (row.classList.contains("row-note")) continue;
      all += 1;
      if (row.hidden) continue;
      found += 1;
      if (isMember) classes.add(row.querySelector("[data-name]")?.textContent ?? "");
    }
    const missing = names.filter((name) => !isListed(name)).map((name) => sentence("filter.missing", { name }));
    const covered = [...classes].map((name) => sentence("filter.covered", { name }));
    if (found === 0) say(sentence("filter.nothing"));
    else if (names.length === 0 && group === "") say("");
    else say([sentence("filter.shown", { count: found, all }), ...covered, ...missing].join(" "));
  };
  form.addEventListener("input", (event) => {
    show();
    const box = /** @type {HTMLInputElement} */ (event.target);
    if (box.name === "group") root.querySelector("[data-filter-said]")?.scrollIntoView({ block: "start" });
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  show();
  return whenShownAgain(show);
}

/** Show the columns chosen, up to a number; with none chosen, all. @param {HTMLElement} root @param {HTMLFormElement} form */
function startColumns(root, form) {
  const say = (/** @type {string} */ said) => tell(root, said);
  const most = Number(form.dataset.compare);
  const boxes = /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll('[type="checkbox"]')]);
  const cells = /** @type {HTMLElement[]} */ ([...root.querySelectorAll("[data-column]")]);
  const show = () => {
    const chosen = boxes.filter((box) => box.checked).map((box) => box.value);
    for (const cell of cells) {
      cell.hidden = chosen.length > 0 && !chosen.includes(cell.dataset.column ?? "");
    }
    remember(COLUMNS, chosen.join(" "));
    say(sentence(chosen.length ? "filter.chosen" : "filter.choose", { count: chosen.length, most }));
  };
  form.addEventListener("input", (event) => {
    const box = /** @type {HTMLInputElement} */ (event.target);
    if (boxes.filter((one) => one.checked).length > most) {
      box.checked = false;
      say(sentence("filter.most", { most }));
    } else show();
  });
  const before = recall(COLUMNS)?.split(" ") ?? boxes.map((box) => box.value);
  for (const box of boxes) box.checked = before.slice(0, most).includes(box.value);
  form.hidden = false;
  show();
  return whenShownAgain(show);
}

/**
 * Bring the choosers of a page to life.
 * @param {HTMLElement} root the page's content
 */
export function start(root) {
  const forms = (/** @type {string} */ css) => /** @type {HTMLFormElement[]} */ ([...root.querySelectorAll(css)]);
  const ends = [
    ...forms("form[data-filter]").map((form) => startRows(root, form)),
    ...forms("form[data-compare]").map((form) => startColumns(root, form)),
  ];
  return { stop: () => { for (const end of ends) end(); } };
}
