// The page /offline/: the state in full, the saved files, and what a reader can do about them.

import { BASE } from "../base.js";
import { localTime } from "../clock.js";
import { say } from "../say.js";
import { longDate, today } from "./age.js";
import { isSlashOff, turnSlash } from "./keys.js";
import { lastHeard, refreshNotices } from "./notices.js";
import { compare, lastChecked } from "./server.js";
import { cacheOf, checkAll, remove, savePdfs, savedState, saveAgain } from "./worker.js";

/** @param {string} name @returns {HTMLElement[]} */
const all = (name) => /** @type {HTMLElement[]} */ ([...document.querySelectorAll(`main [data-${name}]`)]);

/** @param {string} name @param {string} text */
function put(name, text) {
  for (const place of all(name)) place.textContent = text;
}

/** @param {string} name @param {boolean} visible */
function reveal(name, visible) {
  for (const place of all(name)) place.hidden = !visible;
}

/** Megabytes to one decimal; file sizes only. @param {number} bytes */
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;

/** @param {number} milliseconds */
function moment(milliseconds) {
  if (!milliseconds) return say("panel.never");
  const [date, time] = localTime(new Date(milliseconds)).split("T");
  return say("date.with-time", { date: longDate(date), time });
}

/** Whether this page was asked for, and is not shown in place of one that is not saved. */
const isHere = () => window.location.pathname === `${BASE}offline/`;

async function show() {
  if (all("offline-heading").length === 0) return; // a tap has put another page in its place
  const { kind, own, trouble } = savedState();
  put("offline-heading", say(isHere() ? `panel.${kind}` : "panel.missing"));
  put("offline-lead", say(`panel.${kind}-text`));
  put("checked", moment(lastChecked()));
  put("heard", moment(lastHeard()));
  put("trouble", trouble === "full" ? say("panel.trouble") : "");
  reveal("trouble", trouble === "full");
  for (const due of all("due")) {
    const mark = /** @type {HTMLElement} */ (due.querySelector("[data-overdue]"));
    mark.hidden = today(new Date()) < (due.dataset.due ?? "");
  }
  reveal("when-saved", Boolean(own?.sets));
  reveal("when-removed", kind === "removed");
  reveal("when-keys", isHere());
  reveal("when-slash", !isSlashOff());
  reveal("when-no-slash", isSlashOff());
  if (!own?.sets) return;
  const { boot, rest, pdf } = own.sets;
  put("saved-count", String(boot.saved + rest.saved));
  put("saved-total", String(boot.total + rest.total));
  for (const bar of all("saved-bar")) {
    Object.assign(bar, { max: boot.total + rest.total, value: boot.saved + rest.saved });
  }
  put("own-edition", say("panel.edition", { edition: own.edition.slice(0, 7), date: longDate(own.date) }));
  put("own-digest", own.edition);
  put("pdf-count", say("panel.of", { count: pdf.saved, all: pdf.total }));
  put("pdf-size", megabytes(pdf.bytes));
  reveal("when-pdfs-missing", !pdf.whole && pdf.total > 0);
  const kept = await navigator.storage?.persisted?.();
  put("kept", say(kept ? "panel.kept" : "panel.not-kept"));
  reveal("when-not-kept", !kept);
  await listFiles(own.edition);
}

/** The saved files, read from the cache itself. @param {string} edition */
async function listFiles(edition) {
  const [list] = all("files");
  if (!list?.closest("details")?.open) return;
  const keys = await (await caches.open(cacheOf(edition))).keys();
  const names = keys.map((request) => new URL(request.url).pathname).filter((name) => !name.startsWith("/-/"));
  list.replaceChildren(...names.sort().map((name) => {
    const item = document.createElement("li");
    item.textContent = name;
    return item;
  }));
}

/** @type {Record<string, () => Promise<string>>} */
const ACTIONS = {
  async check() {
    const answered = await compare();
    const heard = await refreshNotices();
    await checkAll();
    if (!answered) return say("panel.no-answer");
    return say(heard ? "panel.compared" : "panel.compared-only");
  },
  async pdfs() {
    return say(await savePdfs() ? "panel.pdfs-saved" : "panel.pdfs-lost");
  },
  async keep() {
    const kept = await navigator.storage?.persist?.();
    return say(kept ? "panel.promised" : "panel.no-promise");
  },
  async remove() {
    await remove();
    return say("panel.gone");
  },
  async save() {
    await saveAgain();
    return say("panel.again");
  },
  async "slash-off"() {
    turnSlash(true);
    return say("panel.slash-off");
  },
  async "slash-on"() {
    turnSlash(false);
    return say("panel.slash-on");
  },
};

/** @param {Event} event */
async function act(event) {
  const button = /** @type {HTMLElement} */ (event.currentTarget);
  put("done", `${button.textContent?.trim()} …`);
  put("done", await ACTIONS[button.dataset.do ?? ""]());
  await show();
  if (button.closest("[hidden]")) all("done")[0].focus(); // focus would go with the button
}

/** @param {any} prompt what Android's browsers hand over when the app can be installed */
function offerInstall(prompt) {
  prompt.preventDefault();
  reveal("when-installable", true);
  for (const button of all("install")) button.onclick = () => prompt.prompt();
}

/** Keep the page /offline/ told. */
export function startPanel() {
  reveal("when-not-saved", !isHere());
  reveal("when-here", isHere());
  put("asked-for", window.location.pathname);
  for (const button of all("do")) button.addEventListener("click", act);
  all("files")[0]?.closest("details")?.addEventListener("toggle", show);
  window.addEventListener("beforeinstallprompt", offerInstall);
  document.addEventListener("webref:saved", show);
  document.addEventListener("webref:checked", show);
  document.addEventListener("webref:notices", show);
  show();
}
