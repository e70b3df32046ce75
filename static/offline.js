// What a page says about the edition it came from: saved or not, how old, withdrawn or not.

import { BASE, OWN } from "./base.js";
import { clockIsWrong, longDate, today } from "./offline/age.js";
import { hideBanner, showBanner } from "./offline/banner.js";
import { knownEdition, learn } from "./offline/known.js";
import { recall, remember } from "./offline/memory.js";
import { say } from "./say.js";
import { isKept, noticesFor, refreshNotices, startNotices, unheard } from "./offline/notices.js";
import { OPENS_MS, cacheOf, lookAgain, savedState, start, takeOver, wantPdfs } from "./offline/worker.js";
import { compareIfDue, lastChecked, startChecking } from "./offline/server.js";

const LATER = "webref-told"; // the edition whose offer the reader put off
const SHOWN = "webref-shown"; // the edition of which the reader knows what it changed
const KNOWN = "webref-known"; // set once everything was found saved, until it is found not to be
const PAINTED_MS = 200; // after a page was put in place; nothing that is asked holds it up

/** @typedef {import("./offline/worker.js").Edition} Known */

/** The server's list, as it said last. @type {Known|null} */
let served = null;

/** Whether everything was saved when the worker was last asked; it may take a while to say so again. */
const wasReady = () => Boolean(navigator.serviceWorker?.controller && recall(KNOWN));

/** The words of the badge. @returns {string} */
function badgeText() {
  const { kind, own, why } = savedState();
  const { boot, rest } = own?.sets ?? {};
  const count = boot && rest ? say("panel.of", { count: boot.saved + rest.saved, all: boot.total + rest.total }) : "";
  switch (kind) {
    case "ready": return say("badge.ready", { count, edition: own?.edition.slice(0, 7) ?? "" });
    case "saving": return say(count ? "badge.saving" : "badge.saving-none", { count });
    case "incomplete": return say("badge.incomplete", { count });
    case "full": return say(count ? "badge.full" : "badge.full-none", { count });
    case "none": return say("badge.none");
    case "removed": return say("badge.removed");
    case "refused": return say("badge.refused", { why: say(`refused.${why}`) });
    default: return say(wasReady() ? "badge.known" : "badge.unknown");
  }
}

/** @param {string} selector @returns {NodeListOf<HTMLElement>} */
const elements = (selector) => document.querySelectorAll(selector);

/** New words stand anew at the end of their line; grown towards its start, they would move. @param {HTMLElement} badge @param {string} text */
function setWords(badge, text) {
  const words = badge.querySelector("[data-offline-text]");
  if (!words || words.textContent === text) return;
  words.textContent = text;
  badge.replaceChildren(...[...badge.children].map((one) => one.cloneNode(true)));
}

function showBadge() {
  const { kind, own } = savedState();
  const shown = kind === "unknown" && wasReady() ? "known" : kind;
  for (const badge of elements("[data-offline]")) {
    badge.dataset.offline = shown;
    setWords(badge, badgeText());
  }
  for (const words of elements("[data-offline-text]")) words.textContent = badgeText();
  const { boot, rest } = own?.sets ?? {};
  for (const bar of elements("[data-offline-progress]")) {
    bar.hidden = kind !== "saving" || !boot;
    if (boot && rest) Object.assign(bar, { max: boot.total + rest.total, value: boot.saved + rest.saved });
  }
}

/** What each edition changes against the one of this window, said. @type {Map<string, Promise<Node>>} */
const changes = new Map();

/** @param {string} from edition @param {string} to edition */
function changed(from, to) {
  const key = `${from} ${to}`;
  const said = changes.get(key) ?? import("./changes/offer.js").then(({ whatChanges }) => whatChanges(from, to))
    .catch(() => new Text(say("banner.changes-unknown")));
  changes.set(key, said);
  return said;
}

/** The edition that may be opened in place of this window's; null where there is none, or it was put off. */
function offered() {
  const { offer, own, window: here } = savedState();
  const behind = own && here && here.edition !== own.edition;
  const other = offer ?? (behind ? own : null);
  const told = other && recall(LATER) === other.edition;
  return told || document.body.dataset.kind === "card" ? null : other; // nothing comes before a card's steps
}

/** The edition that was asked for and did not open. */
let late = "";

/** What it changes is said with the offer, so that nobody consents to it unseen. */
async function showOffer() {
  const other = offered();
  if (!other) return hideBanner("offer");
  const { own, window: here } = savedState();
  const more = await changed((here ?? own)?.edition ?? "", other.edition);
  if (offered()?.edition !== other.edition) return;
  const older = here?.date && other.date < here.date;
  const named = { edition: other.edition.slice(0, 7), date: longDate(other.date) };
  if (late === other.edition) return showBanner("offer", { level: "warn", title: say("banner.late"), text: say("banner.late-text", named) });
  showBanner("offer", {
    level: older ? "warn" : "note",
    title: say(older ? "banner.older" : "banner.newer"),
    text: older ? say("banner.older-text", { ...named, here: longDate(here.date) }) : say("banner.newer-text", named),
    more: more.cloneNode(true),
    buttons: [
      { label: say("banner.open"), press: () => consent(other.edition) },
      { label: say("banner.later"), press: () => later(other.edition) },
    ],
  });
}

/** A browser may not let go of a worker, for minutes; once no window is open it does. @param {string} name */
function consent(name) {
  remember(SHOWN, name); // what it changes stands above
  takeOver();
  setTimeout(() => {
    late = name;
    showOffer();
  }, OPENS_MS);
}

