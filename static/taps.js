// A tap on a link puts the page that it leads to in this one's place. Whatever cannot be put there is loaded.

import { keepAhead, textOf } from "./ahead.js";
import { BASE } from "./base.js";
import { swap } from "./swap.js";
import { enter, resume, step } from "./visits.js";

const TOUCH_MS = 1000; // a finger that rests for longer asks for something else
const WAIT_MS = 2000; // then the browser loads the page, and shows that it does

/** @param {{pathname: string, search: string}} place */
const addressOf = ({ pathname, search }) => pathname + search;

/** What the page shown was asked for by. */
let shown = addressOf(location);

/** The path of the page that was shown before. */
let left = "";

/** The tap or step that counts; one that a later one overtook does nothing. */
let latest = 0;

let marking = false;

/** Pages have folders for addresses; the one about this device and those of other packs are always loaded. @param {URL} url */
const isPage = ({ origin, pathname, search }) => (
  origin === location.origin && pathname.startsWith(BASE) && pathname.endsWith("/")
  && pathname !== `${BASE}offline/` && search === ""
);

/** Where a link leads, if that page can be put in place. @param {Element | null} link */
function leadsTo(link) {
  if (!(link instanceof HTMLAnchorElement) || link.target || link.hasAttribute("download")) return null;
  const url = new URL(link.href);
  const isHere = addressOf(url) === shown; // a heading of this page, or this page anew
  return isPage(url) && !isHere && navigator.serviceWorker?.controller ? url : null;
}

/** Where a click leads, if that page can be put in place. @param {MouseEvent} event */
function destination(event) {
  const { defaultPrevented, button, altKey, ctrlKey, metaKey, shiftKey, target } = event;
  if (defaultPrevented || button !== 0 || altKey || ctrlKey || metaKey || shiftKey) return null;
  return leadsTo(target instanceof Element ? target.closest("a[href]") : null);
}

/**
 * The page that a finger on a link asks for, while it is not yet lifted.
 * @type {{path: string, at: number, page: Promise<Document | null>} | null}
 */
let touched = null;

/** Begin with a page as soon as its link is touched. @param {PointerEvent} event */
function touch({ target }) {
  const url = leadsTo(target instanceof Element ? target.closest("a[href]") : null);
  touched = url && { path: url.pathname, at: performance.now(), page: read(url) };
}

/** The page of an address: the one begun with, if the finger that lifts is the one that touched. @param {URL} url */
function taken({ pathname }) {
  const begun = touched;
  touched = null; // what is put in place is of one use
  return begun?.path === pathname && performance.now() - begun.at < TOUCH_MS ? begun.page : null;
}

/** A page of this window's edition, parsed; null where the worker does not answer with one in time. @param {URL} url */
async function read(url) {
  const text = textOf(url.pathname);
  const late = () => new Promise((resolve) => { setTimeout(resolve, WAIT_MS); });
  const whole = typeof text === "string" ? text : await Promise.race([text, late()]).catch(() => "");
  return whole ? new DOMParser().parseFromString(/** @type {string} */ (whole), "text/html") : null;
}

/** Have at hand what a tap may lead to, and Back. */
export const readAhead = () => keepAhead((link) => leadsTo(link)?.pathname ?? null, left);

/** Scripts that hold for every page: the words said of a new one, and where its heading is. */
const said = document.createElement("p");
said.className = "hidden";
said.setAttribute("role", "status");

/** Lead eye, ear and keys to what was asked for. @param {(() => void) | null} back leads to where a page was left */
function lead(back) {
  if (location.hash) markTarget();
  const target = document.querySelector(":target");
  if (back) stay(back);
  else if (target) stay(() => target.scrollIntoView());
  else window.scrollTo(0, 0);
  const heading = /** @type {HTMLElement | null} */ (document.querySelector("h1"));
  if (heading && !target) {
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }
  said.textContent = document.title;
}

/** Lead to a place of a new page now, and again when heights that were guessed are known. @param {() => void} there */
function stay(there) {
  const mine = latest;
  const again = () => { if (mine === latest) there(); };
  there();
  requestAnimationFrame(() => requestAnimationFrame(again));
}

/** Only a step to an anchor marks it as the target, and steps of a protocol are shown by that. */
function markTarget() {
  const { state } = history;
  marking = true; // the browser tells of it as of a step
  location.replace(location.href);
  history.replaceState(state, "");
  marking = false;
}

/**
 * Answer taps on links, and Back and Forward between what they put in place.
 * @param {(put: () => HTMLElement) => void} change ends what the page shown has running, calls
 *   `put`, and starts what the new content needs
 */
export function startTaps(change) {
  document.body.append(said);

  /** @param {URL} url @param {() => (() => void) | null} arrive notes the visit; leads to where it was left */
  async function turn(url, arrive) {
    const mine = latest += 1;
    const page = isPage(url) ? await (taken(url) ?? read(url)) : null;
    if (mine !== latest) return true;
    if (!page) return false;
    try {
      /** @type {(() => void) | null} */
      let back = null;
      change(() => { // what the page left has running is stopped by now
        back = arrive();
        return swap(page);
      });
      left = shown.split("?")[0];
      shown = addressOf(url);
      lead(back);
    } catch (error) {
      console.error(error);
      location.reload(); // the address is the new one already
      return true;
    }
    document.dispatchEvent(new CustomEvent("webref:page"));
    return true;
  }

  document.addEventListener("pointerdown", touch, { passive: true });
  document.addEventListener("click", async (event) => {
    const url = destination(event);
    if (!url) return;
    event.preventDefault();
    const arrive = () => {
      enter(url.href);
      return null;
    };
    if (!await turn(url, arrive)) location.assign(url.href);
  });

  window.addEventListener("popstate", async () => {
    if (marking) return;
    if (addressOf(location) === shown) {
      latest += 1; // a page on its way is no longer asked for
      return step();
    }
    if (!await turn(new URL(location.href), resume)) location.reload();
  });
}
