// The kill switch: publish this in place of /sw.js and phones drop what they saved. Told in docs/offline.md.
"use strict";

addEventListener("install", (event) => event.waitUntil(self.skipWaiting()));

addEventListener("activate", (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith("webref-")) await caches.delete(name);
  await registration.unregister();
})()));

addEventListener("message", (event) => event.ports[0].postMessage({ off: true }));
