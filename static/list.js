// Pages pinned and opened lately, kept on this device alone: the Pin button, and the home page's last keys.

import { recall, remember } from "./offline/memory.js";
import { say as sentence } from "./say.js";

export const PINS = "webref-pins";
export const RECENT = "webref-recent";
const RECENT_MOST = 6;

/** @typedef {{id: string, url: string, title: string}} Kept */

/** The content of the page that was started last. */
let root = document.body;

/** @param {string} id @returns {HTMLElement | null} */
const by = (id) => root.querySelector(`#${id}`);

/** The pages of this edition by id, where pins are shown. @type {Map<string, Kept> | null} */
let pages = null;

/** @returns {Map<string, Kept> | null} */
function readPages() {
  const list = by("pages");
  return list && new Map(JSON.parse(list.textContent ?? "")
    .map((/** @type {string[]} */ [id, url, title]) => [id, { id, url, title }]));
}

/**
 * What is kept under a name; nothing where it was written by something else. Shown are pages of
 * this edition alone, at their own addresses and by their own titles.
 * @param {string} name @returns {Kept[]}
 */
export function kept(name) {
  try {
    const found = JSON.parse(recall(name) ?? "[]");
    const sound = (/** @type {any} */ one) => ["id", "url", "title"].every((key) => typeof one?.[key] === "string")
      && /^\/([a-z0-9-]+\/)*$/.test(one.url);
    const list = Array.isArray(found) ? found.filter(sound) : [];
    const known = pages;
    return known ? list.flatMap((one) => known.get(one.id) ?? []) : list;
  } catch {
    return [];
  }
}

/** @param {string} name @param {Kept[]} list */
export const keep = (name, list) => remember(name, list.length ? JSON.stringify(list) : null);

/** The Pin button below a heading, and this page among those opened lately. */
function startPage() {
  const button = /** @type {HTMLElement | null} */ (root.querySelector('[data-action="pin"]'));
  if (!button) return;
  const { id = "", url = "", title = "" } = button.dataset;
  const show = () => {
    const pinned = kept(PINS).some((one) => one.id === id);
    button.setAttribute("aria-pressed", String(pinned));
    /** @type {Element} */ (button.lastElementChild).textContent = sentence(pinned ? "list.pinned" : "list.pin");
  };
  button.addEventListener("click", () => {
    const others = kept(PINS).filter((one) => one.id !== id);
    keep(PINS, others.length < kept(PINS).length ? others : [...others, { id, url, title }]);
    show();
  });
  show();
  button.hidden = false;
  const others = kept(RECENT).filter((one) => one.id !== id);
  keep(RECENT, [{ id, url, title }, ...others].slice(0, RECENT_MOST));
}

/** A key of a keypad. @param {Kept} one @param {string} hint */
export function key({ url, title }, hint) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  const name = document.createElement("b");
  const words = document.createElement("span");
  link.href = url;
  name.textContent = title;
  words.textContent = hint;
  link.append(name, " ", words);
  item.append(link);
  return item;
}

/** Home's row below the cards: what is pinned, then what was opened. */
function startHome() {
  const keys = by("pinned");
  if (!keys) {
    document.documentElement.removeAttribute("data-strip"); // of Home, which a tap may have left
    return;
  }
  const most = Number(keys.dataset.most);
  const pins = kept(PINS).filter(({ id }) => id !== "home"); // which a library may put there
  const pinned = new Set(pins.map((one) => one.id));
  const recent = kept(RECENT).filter((one) => !pinned.has(one.id));
  const shown = [...pins.map((one) => key(one, sentence("list.key-pinned"))), ...recent.map((one) => key(one, sentence("list.key-recent")))];
  keys.replaceChildren(...shown.slice(0, most));
  document.documentElement.toggleAttribute("data-strip", shown.length > 0);
}

/**
 * Bring pins and the home page's last keys to life.
 * @param {HTMLElement} content of the page
 */
export function start(content) {
  root = content;
  pages = readPages();
  startPage();
  startHome();
  return { stop() { pages = null; } };
}
