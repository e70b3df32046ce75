// The label followed, as this device remembers it: for each pack by itself, and never without a word.

import { recall, remember } from "../offline/memory.js";
import { say } from "../say.js";

/** Where it is kept. */
const remembered = () => `webref-label-${location.pathname.split("/")[1]}`;

/**
 * Bring the choice of a label to life.
 * @param {HTMLFormElement} form
 * @param {import("./fields.js").Fields} fields its fields
 * @returns {{keep: (label: string) => void, restore: () => void, tell: () => void}} `keep` remembers a
 *   label, `restore` chooses the one that is remembered unless one was asked for, `tell` says whether
 *   the one chosen is that
 */
export function startLabel(form, fields) {
  function tell() {
    const words = recall(remembered()) === fields.valueOf("label") ? say("form.remembered") : "";
    for (const place of form.querySelectorAll("[data-remembered]")) place.textContent = words;
  }

  /** @param {string} label */
  function keep(label) {
    remember(remembered(), label);
    tell();
  }

  function restore() {
    const label = recall(remembered());
    if (!label || fields.isFilled("label")) return;
    fields.choose("label", label);
    if (fields.isFilled("label")) tell();
  }
  return { keep, restore, tell };
}
