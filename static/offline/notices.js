// Recalls: the server's list of notices, checked against its schema here, since no digest covers it.

import { BASE } from "../base.js";
import { say } from "../say.js";
import { longDate, today } from "./age.js";

const ADDRESS = "/notices.json"; // of a library one file for all: { packs: { <pack>: list } }
const PACK = BASE.slice(1, -1); // "" where an edition stands alone, and of a library itself
const MEMORY = "webref-notices"; // a cache of its own: the last good list keeps showing offline
const MOST = 50;
const LAST = 999_999_999;
const WAIT_MS = 15000;
const SLACK_MS = 60000; // between the list of recalls and the list of the edition on one page
/** @type {Record<string, RegExp>} */
const FORMS = {
  id: /^[a-z0-9-]{1,60}$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  level: /^(info|withdrawn)$/,
  subject: /^$|^(monograph|calculators|protocols|emergency)\/[a-z0-9-]{1,60}$|^edition\/[0-9a-f]{7,64}$/,
  text: /^[^<>]{1,600}$/,
};

/**
 * @typedef {{id: string, date: string, level: "info"|"withdrawn", subject: string, text: string}} Notice
 * @typedef {{sequence: number, issued: string, until: string, notices: Notice[], signature?: string}} NoticeList
 * @typedef {{list: NoticeList, heard: number}} Known the list, and when the server last gave it
 */

/** @type {Known|null} */
let known = null;

/** The lists in force of every pack of a library, also of those never opened. @type {Record<string, NoticeList>} */
let lists = {};

/** What the server gave when it was asked last. @type {"pending"|"list"|"older"|"doubted"|"nothing"} */
let answer = "pending";
let kept = true; // whether this device could remember the list

/** What holds lists against a recall key, in an edition that people sign; none counts where it does not load. */
const keyed = document.body?.dataset.draft ? import("../signing/recalls.js").catch(() => null) : null;

const isDate = (/** @type {unknown} */ text) => typeof text === "string" && FORMS.date.test(text) && Boolean(Date.parse(text));

/**
 * A file as a list of notices, or null where it is none: wrong form refuses the whole file.
 * @param {any} file @returns {NoticeList|null}
 */
export function readNotices(file) {
  const notices = file && typeof file === "object" ? file.notices : null;
  if (!Array.isArray(notices) || notices.length > MOST || Object.keys(file).length !== ("signature" in file ? 5 : 4)) return null;
  const { sequence, issued, until, signature } = file;
  if ("signature" in file && !(typeof signature === "string" && /^[0-9a-f]{128}$/.test(signature))) return null;
  if (!Number.isInteger(sequence) || sequence < 0 || sequence > LAST) return null;
  if (!isDate(issued) || !isDate(until)) return null;
  const names = Object.keys(FORMS);
  const good = (/** @type {any} */ notice) => notice && typeof notice === "object"
    && Object.keys(notice).length === names.length
    && names.every((name) => typeof notice[name] === "string" && FORMS[name].test(notice[name]));
  const ids = new Set(notices.map((notice) => notice?.id)); // a banner has its notice's id
  return notices.every(good) && ids.size === notices.length ? file : null;
}

/**
 * The list in force after a file has come: an older one lifts nothing and is null; one of the same
 * number that was changed all the same adds to what is known.
 * @param {NoticeList|undefined} before @param {NoticeList} file @returns {NoticeList|null}
 */
export function inForce(before, file) {
  if (!before || file.sequence > before.sequence) return file;
  if (file.sequence < before.sequence) return null;
  const ids = new Set(before.notices.map(({ id }) => id));
  const added = file.notices.filter(({ id }) => !ids.has(id));
  return { ...file, notices: [...before.notices, ...added].slice(0, MOST) };
}

let started = false;

/** Read what was remembered; then, network first from there on, what the server says now. Once for all who ask. */
export async function startNotices() {
  if (started) return;
  started = true;
  window.addEventListener("online", refreshNotices);
  await refreshNotices();
}

/** Take what this device remembers, of which another window may have heard more. */
async function takeRemembered() {
  const found = await remembered();
  if (found && (!known || found.list.sequence >= known.list.sequence)) known = found;
}

/**
 * What this device remembers counts at once: no network that hangs holds it back.
 * @returns {Promise<boolean>} whether the server answered with the list in force
 */
