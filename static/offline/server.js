// The last comparison with the server: which edition it holds, and when it said so.

import { BASE } from "../base.js";
import { recall, remember } from "./memory.js";

const CHECKED = "webref-checked"; // in localStorage: milliseconds of the last good answer
const EVERY_MS = 600000;

/** When the server last named its edition, in milliseconds; 0 where it never did. */
export function lastChecked() {
  return Number(recall(CHECKED)) || 0;
}

/** Compare on every page, and when the network returns. */
export async function startChecking() {
  window.addEventListener("online", compare);
  await compareIfDue();
}

/** Compare on every page without a worker, else every ten minutes. */
export async function compareIfDue() {
  const age = Date.now() - lastChecked();
  if (!navigator.serviceWorker?.controller || age > EVERY_MS || age < 0) await compare();
}

/**
 * Ask the server for its edition; a portal's page is no answer.
 * @returns {Promise<boolean>} whether the server named an edition
 */
export async function compare() {
  try {
    const response = await fetch(`${BASE}edition.json`, { cache: "no-store" });
    const list = response.ok ? await response.json() : null;
    if (!/^[0-9a-f]{64}$/.test(list?.edition)) return false;
    remember(CHECKED, String(Date.now()));
    document.dispatchEvent(new CustomEvent("webref:checked", { detail: list }));
    return true;
  } catch {
    return false;
  }
}
