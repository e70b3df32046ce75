// The address below which the edition of this page stands: "/", or "/<pack>/" in a library.

export const BASE = new URL("../", import.meta.url).pathname;

/** What ends a name in this device's memory, so that packs of a library keep theirs apart. @param {string} base */
export const ownName = (base) => base.slice(0, -1).replace("/", "-");
export const OWN = ownName(BASE);