export async function refreshNotices() {
  const asked = served();
  await takeRemembered();
  tell();
  const files = await asked;
  await takeRemembered();
  for (const [pack, file] of Object.entries(files)) {
    if (pack !== PACK) lists[pack] = inForce(lists[pack], file) ?? lists[pack];
  }
  const file = files[PACK];
  const counts = file && (keyed ? await (await keyed)?.proved(file) : file);
  const list = counts && inForce(known?.list, counts);
  answer = list ? "list" : counts ? "older" : file ? "doubted" : "nothing";
  if (list) {
    known = { list, heard: Date.now() };
    lists[PACK] = list;
    kept = await keep(known.heard);
  }
  tell();
  return answer === "list";
}

/**
 * The server's lists by pack; none without a network, behind a portal, or where nothing comes in time.
 * @returns {Promise<Record<string, NoticeList>>}
 */
async function served() {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), WAIT_MS);
  try {
    const response = await fetch(ADDRESS, { cache: "no-store", signal: stop.signal });
    return response.ok ? readLists(await response.json()) : {};
  } catch {
    return {}; // what is known stays, and the page says since when where that matters
  } finally {
    clearTimeout(timer);
  }
}

/** Every list of a file that has the right form. @param {any} file @returns {Record<string, NoticeList>} */
function readLists(file) {
  const all = Object.entries(file?.packs ?? { [PACK]: file });
  return Object.fromEntries(all.filter(([, list]) => readNotices(list)));
}

/** @returns {Promise<Known|null>} */
async function remembered() {
  try {
    const saved = await caches.match(ADDRESS, { cacheName: MEMORY, ignoreVary: true });
    const found = saved ? await saved.json() : {};
    if (!Number.isFinite(found.heard)) return null;
    lists = { ...lists, ...readLists(found.packs ? found : found.list) };
    const list = keyed ? await (await keyed)?.provedHere(lists[PACK]) : lists[PACK];
    return list ? { list, heard: found.heard } : null;
  } catch {
    return null; // nowhere to remember, or written by something else
  }
}

/** @param {number} heard when the lists arrived @returns {Promise<boolean>} whether they are remembered now */
async function keep(heard) {
  try {
    await (await caches.open(MEMORY)).put(ADDRESS, new Response(JSON.stringify({ packs: lists, heard })));
    return true;
  } catch (error) {
    console.error(error); // the page says so where an edition is saved
    return false;
  }
}

const tell = () => document.dispatchEvent(new CustomEvent("webref:notices"));

/**
 * The notices that concern a page of an edition, those about everything included.
 * @param {string} page @param {string} edition @returns {Notice[]}
 */
export function noticesFor(page, edition) {
  // What is said of a protocol is said of its page for each label too.
  const about = (/** @type {string} */ subject) => subject === "" || subject === page || page.startsWith(`${subject}/`)
    || (edition !== "" && subject.startsWith("edition/") && edition.startsWith(subject.slice(8)));
  return known ? known.list.notices.filter((notice) => about(notice.subject)) : [];
}

/** When the server last gave the list in force, in milliseconds; 0 where it never did. */
export const lastHeard = () => known?.heard ?? 0;

/** Whether this device could remember what it heard. */
export const isKept = () => kept;

/**
 * Why a recall may be missing here, as a title and a text; null where none should be.
 * @param {Date} now @param {number} checked when the server last named its edition, in milliseconds
 * @returns {{title: string, text: string}|null}
 */
export function unheard(now, checked) {
  const lost = say("banner.lost");
  if (!known) {
    const text = say("banner.unheard-text", { lost });
    return answer === "pending" || answer === "doubted" ? null : { title: say("banner.unheard"), text };
  }
  const { list: { issued, until }, heard } = known;
  if (today(now) > until) {
    return {
      title: say("banner.unheard-since", { date: longDate(issued) }),
      text: say("banner.unheard-until", { date: longDate(until), lost }),
    };
  }
  const title = say("banner.unheard-since", { date: longDate(today(new Date(heard))) });
  if (answer === "older") {
    return { title, text: say("banner.unheard-older", { lost }) };
  }
  if (answer !== "nothing" || checked <= heard + SLACK_MS) return null;
  return { title, text: say("banner.unheard-gone", { lost }) };
}
