// Which edition a page is of, once the worker or the server has said it, and what recalls say of it.

import { noticesFor } from "./notices.js";

/** @typedef {import("./worker.js").Edition} Known */

/** @type {Known|null} */
let known = null;

/** @type {(known: Known) => void} */
let settle;

/** The edition this page came from, settled once it is known. @type {Promise<Known>} */
export const edition = new Promise((resolve) => { settle = resolve; });

/** The edition this page came from, null until it is known. */
export const knownEdition = () => known;

/** @param {Known} found */
export function learn(found) {
  known = found;
  settle(found);
}

/**
 * Why a page is withdrawn, or "" where it is not; the whole edition may be.
 * @param {string} page id such as calculators/dilution
 */
export function withdrawn(page) {
  const notice = noticesFor(page, known?.edition ?? "")
    .find(({ level, subject }) => level === "withdrawn" && subject !== "");
  return notice ? notice.text : "";
}