/** A browser lets an edition take over that waits while no page is open: then what it changed is said afterwards. */
async function showTaken() {
  const { own, window: here } = savedState();
  if (!here?.sets || own?.edition !== here.edition) return; // another window's reader has read it
  const last = recall(SHOWN);
  if (!last) remember(SHOWN, here.edition);
  if (last === here.edition) caches.delete(`webref-before${OWN}`); // read on a page that was left before it forgot
  if (!last || last === here.edition || document.body.dataset.kind === "card") return hideBanner("taken");
  const more = await changed(last, here.edition);
  const named = { edition: here.edition.slice(0, 7), date: longDate(here.date), before: last.slice(0, 7) };
  showBanner("taken", {
    level: "warn",
    title: say("banner.taken"),
    text: say("banner.taken-text", named),
    more: more.cloneNode(true),
    buttons: [{ label: say("banner.taken-read"), press: () => read(here.edition) }],
  });
}

/** @param {string} name */
function read(name) {
  remember(SHOWN, name);
  hideBanner("taken");
  import("./changes/taken.js").then(({ forget }) => forget()).catch(() => {});
}

/** Where an edition has taken over, keep what the one before it said: its worker tidies that away once it is asked. */
async function keepBefore() {
  if (OWN && recall(SHOWN) === null) await import("./offline/alone.js").then(({ shownAlone }) => shownAlone(BASE.slice(1, -1)));
  const last = recall(SHOWN);
  if (!last || !navigator.serviceWorker?.controller) return;
  const names = (await caches.keys()).filter((name) => name === cacheOf(name.slice(-64)));
  if (names.length < 2 || !names.includes(cacheOf(last))) return;
  const registration = await navigator.serviceWorker.getRegistration(BASE);
  if (!registration?.waiting) await import("./changes/taken.js").then(({ keep }) => keep(last));
}

/** @param {string} name */
function later(name) {
  remember(LATER, name);
  hideBanner("offer");
}

function showAge() {
  const known = knownEdition();
  if (!known) return;
  const now = new Date();
  if (clockIsWrong(now, known.date, lastChecked())) {
    showBanner("clock", {
      level: "warn",
      title: say("banner.clock"),
      text: say("banner.clock-text", { today: longDate(today(now)), made: longDate(known.date) }),
    });
  } else hideBanner("clock");
  const due = document.body.dataset.reviewBy || known.review_by;
  if (today(now) >= due) {
    showBanner("due", {
      level: "warn",
      title: say("banner.due"),
      text: say("banner.due-text", { date: longDate(due) }),
    });
  } else hideBanner("due");
}

function showNotices() {
  const found = noticesFor(document.body.dataset.page ?? "", knownEdition()?.edition ?? "");
  const names = new Set(found.map(({ id }) => `notice-${id}`));
  for (const old of elements("[data-banner^='notice-']")) {
    if (!names.has(old.dataset.banner ?? "")) old.remove();
  }
  for (const { id, date, level, text } of found) {
    const stop = level === "withdrawn";
    const title = say(stop ? "banner.withdrawn" : "banner.notice", { date: longDate(date) });
    showBanner(`notice-${id}`, { level: stop ? "stop" : "warn", title, text });
  }
}

/** Say where recalls may be missing: none heard of for long, or none that this device can remember. */
function showHeard() {
  const missing = unheard(new Date(), lastChecked());
  if (missing) showBanner("heard", { level: "warn", ...missing });
  else hideBanner("heard");
  if (isKept() || !savedState().own?.sets) return hideBanner("forgotten");
  showBanner("forgotten", {
    level: "warn",
    title: say("banner.forgotten"),
    text: say("banner.forgotten-text"),
  });
}

function showEdition() {
  const known = knownEdition();
  if (!known) return;
  for (const place of elements("[data-edition], [data-edition-printed]")) {
    place.textContent = say("banner.edition", { edition: known.edition.slice(0, 7), date: longDate(known.date) });
  }
}

/** @param {Known} found */
function show(found) {
  learn(found);
  showEdition();
  showAge();
  showNotices();
}

/** The server's edition is this page's only if no worker answered it, which one may take a while to say. */
function learnServed() {
  const { kind, window: here } = savedState();
  const told = kind !== "unknown" || !navigator.serviceWorker?.controller;
  if (!knownEdition() && served && told && !here) show(served);
}

let asking = 0;

/** Ask worker and server what every page asks when it is loaded. */
function askAgain() {
  lookAgain();
  refreshNotices();
  compareIfDue();
}

document.addEventListener("webref:saved", () => {
  const { kind } = savedState();
  if (kind !== "unknown" && kind !== "saving") remember(KNOWN, kind === "ready" ? "1" : null);
  const here = savedState().window;
  if (here?.date && here.edition !== knownEdition()?.edition) show(here);
  learnServed();
  showBadge();
  showOffer();
  showTaken();
  showHeard();
  wantPdfs();
});
document.addEventListener("webref:notices", () => {
  showNotices();
  showHeard();
});
document.addEventListener("webref:checked", (event) => {
  served = /** @type {CustomEvent} */ (event).detail;
  learnServed();
  showAge();
  showHeard();
});
document.addEventListener("webref:page", () => {
  for (const show of [showEdition, showAge, showNotices, showBadge, showOffer, showTaken, showHeard]) show();
  clearTimeout(asking);
  asking = setTimeout(askAgain, PAINTED_MS);
});
document.addEventListener("visibilitychange", () => {
  showAge();
  showHeard();
});

showBadge();
if (document.querySelector("[data-offline-heading]")) import("./offline/panel.js").then(({ startPanel }) => startPanel());
if (document.body.dataset.draft) import("./signing/state.js").then((signing) => signing.start()).catch(() => {});
startNotices();
startChecking();
keepBefore().catch(() => {}).then(start); // told as unknown where it could not be kept
