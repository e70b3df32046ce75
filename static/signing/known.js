// The people of this page's edition, and those whose editions this device has trusted before.

import { BASE } from "../base.js";
import { recall, remember } from "../offline/memory.js";
import { readPeople } from "./signatures.js";

/** @typedef {import("./signatures.js").People} People */

const TRUSTED = "webref-people"; // in localStorage: people.json of the last edition that enough of them signed

/** Whom this device trusts; null before the first edition that enough have signed. @returns {People|null} */
export const trusted = () => readPeople(recall(TRUSTED) ?? "");

/** @param {People} people those of an edition that enough have signed */
export const trust = (people) => remember(TRUSTED, JSON.stringify(people));

/** The people of this page's edition, as its worker or the server gives them. @returns {Promise<People|null>} */
export async function own() {
  const response = await fetch(`${BASE}people.json`);
  return response.ok ? readPeople(await response.text()) : null;
}
