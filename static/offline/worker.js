// The page's side of the worker: registration, what it has saved, saving, and updates by consent.

import { BASE, OWN } from "../base.js";
import { recall, remember } from "./memory.js";

/** By then an edition that was asked for has opened, or the browser still holds the one before. */
export const OPENS_MS = 5000;
const RETRY_MS = 15000;
const SETTLE_MS = 500; // between an update's installation and the offer of it
const REMOVED = "webref-removed"; // set in localStorage once the reader has removed the edition
const PDFS = "webref-pdfs"; // set in localStorage once the reader wants the PDFs kept

/**
 * @typedef {{saved: number, total: number, bytes: number, whole: boolean}} SetState
 * @typedef {{edition: string, date: string, review_by: string, refuse_after: string}} Edition
 * @typedef {Edition & {sets: {boot: SetState, rest: SetState, record: SetState, pdf: SetState}|null}} EditionState
 * @typedef {{kind: "unknown"|"ready"|"saving"|"incomplete"|"full"|"none"|"removed"|"refused",
 *   own: EditionState|null, window: EditionState|null, offer: EditionState|null,
 *   why: string, trouble: string}} Saved
 */

/** @type {Saved} */
const saved = { kind: "unknown", own: null, window: null, offer: null, why: "", trouble: "" };
let takingOver = false;
let wanted = false; // the PDFs were asked for by themselves, once per page
let off = false; // the editors' kill switch has answered
let retry = 0;

/** @returns {Saved} What this device holds, as last heard. */
export function savedState() {
  return saved;
}

/** @param {Partial<Saved>} news */
function tell(news) {
  Object.assign(saved, news);
  document.dispatchEvent(new CustomEvent("webref:saved"));
}

/**
 * Ask a worker something until it answers: one that the browser stops forgets what it was asked.
 * @param {ServiceWorker} worker @param {object} question
 */
export function ask(worker, question) {
  return new Promise((resolve) => {
    const put = () => {
      const channel = new MessageChannel();
      channel.port1.onmessage = (event) => {
        clearInterval(again);
        resolve(event.data);
      };
      worker.postMessage(question, [channel.port2]);
    };
    const again = setInterval(put, RETRY_MS);
    put();
  });
}

/** Register the worker unless the reader has removed it, and keep the saved state told. */
export async function start() {
  if (!("serviceWorker" in navigator)) {
    return tell({ kind: "refused", why: window.isSecureContext ? "private" : "insecure" });
  }
  navigator.serviceWorker.addEventListener("message", (event) => heard(event.data));
  navigator.serviceWorker.addEventListener("controllerchange", controllerChanged);
  document.addEventListener("webref:checked", (event) => serverHas(/** @type {CustomEvent} */ (event).detail.edition));
  window.addEventListener("online", () => attempt());
  window.addEventListener("pageshow", (event) => event.persisted && attempt());
  if (recall(REMOVED)) return tell({ kind: "removed" });
  await attempt();
}

/** What loading a page would do: count what is saved, and look for another worker. */
export async function lookAgain() {
  await attempt();
  await current?.update().catch(() => undefined); // without a network there is none to be found
}

/** Register, then fill what is missing; once more a little later where that fails. */
async function attempt() {
  clearTimeout(retry);
  if (recall(REMOVED)) return;
  let registration;
  try {
    registration = await navigator.serviceWorker.register(`${BASE}sw.js`, { updateViaCache: "none" });
  } catch {
    registration = await navigator.serviceWorker.getRegistration(BASE).catch(() => undefined);
    if (!registration && !await canStore()) return tell({ kind: "refused", why: "private" });
    if (!registration) return fail("stopped"); // a portal answers for the worker too
  }
  watch(registration);
  if (registration.active) await fillMissing(registration.active, registration);
  else tell({ kind: "saving" });
}

/** Whether this window may store files at all. */
async function canStore() {
  return caches.has("webref-notices").then(() => true, () => false);
}

/** @type {ServiceWorkerRegistration|null} */
let current = null;
/** @type {"full"|"stopped"} */
let problem = "stopped"; // why the last installation failed, as its worker said

/** @param {ServiceWorkerRegistration} registration */
function watch(registration) {
  if (registration === current) return;
  current = registration;
  const follow = (/** @type {ServiceWorker|null} */ worker) => worker?.addEventListener("statechange", () => changed(registration, worker));
  follow(registration.installing);
  registration.addEventListener("updatefound", () => follow(registration.installing));
}

/**
 * Go on when a worker has installed; where it failed, say so, and keep what is saved already.
 * @param {ServiceWorkerRegistration} registration @param {ServiceWorker} worker
 */
async function changed(registration, worker) {
  const { state } = worker;
  if (state === "installed" && registration.active) {
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS)); // a kill switch does not wait
    if (registration.waiting) await fillMissing(registration.active, registration);
  }
  if (state === "activated") await fillMissing(worker, registration);
  if (state !== "redundant" || registration.waiting) return;
  if (registration.active) tell({ trouble: problem });
  else fail(problem);
}

/**
 * Save what the active worker lacks, its boot set first, and offer the edition that waits.
 * @param {ServiceWorker} worker @param {ServiceWorkerRegistration} registration
 */
