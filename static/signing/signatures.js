// Who signed an edition, and what that proves. webref/outputs/signing/ does the same in Python, and
// tests/outputs/signing/cases.py holds both.

import { verifies } from "./ed25519.js";

const HEAD = "webref edition signature 1"; // what a signature is of, so that it proves nothing else
const BYTES_MOST = 65536;
const [PEOPLE_MOST, SIGNATURES_MOST, NUMBER_MOST] = [20, 60, 999999999];
const KEY = /^[0-9a-f]{64}$/;
const SIGNATURE = /^[0-9a-f]{128}$/;
const DATE = /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/;
const NAME = /^[^<>\u0000-\u001f\u007f-\u009f\ud800-\udfff]{1,100}$/u;

/**
 * @typedef {{name: string, role: string, key: string}} Person
 * @typedef {{pack: string, sequence: number, needed: number, recall_key: string, unchecked: number,
 *   people: Person[]}} People what people.json says
 * @typedef {{key: string, date: string, signature: string}} Signature
 * @typedef {{edition: string, list: string, signatures: Signature[]}} Signatures
 * @typedef {{state: "signed"|"few"|"older"|"other", signed: [Person, string][], old: number,
 *   wrong: number}} Examined each person with the day, or "" where they have not signed
 */

/** @param {unknown} value @param {string[]} keys whether it is an object with these keys and no other */
const hasKeys = (value, keys) => typeof value === "object" && value !== null && !Array.isArray(value)
  && Object.keys(value).sort().join() === keys.sort().join();

/** @param {RegExp} form @param {unknown} text */
const fits = (form, text) => typeof text === "string" && form.test(text);

/** @param {unknown} number @param {number} least @param {number} most */
const within = (number, least, most) => Number.isInteger(number) && Number(number) >= least && Number(number) <= most;

/** @param {string} text @returns {any} */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What a people.json says, or null where it has another form. @param {string} text @returns {People|null} */
export function readPeople(text) {
  const found = parsed(text);
  if (!hasKeys(found, ["pack", "sequence", "needed", "recall_key", "unchecked", "people"])) return null;
  const { pack, sequence, needed, recall_key: recallKey, unchecked, people } = found;
  if (!Array.isArray(people) || people.length > PEOPLE_MOST) return null;
  const sound = people.every((one) => hasKeys(one, ["name", "role", "key"])
    && fits(NAME, one.name) && fits(NAME, one.role) && fits(KEY, one.key));
  if (!sound || new Set(people.map(({ key }) => key)).size !== people.length) return null;
  if (!within(sequence, 1, NUMBER_MOST) || !within(needed, 1, people.length)) return null;
  if (!within(unchecked, 0, NUMBER_MOST) || !fits(/^[a-z0-9-]+$/, pack)) return null;
  return recallKey === "" || fits(KEY, recallKey) ? found : null;
}

/** What a signatures.json says, or null where it has another form anywhere. @param {string} text @returns {Signatures|null} */
export function readSignatures(text) {
  const found = new TextEncoder().encode(text).length > BYTES_MOST ? null : parsed(text);
  if (!hasKeys(found, ["edition", "list", "signatures"]) || !Array.isArray(found.signatures)) return null;
  const sound = found.signatures.every((/** @type {any} */ one) => hasKeys(one, ["key", "date", "signature"])
    && fits(KEY, one.key) && fits(DATE, one.date) && fits(SIGNATURE, one.signature));
  return sound && found.signatures.length <= SIGNATURES_MOST && fits(KEY, found.edition) && fits(KEY, found.list)
    ? found : null;
}

/** Whether two sets of people, their number and the recall key are the same. @param {People} one @param {People} other */
const same = (one, other) => [one, other].map(({ needed, recall_key: key, people }) => (
  JSON.stringify([needed, key, people.map((by) => [by.name, by.role, by.key])]))).every((text, _, all) => text === all[0]);

/**
 * What signatures prove of an edition with this people.json and this digest of its edition.json.
 * `known` are the people whose editions were trusted before, or null at the first time.
 * @param {People} carried @param {string} edition @param {string} listed
 * @param {Signatures|null} found @param {People|null} known @returns {Promise<Examined>}
 */
export async function examine(carried, edition, listed, found, known) {
  const rows = found?.signatures ?? [];
  /** The day of the first good signature of each person, by key. @param {People} by */
  async function days(by) {
    /** @type {Map<string, string>} */
    const good = new Map();
    for (const { name, role, key } of by.people) {
      for (const { date, signature } of rows.filter((one) => one.key === key)) {
        const said = [carried.pack, edition, listed, carried.sequence, name, role, key, date];
        const text = `${HEAD}\n${JSON.stringify(said)}`;
        if (!good.has(key) && await verifies(key, signature, text)) good.set(key, date);
      }
    }
    return good;
  }
  const own = await days(carried);
  const before = known ? await days(known) : new Map();
  const counts = (/** @type {Signature} */ { key, date }) => own.get(key) === date || before.get(key) === date;
  /** @type {Examined["state"]} */
  let state = "signed";
  if (known && carried.sequence < known.sequence) state = "older";
  else if (own.size < carried.needed) state = "few";
  else if (known && !same(known, carried) && before.size < known.needed) state = "other";
  return {
    state,
    signed: carried.people.map((person) => [person, own.get(person.key) ?? ""]),
    old: before.size,
    wrong: rows.filter((one) => !counts(one)).length,
  };
}
