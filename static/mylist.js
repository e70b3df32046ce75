// My list: what is pinned, in the reader's own order, and what was opened lately.

import { PINS, RECENT, keep, kept, key } from "./list.js";
import { say as sentence } from "./say.js";

/** @typedef {import("./list.js").Kept} Kept */

/** The content of the page that was started last. */
let root = document.body;

/** What the template of this page has. @param {string} id @returns {HTMLElement} */
const own = (id) => /** @type {HTMLElement} */ (root.querySelector(`#${id}`));

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

/** The list as text: drug, title and address a line. */
function asText() {
  const { drug } = own("list").dataset;
  return kept(PINS).map(({ title, url }) => `${drug}, ${title}: ${new URL(url, location.href)}\n`).join("");
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
 * Bring My list to life.
 * @param {HTMLElement} content of the page
 */
export function start(content) {
  root = content;
  for (const button of root.querySelectorAll("[data-action]")) {
    const act = ACTIONS[/** @type {HTMLElement} */ (button).dataset.action ?? ""];
    if (act) button.addEventListener("click", act);
  }
  showList();
  return { stop() {} };
}
