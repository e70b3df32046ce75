// The kill switch: publish this in place of /sw.js and phones drop what they saved. Told in docs/offline.md.
"use strict";

addEventListener("install", (event) => event.waitUntil(self.skipWaiting()));

const LAST_WORD_MS = 1000; // what the worker before this one was doing has ended by then

async function drop() {
  for (const name of await caches.keys()) if (name.startsWith("webref-")) await caches.delete(name);
}

addEventListener("activate", (event) => event.waitUntil((async () => {
  await drop();
  await registration.unregister();
  await new Promise((resolve) => setTimeout(resolve, LAST_WORD_MS));
  await drop();
})()));

addEventListener("message", (event) => event.ports[0].postMessage({ off: true }));
