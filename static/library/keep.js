// What this device keeps of the packs of a library: each by a worker of its own, from the page of the list.

import { dropAlone, dropUnseen } from "../offline/alone.js";
import { remember } from "../offline/memory.js";
import { ask } from "../offline/worker.js";

/** @typedef {import("../offline/worker.js").EditionState} EditionState */
/**
 * What is kept of a pack. `own` counts what its worker serves; `waits` is the edition that waits.
 * @typedef {{own: EditionState | null, waits: EditionState | null, problem?: string}} Kept
 */

/** @param {string} pack */
const base = (pack) => `/${pack}/`;

/** The worker of a pack, if this device keeps it. @param {string} pack */
async function registered(pack) {
  const found = await navigator.serviceWorker.getRegistration(base(pack));
  return found && new URL(found.scope).pathname === base(pack) ? found : null;
}

/**
 * Wait until a worker has come so far; it may have before a page hears of it, and then says nothing more.
 * @param {ServiceWorker} worker @param {ServiceWorkerState[]} states
 */
const until = (worker, ...states) => new Promise((resolve) => {
  const look = () => states.includes(worker.state) && resolve(null);
  worker.addEventListener("statechange", look);
  look();
});

/** @param {ServiceWorkerRegistration} registration @returns {Promise<ServiceWorker | null>} the one that serves */
async function active(registration) {
  const worker = registration.installing ?? registration.waiting;
  if (!registration.active && worker) await until(worker, "activated", "redundant");
  return registration.active;
}

/**
 * What a worker counts of its edition; null once another has taken its place, since it answers nothing then.
 * @param {ServiceWorker} worker @returns {Promise<EditionState | null>}
 */
const counted = (worker) => Promise.race([
  ask(worker, { ask: "state" }).then(({ own }) => own), until(worker, "redundant").then(() => null),
]);

/** What is kept of a pack, as its worker counts it. @param {string} pack @returns {Promise<Kept>} */
export async function kept(pack) {
  const registration = await registered(pack);
  if (!registration?.active) return { own: null, waits: null };
  const { active: serves, waiting } = registration;
  const own = await counted(serves);
  const waits = waiting && await counted(waiting);
  if (registration.active !== serves || !own) return kept(pack); // another took over while they were asked
  return { own, waits: waits && waits.edition !== own.edition ? waits : null };
}

/**
 * Tell once the edition that waits has taken over, as it does by itself where no window of the pack is open.
 * @param {string} pack @param {() => void} tell
 */
export async function whenTaken(pack, tell) {
  const waiting = (await registered(pack))?.waiting;
  if (!waiting) return tell(); // it has
  await until(waiting, "activated");
  tell();
}

/**
 * Keep a pack: its worker is registered, and all but its PDFs saved.
 * @param {string} pack @returns {Promise<Kept>} with a `problem` where that failed
 */
export async function keep(pack) {
  remember("webref-removed", null, pack);
  const script = `${base(pack)}sw.js`;
  const worker = await navigator.serviceWorker.register(script, { updateViaCache: "none" }).then(active, () => null);
  if (!worker) return { own: null, waits: null, problem: "stopped" };
  for (const set of ["boot", "rest"]) {
    const { own, problem } = await ask(worker, { ask: "save", set });
    if (problem) return { own, waits: null, problem };
  }
  await ask(worker, { ask: "save", set: "record" }); // without it the changes of the next edition are unknown
  await dropUnseen(pack);
  return kept(pack);
}

/**
 * Let the browser look for another edition of a kept pack, and wait it out.
 * @param {string} pack @param {string} [listed] the edition that the list names
 * @returns {Promise<Kept>}
 */
export async function renew(pack, listed) {
  const found = await look(pack);
  // A look that had begun already answers for a later one too, and may have begun before the list's edition was there.
  return found.waits || !found.own?.sets || found.own.edition === listed ? found : look(pack);
}

/** @param {string} pack @returns {Promise<Kept>} */
async function look(pack) {
  const registration = await registered(pack);
  await registration?.update().catch(() => undefined);
  const worker = registration?.installing;
  if (worker) await until(worker, "installed", "activating", "activated", "redundant");
  return kept(pack);
}

/** The reader's tap: the edition that waits takes over. @param {string} pack @returns {Promise<Kept>} */
export async function take(pack) {
  const registration = await registered(pack);
  const worker = registration?.waiting;
  if (!worker) return kept(pack);
  worker.postMessage({ ask: "take over" });
  await until(worker, "activated", "redundant");
  const now = await kept(pack);
  remember("webref-shown", now.own?.edition ?? null, pack); // what it changes stood beside the tap
  return now;
}

/** Remove what this device keeps of a pack, and its worker, until the reader asks to keep it again. @param {string} pack */
export async function drop(pack) {
  remember("webref-removed", "1", pack);
  await (await registered(pack))?.unregister();
  for (const name of await caches.keys()) {
    if (name === `webref-windows-${pack}` || name === `webref-before-${pack}` || name === `webref-edition-${pack}-${name.slice(-64)}`) await caches.delete(name);
  }
  await dropAlone(pack);
}

/** The packs that this device keeps anything of. */
export async function keptPacks() {
  const found = await navigator.serviceWorker.getRegistrations();
  return found.map(({ scope }) => new URL(scope).pathname.slice(1, -1)).filter(Boolean);
}
