// My list: pages pinned and opened lately, kept on this device alone.

import { recall, remember } from "./offline/memory.js";
import { say as sentence } from "./say.js";

const PINS = "webref-pins";
const RECENT = "webref-recent";
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
function kept(name) {
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
const keep = (name, list) => remember(name, list.length ? JSON.stringify(list) : null);

/** What the template of this page has. @param {string} id @returns {HTMLElement} */
const own = (id) => /** @type {HTMLElement} */ (by(id));

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
function key({ url, title }, hint) {
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
    document.documentElement.removeAttribute("data-kept"); // of Home, which a tap may have left
    return;
  }
  const most = Number(keys.dataset.most);
  const pins = kept(PINS);
  const pinned = new Set(pins.map((one) => one.id));
  const recent = kept(RECENT).filter((one) => !pinned.has(one.id));
  const shown = [...pins.map((one) => key(one, sentence("list.key-pinned"))), ...recent.map((one) => key(one, sentence("list.key-recent")))];
  keys.replaceChildren(...shown.slice(0, most));
  document.documentElement.toggleAttribute("data-kept", shown.length > 0);
}

/** @param {string} words @param {string} name that of what it does @param {string} title @param {() => void} press */
function tool(words, name, title, press) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = words;
  button.dataset.tool = name;
  button.setAttribute("aria-label", sentence(`list.${name}`, { title }));
  button.addEventListener("click", press);
  return button;
}

function showList() {
  const list = own("list");
  const pins = kept(PINS);
  list.replaceChildren(...pins.map((one, place) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = one.url;
    link.textContent = one.title;
    item.append(link);
    if (place > 0) item.append(tool("↑", "up", one.title, () => move(place, place - 1)));
    if (place < pins.length - 1) item.append(tool("↓", "down", one.title, () => move(place, place + 1)));
    item.append(tool("×", "remove", one.title, () => drop(place)));
    return item;
  }));
  own("list-empty").hidden = pins.length > 0;
  own("list-actions").hidden = pins.length === 0;
  const recent = kept(RECENT);
  own("recent").hidden = recent.length === 0;
  own("recent-keys").replaceChildren(...recent.map((one) => key(one, "")));
}

/** @param {string} words */
function say(words) {
  own("list-said").textContent = words;
}

/** @param {number} from @param {number} to */
function move(from, to) {
  const pins = kept(PINS);
  const [one] = pins.splice(from, 1);
  pins.splice(to, 0, one);
  keep(PINS, pins);
  showList();
  say(sentence("list.moved", { title: one.title, place: to + 1, count: pins.length }));
  const arrow = to < from ? "up" : "down";
  const buttons = own("list").children[to].querySelectorAll("button");
  const same = [...buttons].find((button) => button.dataset.tool === arrow);
  (same ?? buttons[0]).focus();
}

/** @param {number} place */
function drop(place) {
  const pins = kept(PINS);
  const [one] = pins.splice(place, 1);
  keep(PINS, pins);
  showList();
  say(sentence("list.removed", { title: one.title }));
  const next = own("list").children[Math.min(place, pins.length - 1)];
  /** @type {HTMLElement} */ (next?.querySelector("button:last-child") ?? own("list-empty")).focus();
}

/** The list as text: a title and an address a line. */
function asText() {
  return kept(PINS).map(({ title, url }) => `${title}: ${new URL(url, location.href)}\n`).join("");
}

/** @type {Record<string, () => void>} */
const ACTIONS = {
  async export() {
    try {
      await navigator.clipboard.writeText(asText());
      say(sentence("list.copied"));
    } catch {
      say(sentence("list.no-copy"));
    }
  },
  save() {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([asText()], { type: "text/plain" }));
    link.download = "my-list.txt";
    link.click();
    URL.revokeObjectURL(link.href);
  },
  clear() {
    keep(PINS, []);
    showList();
    say(sentence("list.none"));
    own("list-empty").focus();
  },
  forget() {
    keep(RECENT, []);
    showList();
    say(sentence("list.forgotten"));
    (own("list").querySelector("a") ?? own("list-empty")).focus();
  },
};

/**
 * Bring pins, the home page's last keys and My list to life.
 * @param {HTMLElement} content of the page
 */
export function start(content) {
  root = content;
  pages = readPages();
  startPage();
  startHome();
  if (by("list")) {
    for (const button of root.querySelectorAll("[data-action]")) {
      const act = ACTIONS[/** @type {HTMLElement} */ (button).dataset.action ?? ""];
      if (act) button.addEventListener("click", act);
    }
    showList();
  }
  return { stop() { pages = null; } };
}
