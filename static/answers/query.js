// A raw query string to parameters, strictly. Twin of webref/dosing/query.py.

import { say } from "./say.js";

const LONGEST = 4000;
const PRINTABLE = /^[!-~]*$/;
const ENCODED = /^(?:[^%]|%[0-9A-Fa-f]{2})*$/;

/** A query string that is not read; the message says why. */
export class Malformed extends Error {}

/**
 * The parameters of a raw query string (`a=1&b=x+y`, no question mark).
 * @param {string} raw
 * @param {Set<string>} allowed the names that may come
 * @returns {Map<string, string>}
 * @throws {Malformed} for anything but well-formed pairs of known names, each once
 */
export function parseQuery(raw, allowed) {
  if ([...raw].length > LONGEST) {
    throw new Malformed(say("query.long", { most: String(LONGEST) }));
  }
  if (!PRINTABLE.test(raw)) {
    throw new Malformed(say("query.characters"));
  }
  const parameters = new Map();
  for (const pair of raw ? raw.split("&") : []) {
    const equals = pair.indexOf("=");
    if (equals < 0) throw new Malformed(say("query.equals"));
    const name = decode(pair.slice(0, equals));
    const value = decode(pair.slice(equals + 1));
    if (!allowed.has(name)) {
      throw new Malformed(say("query.name"));
    }
    if (parameters.has(name)) throw new Malformed(say("query.twice", { name }));
    parameters.set(name, value);
  }
  return parameters;
}

/** @param {string} text */
function decode(text) {
  if (!ENCODED.test(text)) {
    throw new Malformed(say("query.per-cent"));
  }
  // Every second part is a byte in hexadecimal; the others are plain ASCII.
  const bytes = text.replaceAll("+", " ").split(/%(..)/).flatMap((part, place) =>
    place % 2 ? [Number.parseInt(part, 16)] : [...part].map((character) => character.charCodeAt(0)),
  );
  try {
    // A byte order mark is kept, as Python keeps it.
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(new Uint8Array(bytes));
  } catch {
    throw new Malformed(say("query.encoding"));
  }
}
