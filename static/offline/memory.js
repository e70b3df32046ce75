// localStorage, which throws where the browser is told to keep nothing; each pack has its own names there.

import { OWN } from "../base.js";
import "./before.js";

/** @param {string} key @param {string} [pack] */
const nameOf = (key, pack) => key + (pack ? `-${pack}` : pack ?? OWN);

/**
 * @param {string} key
 * @param {string} [pack] another one of the library than this page's; "" for what stands at "/"
 * @returns {string|null}
 */
export function recall(key, pack) {
  try {
    return localStorage.getItem(nameOf(key, pack));
  } catch {
    return null;
  }
}

/**
 * @param {string} key @param {string|null} value null forgets it
 * @param {string} [pack] as for `recall`
 */
export function remember(key, value, pack) {
  const name = nameOf(key, pack);
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // nothing is kept here, and the page says so itself
  }
}
