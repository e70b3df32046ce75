// A filled calculation as a link: its entries stand in the fragment of an address, which reaches no
// server, and which is taken off where the link is opened. webref/web/worksheets.py prints the same.

import { say } from "../say.js";

/** @typedef {import("./fields.js").Fields} Fields */
/** @typedef {{query: string, edition: string}} Linked entries as a query, and the edition that the link was made with */

const FRAGMENT = "#entries?";
const LONGEST = 2000; // characters of a fragment; the longest form fills a quarter
const ENTRY = 60; // characters of one entry; the engine reads fewer
const EDITION = /^[0-9a-f]{12}$/;

/** The link to this page with entries in it. @param {string} query as of `Fields.entered` @param {string} edition */
export function linkTo(query, edition) {
  const filled = new URLSearchParams([...new URLSearchParams(query)].filter(([, value]) => value));
  const fragment = new URLSearchParams({ edition: edition.slice(0, 12), entries: filled.toString() });
  return `${location.origin}${location.pathname}${FRAGMENT}${fragment}`;
}

/**
 * What a link brings, taken off the address first; null where the address is no such link.
 * @param {Fields} fields
 * @returns {Linked | "refused" | null} refused where one entry is unknown, twice there, or no choice of this form
 */
export function takeLink(fields) {
  const { hash } = location;
  if (!hash.startsWith(FRAGMENT)) return null;
  history.replaceState(history.state, "", location.pathname + location.search);
  const brought = [...new URLSearchParams(hash.slice(FRAGMENT.length))];
  const { edition = "", entries = "" } = Object.fromEntries(brought);
  const query = [...new URLSearchParams(entries)];
  const names = query.map(([name]) => name);
  const fits = hash.length <= LONGEST && brought.length === 2 && EDITION.test(edition) && query.length > 0
    && new Set(names).size === names.length && query.every(([name, value]) => isEntry(fields, name, value));
  return fits ? { query: entries, edition } : "refused";
}

/** Say that nothing of a link was entered, until something else is. @param {HTMLFormElement} form */
export function tellRefused(form) {
  const mark = document.createElement("p");
  mark.className = "carried";
  mark.setAttribute("role", "status");
  mark.textContent = say("share.refused");
  form.prepend(mark);
  form.addEventListener("input", ({ target }) => target !== form && mark.remove());
}

/** Whether a value may stand in a field: short, of plain characters, and of a choice one of its options. @param {Fields} fields @param {string} name @param {string} value */
function isEntry(fields, name, value) {
  const controls = [...fields.controls(name)];
  return value.length <= ENTRY && /^[ -~]+$/.test(value) && controls.length > 0
    && (controls[0].type !== "radio" || controls.some((control) => control.value === value));
}
