// My list of a library: what each pack keeps of it, under that pack's own name in this device's memory.

import { recall, remember } from "../offline/memory.js";

/** @typedef {{id: string, url: string, title: string}} Pin */

const PINS = "webref-pins";
const NAMES = /^webref-pins-([a-z0-9-]+)$/;

/** @param {string} pack @returns {Pin[]} pages of the pack, at its own addresses alone */
export function pinsOf(pack) {
  try {
    const found = JSON.parse(recall(PINS, pack) ?? "[]");
    const own = new RegExp(`^/${pack}/([a-z0-9-]+/)*$`);
    return found.filter((/** @type {any} */ { id, url, title }) => (
      [id, url, title].every((text) => typeof text === "string") && own.test(url)
    ));
  } catch {
    return []; // written by something else
  }
}

/** @param {string} pack @param {Pin[]} pins */
export const keepPins = (pack, pins) => remember(PINS, pins.length ? JSON.stringify(pins) : null, pack);

/** The packs of which anything is on the list. @returns {string[]} */
export function listedPacks() {
  try {
    return Object.keys(localStorage).flatMap((name) => NAMES.exec(name)?.[1] ?? []).filter((pack) => pinsOf(pack).length).sort();
  } catch {
    return []; // this browser keeps nothing
  }
}

/** Whether the drug itself is on the list. @param {string} pack */
export const isListed = (pack) => pinsOf(pack).some(({ id }) => id === "home");

/** Put the drug itself on the list, or take it off. @param {string} pack @param {string} title */
export function toggleDrug(pack, title) {
  const others = pinsOf(pack).filter(({ id }) => id !== "home");
  keepPins(pack, isListed(pack) ? others : [{ id: "home", url: `/${pack}/`, title }, ...others]);
}
