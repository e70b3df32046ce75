// Vendored scripts that leave a global behind, each run once.

/** @type {Map<string, Promise<void>>} */
const running = new Map();

/**
 * Run static/vendor/NAME.min.js; settled once its global is there.
 * @param {string} name
 * @returns {Promise<void>}
 */
export function library(name) {
  const found = running.get(name);
  if (found) return found;
  /** @type {Promise<void>} */
  const loaded = new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = new URL(`./vendor/${name}.min.js`, import.meta.url).href;
    script.addEventListener("load", () => resolve());
    script.addEventListener("error", () => reject(new Error(`${name} did not load`)));
    document.head.append(script);
  });
  running.set(name, loaded);
  return loaded;
}
