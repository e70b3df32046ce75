// A second check by another person: what begins one, here or by the code of another phone. Its
// script comes when it is asked for.

import { say as sayHere } from "../say.js";

/** @typedef {import("../second/check.js").Ways} Ways */

const FRAGMENT = "#second?";
const EDITION = /^[0-9a-f]{12}$/;

/** The link by which another phone opens this page for a check: it holds no entry. @param {string} edition */
export const linkToCheck = (edition) => (
  `${location.origin}${location.pathname}${FRAGMENT}${new URLSearchParams({ edition: edition.slice(0, 12) })}`
);

/**
 * Bring second checks to life.
 * @param {HTMLElement} root the page's content
 * @param {HTMLFormElement} form
 * @param {Omit<Ways, "shut" | "done">} ways
 * @returns {{begin: () => void, bring: () => void, isShut: () => boolean, isOn: () => boolean, end: () => void}}
 *   `bring` begins one that the address asks for
 */
export function startTwice(root, form, ways) {
  /** @type {ReturnType<typeof import("../second/check.js").startCheck> | null} */
  let check = null;
  let isShut = false;

  /** What stands around the answer goes with it. @param {boolean} away */
  function shut(away) {
    const reopens = isShut && !away;
    isShut = away;
    const sheet = root.querySelector('[data-action="worksheet"]')?.parentElement;
    for (const part of [form, ...root.querySelectorAll("#answer, [data-share], [data-carry]"), sheet]) {
      if (part instanceof HTMLElement) part.hidden = away;
    }
    if (reopens && form.isConnected) form.dispatchEvent(new Event("input")); // nothing was answered meanwhile
  }

  async function load() {
    const { startCheck } = await import("../second/check.js");
    if (!form.isConnected) return null;
    check ??= startCheck(root, form, { ...ways, shut, done: () => { check = null; } });
    return check;
  }

  const begin = () => load().then((found) => found?.offer(), () => ways.say(sayHere("share.second-lost")));

  function bring() {
    if (!location.hash.startsWith(FRAGMENT)) return;
    const edition = new URLSearchParams(location.hash.slice(FRAGMENT.length)).get("edition") ?? "";
    history.replaceState(history.state, "", location.pathname + location.search);
    if (EDITION.test(edition)) load().then((found) => found?.invite(edition), () => ways.say(sayHere("share.second-lost")));
  }
  return { begin, bring, isShut: () => isShut, isOn: () => check !== null, end: () => check?.end() };
}
