// The list of a library's drugs: what is kept of each, how to keep it, and the one that is asked for.

import "../offline.js";
import { sayer } from "../answers/sayer.js";
import { dropUnseen, stoodAlone } from "../offline/alone.js";
import { longDate } from "../offline/age.js";
import { recall } from "../offline/memory.js";
import { OPENS_MS } from "../offline/worker.js";
import { say as page } from "../say.js";
import { findIn, folded, forget } from "./find.js";
import { drop, keep, kept, keptPacks, renew, take, whenTaken } from "./keep.js";
import { isListed, toggleDrug } from "./mine.js";
import { element } from "./saved.js";
import { WORDS } from "./wording.js";

/** @typedef {import("./keep.js").Kept} Kept */
/** @typedef {import("../offline/worker.js").EditionState} EditionState */

const { say } = sayer(WORDS);
const AT_ONCE = 4; // packs that are asked for together

/** @type {HTMLElement[]} */
const rows = [...document.querySelectorAll("[data-pack]")].map((row) => /** @type {HTMLElement} */ (row));

/** The words of a row's state. @param {HTMLElement} row @param {Kept} found */
function words(row, { own, waits, problem }) {
  if ("before" in row.dataset && !own?.sets?.rest.whole) return say("kept.before");
  if (problem) return say(`kept.${problem}`);
  if (!own?.sets) return say("kept.none");
  const { boot, rest } = own.sets;
  const count = { count: boot.saved + rest.saved, all: boot.total + rest.total };
  if (!boot.whole || !rest.whole) return say("kept.part", count);
  const whole = say("kept.whole", { ...count, edition: own.edition.slice(0, 7) });
  if (waits) return `${whole}. ${say("kept.waiting")}`;
  return own.edition === row.dataset.listed ? whole : `${whole}. ${say("kept.behind")}`;
}

/** @param {HTMLElement} row @param {string} name @param {(pack: string) => Promise<Kept | void>} act */
function button(row, name, act) {
  const one = document.createElement("button");
  const { pack = "", title = "" } = row.dataset;
  one.type = "button";
  one.className = "button";
  one.dataset.act = name;
  one.textContent = say(`kept.${name}`);
  one.setAttribute("aria-label", `${one.textContent}: ${title}`);
  one.addEventListener("click", async () => {
    one.disabled = true;
    state(row, say("kept.saving"));
    const found = await act(pack) ?? await kept(pack);
    forget();
    if (!row.isConnected) return;
    show(row, found);
    count();
  });
  return one;
}

/** @param {HTMLElement} row @param {string} said */
function state(row, said) {
  /** @type {HTMLElement} */ (row.querySelector("[data-state]")).textContent = said;
}

/** @param {HTMLElement} row @returns {(pack: string) => Promise<void>} */
const dropRow = (row) => async (pack) => {
  delete row.dataset.before;
  await drop(pack);
};

/** @param {HTMLElement} row @param {Kept} found */
function show(row, found) {
  state(row, words(row, found));
  const { own, waits, problem } = found;
  const whole = own?.sets?.boot.whole && own.sets.rest.whole;
  row.dataset.kept = whole ? "whole" : own?.sets ? "part" : "none";
  for (const old of row.querySelectorAll(".changed, .buttons")) old.remove();
  const buttons = document.createElement("div");
  buttons.className = "buttons";
  if (!whole || problem) buttons.append(button(row, "keep", keep));
  if (whole) delete row.dataset.before;
  if (own || "before" in row.dataset) buttons.append(button(row, "drop", dropRow(row)));
  const { pack = "", title = "" } = row.dataset;
  buttons.append(button(row, isListed(pack) ? "unlist" : "list", async () => toggleDrug(pack, title)));
  row.append(buttons);
  if (!own || !waits) return;
  offer(row, buttons, own.edition, waits);
  whenTaken(pack, async () => row.isConnected && show(row, await kept(pack)));
}

/**
 * Offer the edition that waits, below what it changes.
 * @param {HTMLElement} row @param {Element} buttons @param {string} from @param {EditionState} waits
 */
async function offer(row, buttons, from, { edition, date }) {
  const said = document.createElement("div");
  said.className = "changed";
  said.append(await import("../changes/offer.js")
    .then(({ whatChanges }) => whatChanges(from, edition, `/${row.dataset.pack}/`))
    .catch(() => new Text(page("banner.changes-unknown"))));
  buttons.before(said);
  const late = page("banner.late-text", { edition: edition.slice(0, 7), date: longDate(date) });
  buttons.prepend(button(row, "open", async (pack) => {
    const timer = setTimeout(() => state(row, `${page("banner.late")}. ${late}`), OPENS_MS);
    return take(pack).finally(() => clearTimeout(timer));
  }));
}

