// My list of a library: drugs and pages of every pack, and the rows of interactions that name two drugs of it.

import "../offline.js";
import { sayer } from "../answers/sayer.js";
import "../sources.js";
import "../strokes.js";
import { keepPins, listedPacks, pinsOf } from "./mine.js";
import { element, pageOf, savedPacks, sourcesOf } from "./saved.js";
import { WORDS } from "./wording.js";

/** @typedef {import("./saved.js").Saved} Saved */

const { say } = sayer(WORDS);
const by = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
/** @type {Map<string, string>} the titles of the drugs by pack */
const titles = new Map(JSON.parse(by("drugs").textContent ?? "[]"));
const titleOf = (/** @type {string} */ pack) => titles.get(pack) ?? pack;

/** @param {string} words */
function note(words) {
  const made = element("p", words);
  made.className = "note";
  return made;
}

/** What is listed of one drug. @param {string} pack @param {Saved | undefined} saved */
function drug(pack, saved) {
  const title = titleOf(pack);
  const heading = element("h2", title);
  heading.translate = false;
  const list = element("ul");
  list.className = "pins";
  list.setAttribute("role", "list");
  list.append(...pinsOf(pack).map((pin) => {
    const link = element("a", pin.id === "home" ? title : `${title}: ${pin.title}`);
    link.href = pin.url;
    const off = element("button", "×");
    off.type = "button";
    off.setAttribute("aria-label", say("mine.remove", { title: pin.title }));
    off.addEventListener("click", () => {
      keepPins(pack, pinsOf(pack).filter(({ id }) => id !== pin.id));
      show().then(() => by("mine-title").focus());
    });
    return element("li", link, off);
  }));
  const section = element("section", heading, list, ...(saved ? [] : [note(say("mine.unsaved", { title }))]));
  section.className = "group";
  return section;
}

/** Whether words name a drug as words of their own. @param {string} words @param {string} title */
function names(words, title) {
  const apart = (/** @type {string} */ text) => ` ${text.toLowerCase().match(/[\p{L}\p{N}]+/gu)?.join(" ") ?? ""} `;
  return apart(words).includes(apart(title));
}

/** The rows of a pack's interactions that name another drug of the list. @param {Saved} saved @param {string[]} others titles */
async function mixes(saved, others) {
  const page = await pageOf(saved, "interactions");
  const table = page?.querySelector("table");
  if (!page || !table) return [note(say("mine.no-table", { title: saved.title }))];
  const rows = [...table.querySelectorAll("tbody tr")].filter((row) => {
    const members = /** @type {HTMLElement | null} */ (row.querySelector("[data-members]"))?.dataset.members ?? "";
    return others.some((title) => names(`${/** @type {HTMLElement} */ (row).dataset.words}, ${members}`, title));
  });
  if (!rows.length) return [note(say("mine.no-row", { title: saved.title }))];
  table.querySelector("tbody")?.replaceChildren(...rows);
  table.querySelector("caption")?.remove();
  return [element("h3", say("mine.of", { title: saved.title })), document.importNode(table, true), ...sourcesOf(saved, page, table)];
}

async function show() {
  const packs = listedPacks();
  const saved = "serviceWorker" in navigator ? await savedPacks() : [];
  const found = packs.map((pack) => saved.find(({ id }) => id === pack));
  by("mine").replaceChildren(...packs.map((pack, at) => drug(pack, found[at])));
  by("mine-empty").hidden = packs.length > 0;
  const parts = packs.length < 2 ? [] : await Promise.all(found.map((one, at) => {
    const others = packs.filter((pack) => pack !== packs[at]).map(titleOf);
    return one ? mixes(one, others) : [note(say("mine.unread", { title: titleOf(packs[at]) }))];
  }));
  by("mixes").replaceChildren(...parts.flat());
  by("mixes-box").hidden = packs.length < 2;
}

show();
