// Recalls: the server's notice file, checked against its schema here, since no digest covers it.

const ADDRESS = "/notices.json";
const MEMORY = "webref-notices"; // a cache of its own: the last good file keeps showing offline
const MOST = 50;
/** @type {Record<string, RegExp>} */
const FORMS = {
  id: /^[a-z0-9-]{1,60}$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  level: /^(info|withdrawn)$/,
  subject: /^$|^(monograph|calculators|protocols|emergency)\/[a-z0-9-]{1,60}$|^edition\/[0-9a-f]{7,64}$/,
  text: /^[^<>]{1,600}$/,
};

/** @typedef {{id: string, date: string, level: "info"|"withdrawn", subject: string, text: string}} Notice */

/** @type {Notice[]} */
let notices = [];

/**
 * The notices of a file, or null where it is not one: wrong form refuses the whole file.
 * @param {any} file @returns {Notice[]|null}
 */
export function readNotices(file) {
  const list = file && typeof file === "object" ? file.notices : null;
  if (!Array.isArray(list) || list.length > MOST || Object.keys(file).length !== 1) return null;
  const names = Object.keys(FORMS);
  const good = (/** @type {any} */ notice) => notice && typeof notice === "object"
    && Object.keys(notice).length === names.length
    && names.every((name) => typeof notice[name] === "string" && FORMS[name].test(notice[name]));
  const ids = new Set(list.map((notice) => notice?.id)); // a banner has its notice's id
  return list.every(good) && ids.size === list.length ? list : null;
}

/** Read what was remembered; then, network first from there on, what the server says now. */
export async function startNotices() {
  take(await remembered());
  window.addEventListener("online", refreshNotices);
  await refreshNotices();
}

/** @returns {Promise<boolean>} whether the server answered with a notice file */
export async function refreshNotices() {
  try {
    const response = await fetch(ADDRESS, { cache: "no-store" });
    const list = response.ok ? readNotices(await response.json()) : null;
    if (!list) return false;
    take(list);
    await (await caches.open(MEMORY)).put(ADDRESS, Response.json({ notices: list }));
    return true;
  } catch {
    return false; // no network, a portal's page, or nowhere to remember: what is known stays
  }
}

async function remembered() {
  try {
    const saved = await (await caches.open(MEMORY)).match(ADDRESS, { ignoreVary: true });
    return (saved && readNotices(await saved.json())) || [];
  } catch {
    return [];
  }
}

/** @param {Notice[]} list */
function take(list) {
  notices = list;
  document.dispatchEvent(new CustomEvent("webref:notices"));
}

/**
 * The notices that concern a page of an edition, those about everything included.
 * @param {string} page @param {string} edition @returns {Notice[]}
 */
export function noticesFor(page, edition) {
  // What is said of a protocol is said of its page for each label too.
  const about = (/** @type {string} */ subject) => subject === "" || subject === page || page.startsWith(`${subject}/`)
    || (edition !== "" && subject.startsWith("edition/") && edition.startsWith(subject.slice(8)));
  return notices.filter((notice) => about(notice.subject));
}
