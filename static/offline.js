// What a page says about the edition it came from: saved or not, how old, withdrawn or not.

import { clockIsWrong, longDate, today } from "./offline/age.js";
import { hideBanner, showBanner } from "./offline/banner.js";
import { recall, remember } from "./offline/memory.js";
import { isKept, noticesFor, startNotices, unheard } from "./offline/notices.js";
import { startPanel } from "./offline/panel.js";
import { savedState, start, takeOver } from "./offline/worker.js";
import { lastChecked, startChecking } from "./offline/server.js";

const LATER = "webref-told"; // the edition whose offer the reader put off

/** @typedef {import("./offline/worker.js").Edition} Known */

/** @type {Known|null} */
let known = null;

/** @type {(known: Known|null) => void} */
let settle;

/** The server's list, as it said last. @type {Known|null} */
let served = null;

/** The edition this page came from, settled once the worker or the server has said it. */
export const edition = new Promise((resolve) => { settle = resolve; });

/**
 * Why a page is withdrawn, or "" where it is not; the whole edition may be.
 * @param {string} page id such as calculators/dilution
 */
export function withdrawn(page) {
  const notice = noticesFor(page, known?.edition ?? "")
    .find(({ level, subject }) => level === "withdrawn" && subject !== "");
  return notice ? notice.text : "";
}

/** The words of the badge. @returns {string} */
function badgeText() {
  const { kind, own, why } = savedState();
  const { boot, rest } = own?.sets ?? {};
  const count = boot && rest ? `${boot.saved + rest.saved} of ${boot.total + rest.total}` : "";
  switch (kind) {
    case "ready": return `Ready offline: ${count}, edition ${own?.edition.slice(0, 7)}`;
    case "saving": return count ? `Saving: ${count}` : "Saving";
    case "incomplete": return `Incomplete: ${count}`;
    case "full": return count ? `No room left: ${count}` : "Not saved here (no room left)";
    case "none": return "Not saved yet";
    case "removed": return "Not saved here (removed)";
    case "refused": return `Not saved here (${why})`;
    default: return "Offline";
  }
}

/** @param {string} selector @returns {NodeListOf<HTMLElement>} */
const elements = (selector) => document.querySelectorAll(selector);

function showBadge() {
  const { kind, own } = savedState();
  for (const badge of elements("[data-offline]")) badge.dataset.offline = kind;
  for (const words of document.querySelectorAll("[data-offline-text]")) words.textContent = badgeText();
  const { boot, rest } = own?.sets ?? {};
  for (const bar of elements("[data-offline-progress]")) {
    bar.hidden = kind !== "saving" || !boot;
    if (boot && rest) Object.assign(bar, { max: boot.total + rest.total, value: boot.saved + rest.saved });
  }
}

function showOffer() {
  const { offer, own, window: here } = savedState();
  const behind = own && here && here.edition !== own.edition;
  const other = offer ?? (behind ? own : null);
  const told = other && recall(LATER) === other.edition;
  if (!other || told || document.body.dataset.kind === "card") return hideBanner("offer"); // nothing comes before a card's steps
  const older = here?.date && other.date < here.date;
  const named = `${other.edition.slice(0, 7)}, ${longDate(other.date)}.`;
  showBanner("offer", {
    level: older ? "warn" : "note",
    title: older ? "An older edition waits" : "A newer edition waits",
    text: older
      ? `${named} It lacks every correction made since, up to this one of ${longDate(here.date)}. `
        + "Open it only if those who publish this reference have gone back to it."
      : `${named} This page stays as it is until you open it.`,
    buttons: [{ label: "Open it", press: takeOver }, { label: "Later", press: () => later(other.edition) }],
  });
}

/** @param {string} name */
function later(name) {
  remember(LATER, name);
  hideBanner("offer");
}

function showAge() {
  if (!known) return;
  const now = new Date();
  if (clockIsWrong(now, known.date, lastChecked())) {
    showBanner("clock", {
      level: "warn",
      title: "This device's clock is wrong",
      text: `It says ${longDate(today(now))}, before this edition of ${longDate(known.date)} was made or last checked. `
        + "Ages and review dates cannot be told.",
    });
  } else hideBanner("clock");
  const due = document.body.dataset.reviewBy || known.review_by;
  if (today(now) >= due) {
    showBanner("due", {
      level: "warn",
      title: "Past its review date",
      text: `Due on ${longDate(due)}. Check each figure against the current label.`,
    });
  } else hideBanner("due");
}

function showNotices() {
  const found = noticesFor(document.body.dataset.page ?? "", known?.edition ?? "");
  const names = new Set(found.map(({ id }) => `notice-${id}`));
  for (const old of elements("[data-banner^='notice-']")) {
    if (!names.has(old.dataset.banner ?? "")) old.remove();
  }
  for (const { id, date, level, text } of found) {
    const stop = level === "withdrawn";
    const title = `${stop ? "Withdrawn" : "Notice"}, ${longDate(date)}`;
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
    title: "Recalls are not kept",
    text: "This device refused to store them. Without a network they are not shown here.",
  });
}

/** @param {Known} found */
function learn(found) {
  known = found;
  for (const place of document.querySelectorAll("[data-edition]")) {
    place.textContent = `Edition ${found.edition.slice(0, 7)}, ${longDate(found.date)}`;
  }
  showAge();
  showNotices();
  settle(found);
}

/** The server's edition is this page's only if no worker answered it, which one may take a while to say. */
function learnServed() {
  const { kind, window: here } = savedState();
  const told = kind !== "unknown" || !navigator.serviceWorker?.controller;
  if (!known && served && told && !here) learn(served);
}

document.addEventListener("webref:saved", () => {
  const here = savedState().window;
  if (here?.date && here.edition !== known?.edition) learn(here);
  learnServed();
  showBadge();
  showOffer();
  showHeard();
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
document.addEventListener("visibilitychange", () => {
  showAge();
  showHeard();
});

startPanel();
startNotices();
startChecking();
start();