async function fillMissing(worker, registration) {
  let answer = await ask(worker, { ask: "state" });
  off ||= answer.off;
  if (off) return tell({ kind: "refused", why: "ended", own: null, offer: null });
  for (const set of ["boot", "rest"]) {
    if (answer.own.sets?.[set].whole) continue;
    show(answer, "saving");
    answer = await ask(worker, { ask: "save", set });
    if (answer.problem) break;
  }
  const whole = answer.own.sets?.boot.whole && answer.own.sets.rest.whole;
  if (!answer.own.sets) fail(answer.problem);
  else show(answer, whole ? "ready" : answer.problem === "full" ? "full" : "incomplete");
  if (!whole) tryLater();
  await offer(registration, answer);
  if (whole && !answer.own.sets.record?.whole) await ask(worker, { ask: "save", set: "record" }); // last, unsaid
  if (whole && OWN) await import("./alone.js").then(({ dropUnseen }) => dropUnseen(BASE.slice(1, -1)));
}

/** @param {{own: EditionState, window: EditionState|null}} answer @param {Saved["kind"]} kind */
function show(answer, kind) {
  tell({ kind, own: answer.own, window: answer.window });
}

/** Nothing is saved: say why, and try again while the page is open. @param {"full"|"stopped"} why */
function fail(why) {
  tell({ kind: why === "full" ? "full" : "none", own: null, window: null });
  tryLater();
}

function tryLater() {
  clearTimeout(retry);
  retry = setTimeout(attempt, RETRY_MS);
}

/**
 * Offer what waits; where nothing is saved there is nothing to lose, and it takes over at once.
 * @param {ServiceWorkerRegistration} registration @param {{own: EditionState}} answer
 */
async function offer(registration, answer) {
  const { waiting } = registration;
  if (!waiting) return tell({ offer: null });
  if (!answer.own.sets) return waiting.postMessage({ ask: "take over" });
  const { own } = await ask(waiting, { ask: "state" });
  if (own) tell({ offer: own.edition === answer.own.edition ? null : own });
}

/** The reader's tap: the waiting edition takes over, and this window opens it. */
export async function takeOver() {
  const registration = await navigator.serviceWorker.getRegistration(BASE);
  if (!registration?.waiting) return window.location.reload();
  takingOver = true;
  registration.waiting.postMessage({ ask: "take over" });
}

/** Only the window in which the reader tapped opens the new edition; others are told. */
async function controllerChanged() {
  if (takingOver) return window.location.reload();
  if (current?.active) await fillMissing(current.active, current);
}

/**
 * What a worker says while it saves; an update's progress leaves the saved edition as it is.
 * @param {{base?: string, state?: EditionState, problem?: "full"|"stopped"}} news
 */
function heard(news) {
  if ((news.base ?? BASE) !== BASE) return; // of another pack of the library
  if (news.problem) problem = news.problem;
  if (news.problem === "full" && saved.kind === "none") fail("full"); // it may come after the worker's end
  if (news.problem === "full" && saved.trouble) tell({ trouble: "full" });
  if (!news.state || (saved.kind !== "saving" && saved.kind !== "ready")) return; // late word of what failed
  if (!saved.own?.sets || saved.own.edition === news.state.edition) tell({ own: news.state });
}

/** The server holds another edition: let the browser look at its worker. @param {string} edition */
async function serverHas(edition) {
  if (!saved.own?.sets || saved.own.edition === edition) return;
  const registration = await navigator.serviceWorker.getRegistration(BASE);
  await registration?.update().catch(() => undefined);
}

/** Hash everything saved again, save what proves wrong or missing, and look for another edition. */
export async function checkAll() {
  const registration = await navigator.serviceWorker.getRegistration(BASE);
  if (!registration?.active) return attempt();
  await ask(registration.active, { ask: "verify" });
  await registration.update().catch(() => undefined);
  await fillMissing(registration.active, registration);
}

/** Save the PDFs as well, those of later editions too. @returns {Promise<boolean>} whether all of them are saved now */
export async function savePdfs() {
  remember(PDFS, "1");
  const registration = await navigator.serviceWorker.getRegistration(BASE);
  if (!registration?.active) return false;
  const answer = await ask(registration.active, { ask: "save", set: "pdf" });
  show(answer, saved.kind);
  return answer.own.sets?.pdf.whole ?? false;
}

/** The name of an edition's cache. @param {string} edition @param {string} own what ends the names of its pack */
export const cacheOf = (edition, own = OWN) => `webref-edition${own}-${edition}`;

/** Whether a cache is of this page's pack; an edition that stands alone has all there is. @param {string} name */
const isOwn = (name) => name === cacheOf(name.slice(-64)) || name === `webref-windows${OWN}` || name === `webref-before${OWN}`
  || (OWN === "" && name === "webref-notices");

/** An update brings new PDFs; a reader who wanted the old ones wants them too. */
export function wantPdfs() {
  if (wanted || saved.kind !== "ready" || !recall(PDFS) || saved.own?.sets?.pdf.whole) return;
  wanted = true;
  savePdfs();
}

/** Remove everything saved here, the worker included, until the reader asks to save again. */
export async function remove() {
  remember(REMOVED, "1");
  remember(PDFS, null);
  const registration = await navigator.serviceWorker.getRegistration(BASE);
  await registration?.unregister();
  for (const name of await caches.keys()) if (isOwn(name)) await caches.delete(name);
  if (OWN) await import("./alone.js").then(({ dropAlone }) => dropAlone(BASE.slice(1, -1)));
  tell({ kind: "removed", own: null, window: null, offer: null });
}

/** Save on this device again after a removal. */
export async function saveAgain() {
  remember(REMOVED, null);
  await attempt();
}
