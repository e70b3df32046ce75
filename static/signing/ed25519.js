// Ed25519, by the vendored library alone: the oldest browsers promised have none of their own.

/** @param {string} hex */
const bytesOf = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));

/** @type {Promise<{verifyAsync: (...given: unknown[]) => Promise<boolean>}>} */
const library = import(new URL("../vendor/ed25519/index.js", import.meta.url).href);
library.catch(() => {}); // told where something is to be verified

/**
 * Whether a signature of a text is that of a key, both in hexadecimal.
 * @param {string} key @param {string} signature @param {string} text
 */
export async function verifies(key, signature, text) {
  const { verifyAsync } = await library;
  const message = new TextEncoder().encode(text);
  // As RFC 8032 says, and no more lenient: one signature has one form.
  return verifyAsync(bytesOf(signature), message, bytesOf(key), { zip215: false }).catch(() => false);
}

/** SHA-256 of a text, in hexadecimal. @param {string} text */
export async function digest(text) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
