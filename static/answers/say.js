// Sentences by their id. Twin of webref/dosing/words.py, whose table is written to words.js.

import { WORDS } from "./words.js";

const NAME = /\{([a-z_]+)\}/g;

/** A sentence with its names in braces. @param {string} key @throws {TypeError} where there is none */
export function template(key) {
  const found = WORDS.get(key);
  if (found === undefined) throw new TypeError(`no such sentence: ${key}`);
  return found;
}

/**
 * A sentence with its names filled in.
 * @param {string} key
 * @param {Record<string, string>} [names]
 * @throws {TypeError} where it or a name of it is missing
 */
export function say(key, names = {}) {
  return template(key).replace(NAME, (_, name) => {
    if (typeof names[name] !== "string") throw new TypeError(`${key} needs ${name}`);
    return names[name];
  });
}
