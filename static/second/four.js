// Four words that stand for one side of a check: the same on two phones where both reached the same.

import { say } from "./say.js";

/** @typedef {import("./compare.js").Side} Side */

const HEAD = "webref second check 1"; // what they stand for, so that they are the same for nothing else
const COUNT = 4;

/** The words that may be read aloud. */
export const listed = () => say("second.list").split(" ");

/**
 * The four words of a side: its digest's first four bytes, a word for each.
 * @param {Side} side one with an answer
 * @returns {Promise<string[]>}
 * @throws {TypeError} at an address where the browser hashes nothing
 */
export async function fourWords({ drug, title, edition, entries, answers }) {
  const values = [entries, answers].map((all) => all.map(({ id, exact }) => [id, exact]));
  const text = `${HEAD}\n${JSON.stringify([drug, title, edition, ...values])}`;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  const words = listed();
  return [...digest.slice(0, COUNT)].map((byte) => words[byte]);
}
