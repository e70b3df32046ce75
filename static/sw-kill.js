// The kill switch: publish this in place of /sw.js and phones drop what they saved. Told in docs/offline.md.
"use strict";

addEventListener("install", (event) => event.waitUntil(self.skipWaiting()));

const LAST_WORD_MS = 1000; // what the worker before this one was doing has ended by then

// Of a library, what one pack's worker saved or the list's; an edition that stands alone has all there is.
const OWN = new URL(registration.scope).pathname.slice(0, -1).replace("/", "-");
/** @param {string} name */
const isOwn = (name) => name === `webref-edition${OWN}-${name.slice(-64)}` || name === `webref-windows${OWN}`
  || (OWN === "" && name === "webref-notices");

async function drop() {
  for (const name of await caches.keys()) if (isOwn(name)) await caches.delete(name);
}

addEventListener("activate", (event) => event.waitUntil((async () => {
  await drop();
  await registration.unregister();
  await new Promise((resolve) => setTimeout(resolve, LAST_WORD_MS));
  await drop();
})()));

addEventListener("message", (event) => event.ports[0].postMessage({ off: true }));
