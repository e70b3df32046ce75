// A search over the packs that are saved: their pages and headings, emergency cards first.

import { savedPacks } from "./saved.js";

/** @typedef {import("./saved.js").Find} Find */
/** @typedef {{drug: string, find: Find}} Hit */

const MOST = 20; // hits that are shown

/** Lower case without accents, as a reader may type it. @param {string} text */
export const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** @param {string} text @returns {string[]} */
const wordsOf = (text) => folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** @param {string[]} words @param {string} asked */
const begins = (words, asked) => words.some((word) => word.startsWith(asked));

/** @type {Promise<{drug: string, named: string[], finds: {find: Find, words: string[]}[]}[]> | null} */
let packs = null;

async function readPacks() {
  return (await savedPacks()).map(({ title, words, finds }) => ({
    drug: title,
    named: [title, ...words].flatMap(wordsOf),
    finds: finds.map((find) => ({ find, words: wordsOf(`${find[2]} ${find[4]}`) })),
  }));
}

/** What is saved may have changed: it is read again at the next question. */
export function forget() {
  packs = null;
}

/**
 * What is found of a question, and in how many drugs was looked. Each word begins one of the hit or
 * of its drug's names; where all are names of a drug, its emergency cards are found.
 * @param {string} question @returns {Promise<{hits: Hit[], count: number}>}
 */
export async function findIn(question) {
  packs ??= readPacks();
  const known = await packs;
  const asked = wordsOf(question);
  const found = known.flatMap(({ drug, named, finds }) => finds.filter(({ find, words }) => {
    const own = asked.filter((word) => begins(words, word));
    return asked.length > 0 && (own.length || find[1]) && asked.every((word) => own.includes(word) || begins(named, word));
  }).map(({ find }) => ({ drug, find })));
  const alarms = found.filter(({ find }) => find[1]);
  return { hits: [...alarms, ...found.filter(({ find }) => !find[1])].slice(0, MOST), count: known.length };
}