/** A pack that is kept and that the library lists no more. @param {string} pack */
function showGone(pack) {
  const row = document.createElement("li");
  const link = document.createElement("a");
  const said = document.createElement("span");
  Object.assign(row.dataset, { pack, title: pack });
  Object.assign(link, { href: `/${pack}/`, textContent: pack });
  Object.assign(said, { className: "note", textContent: say("kept.gone") });
  said.dataset.state = "";
  const remove = button(row, "drop", (name) => drop(name).then(() => row.remove()));
  row.append(link, said, remove);
  document.getElementById("packs")?.append(row);
}

function count() {
  const whole = rows.filter((row) => row.dataset.kept === "whole").length;
  const place = document.querySelector("[data-count]");
  if (place) place.textContent = say("kept.count", { count: whole, all: rows.length });
}

/** Show each row, then bring the packs that are kept up to date, a few at a time. */
async function look() {
  const [here, before] = [new Set(await keptPacks()), await stoodAlone()];
  for (const pack of here) if (!rows.some((row) => row.dataset.pack === pack)) showGone(pack);
  const queue = rows.filter((row) => here.has(row.dataset.pack ?? ""));
  for (const row of rows) {
    if (before.has(row.dataset.pack ?? "")) row.dataset.before = "";
    if (!queue.includes(row)) show(row, { own: null, waits: null });
  }
  const moving = rows.filter((row) => "before" in row.dataset && !queue.includes(row));
  for (const row of moving) show(row, await keep(row.dataset.pack ?? "")); // it was saved, so it still is
  const lane = async () => {
    for (let row = queue.shift(); row; row = queue.shift()) {
      const pack = row.dataset.pack ?? "";
      const found = await kept(pack);
      show(row, found);
      if (before.has(pack) && row.dataset.kept === "whole") await dropUnseen(pack);
      if (navigator.onLine && !found.waits) show(row, await renew(pack, row.dataset.listed));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  count();
}

/** What each drug is called, by pack; asked for when the box is first used. @type {Promise<Map<string, string[]>> | null} */
let names = null;

async function readNames() {
  const { packs } = await (await fetch("/library.json")).json();
  const all = packs.map((/** @type {{id: string, title: string, words: string[]}} */ { id, title, words: also }) => (
    /** @type {[string, string[]]} */ ([id, [title, ...also].map(folded)])
  ));
  return new Map(all);
}

/** @param {HTMLInputElement} box */
async function find(box) {
  names ??= readNames();
  const called = await names.catch(() => null);
  if (!called) {
    names = null; // tried again at the next letter
    return;
  }
  const asked = folded(box.value.trim());
  let shown = 0;
  for (const row of rows) {
    const found = (called.get(row.dataset.pack ?? "") ?? []).some((word) => word.startsWith(asked));
    row.hidden = !found;
    shown += Number(found);
  }
  await showHits(box, shown);
}

/** Show what is found in the drugs that are saved. @param {HTMLInputElement} box @param {number} drugs how many are called so */
async function showHits(box, drugs) {
  const asked = box.value.trim();
  const { hits, count: searched } = "serviceWorker" in navigator ? await findIn(asked) : { hits: [], count: 0 };
  if (box.value.trim() !== asked) return; // a later letter has its own
  const list = /** @type {HTMLElement} */ (document.getElementById("hits"));
  list.replaceChildren(...hits.map(({ drug, find: [name, alarm, title, url] }) => {
    const kind = element("span", name);
    kind.className = alarm ? "kind kind-alarm" : "kind";
    const called = element("b", drug);
    called.translate = false;
    const link = element("a", kind, " ", called, " ", element("p", title));
    link.href = url;
    return element("li", link);
  }));
  list.hidden = hits.length === 0;
  const said = /** @type {HTMLElement} */ (document.querySelector("[data-searched]"));
  said.textContent = asked ? say("find.searched", { found: hits.length, count: searched, all: rows.length }) : "";
  /** @type {HTMLElement} */ (document.querySelector("[data-none]")).hidden = drugs > 0 || hits.length > 0;
}

/**
 * With one drug the list leads on to it, unless the reader asked for the list or another one is
 * saved here; nobody looks at the list, so a newer edition of it takes over at once.
 * @returns {Promise<boolean>} whether it leads on
 */
async function leadOn() {
  const { one } = document.body.dataset;
  if (!one || location.hash) return false;
  if ("serviceWorker" in navigator && recall("webref-removed") === null) {
    const found = await navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" }).catch(() => null);
    if (found?.waiting) {
      navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
      found.waiting.postMessage({ ask: "take over" });
      return true;
    }
    found?.update().catch(() => {}); // a newer list is there at the next visit
    if ((await keptPacks()).some((pack) => `/${pack}/` !== one)) return false;
  }
  location.replace(one);
  return true;
}

const box = /** @type {HTMLInputElement | null} */ (document.getElementById("find"));
box?.addEventListener("input", () => find(box));
leadOn().then((left) => { if (!left && rows.length && "serviceWorker" in navigator) look(); });
