// The careful cache: one whole verified edition, or none. Told in docs/offline.md.
// All of it stands inside one block, so that a copy cut short anywhere does not parse.
"use strict";
{
  const EDITION = ""; // stamped by webref/outputs/offline.py, like the next line
  const MANIFEST = ""; // SHA-256 of edition.json
  const BASE = new URL(registration.scope).pathname; // "/", or "/<pack>/" in a library
  const CACHE = `webref-edition-${BASE.slice(1).replace("/", "-")}`; // one per edition: list, files, marks
  const [LIST, BUNDLE] = [`${BASE}edition.json`, `${BASE}boot.txt`]; // the bundle: the boot set end to end
  const WINDOWS = `webref-windows${BASE.slice(0, -1).replace("/", "-")}`; // the edition of each open window
  const SERVER = "server"; // noted for a window that the server answered
  const SOON_MS = 2000; // a server that answers later is none, where there is a page without it
  // Answers of the server at this moment; they never come from a cache.
  const LIVE = /^\/([a-z0-9-]+\/)?(search|healthz|notices\.json|edition\.json|sw\.js)$|\/(result|worksheet\.pdf)$/;
  const NOTHING = "<!doctype html><title>Not saved</title><h1>Not saved on this device</h1><p>No network here.";

  /** @typedef {{url: string, sha256: string, bytes: number, type: string, set: string}} File */
  /** @typedef {{pack: string, date: string, review_by: string, refuse_after: string, worker: string,
   *   headers: Record<string, string>, files: File[], at: Map<string, File>}} List */
  /** @typedef {Map<string, () => Response | Promise<Response | undefined>>} Copies content by digest */
  /** @typedef {Record<string, {saved: number, total: number, bytes: number, whole: boolean}>} Sets */

  /** @type {Map<string, List | null>} */
  const lists = new Map(); // edition to its list, read once in a worker's life
  /** @type {Map<string, Promise<void>>} */
  const filling = new Map(); // set to the promise of its filling, which two windows share
  const fresh = new Set(); // windows noted in this worker's life; they may not be open yet
  const mark = (/** @type {string} */ set) => `/-/${set}-whole`;
  /** @param {string} edition */
  const cacheOf = (edition) => caches.open(CACHE + edition); // to write: opening makes one
  /** @param {string} edition @param {string} url */
  const kept = (edition, url) => caches.match(url, { cacheName: CACHE + edition });

  /** @param {string | ArrayBuffer} content */
  async function digest(content) {
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
  }
  // A browser lets a malformed integrity pass without a word, so its form is checked here.
  /** @param {string} hex */
  function integrity(hex) {
    if (!/^[0-9a-f]{64}$/.test(hex)) throw new Error(`not a digest: ${hex}`);
    return "sha256-" + btoa(String.fromCharCode(...(hex.match(/../g) ?? []).map((pair) => parseInt(pair, 16))));
  }
  /** @param {string} url @param {string} hex */
  async function fetched(url, hex) {
    const response = await fetch(url, { integrity: integrity(hex), cache: "reload" });
    if (!response.ok) throw new Error(`${response.status} for ${url}`);
    return new Response(await response.arrayBuffer()); // rebuilt, whole: no Vary, no redirect comes along
  }

  // A list with its files by address, believed only if its lines give the edition; this worker's own to the byte.
  /** @param {Response} response @param {string} edition @returns {Promise<List>} */
  async function readList(response, edition) {
    const text = await response.text();
    const list = /** @type {List} */ (JSON.parse(text));
    const lines = list.files.filter((file) => file.set !== "pdf").map((file) => `${file.sha256}  ${file.url}\n`);
    const changed = edition === EDITION && await digest(text) !== MANIFEST;
    if (changed || await digest(lines.sort().join("")) !== edition) throw new Error("wrong list");
    const pack = list.pack ?? list.files.find(({ url }) => /\/contents\/$/.test(url))?.url.split("/")[1]; // once
    return { ...list, pack, at: new Map(list.files.map((file) => [file.url, file])) };
  }

  // Take this worker's list from the server, if the server's worker is this one, byte for byte.
  async function adopt() {
    const response = await fetched(LIST, MANIFEST);
    const { worker } = await readList(response.clone(), EDITION);
    const script = await (await fetch(`${BASE}sw.js`, { cache: "reload" })).text();
    if (await digest(script.replace(/[0-9a-f]{64}/g, "")) !== worker) throw new Error("wrong worker");
    await (await cacheOf(EDITION)).put(LIST, response);
    lists.delete(EDITION);
  }
  // The list of an edition as saved; null where there is none to be believed.
  /** @param {string} edition */
  async function listOf(edition) {
    const saved = await kept(edition, LIST);
    if (saved && !lists.has(edition)) lists.set(edition, await readList(saved, edition).catch(() => null));
    return (saved && lists.get(edition)) ?? null;
  }

  /** @param {Response | null | undefined} stored @param {File} file */
  const sound = async (stored, file) => stored && await digest(await stored.arrayBuffer()) === file.sha256;

  // Save a file from its copy here or from the server, and hash it as stored; whether one more is there now.
  /** @param {Cache} cache @param {File} file @param {Copies} copies */
  async function save(cache, file, copies) {
    const before = await kept(EDITION, file.url);
    if (await sound(before?.clone(), file)) return false;
    const copy = await copies.get(file.sha256)?.();
    const copied = await sound(copy?.clone(), file);
    const good = copied ? /** @type {Response} */ (copy) : await fetched(file.url, file.sha256);
    await cache.put(file.url, good);
    if (await sound(await kept(EDITION, file.url), file)) return !before;
    throw new Error(`stored wrong: ${file.url}`);
  }
  const editions = async () => (await caches.keys()) // this pack's, oldest first
    .filter((name) => name.slice(0, -64) === CACHE).map((name) => name.slice(-64));
  // Whether an edition at "/" from before there was a library holds this pack.
  const stoodAlone = async () => (await Promise.all((await caches.keys())
    .filter((name) => /^webref-edition-.{64}$/.test(name))
    .map((cacheName) => caches.match(`${BASE}contents/`, { cacheName })))).some(Boolean);
  // Readers of what other saved editions hold, of any pack. Nobody vouches for a copy: it is hashed when taken.
  async function copiesHere() {
    /** @type {Copies} */
    const copies = new Map();
    const others = (await caches.keys()).filter((one) => /^webref-edition-/.test(one) && one !== CACHE + EDITION);
    for (const cacheName of others) {
      const base = cacheName.replace(/^webref-edition-|.{64}$/g, "").replace(/-$/, "/"); // "" or "<pack>/"
      const saved = await caches.match(`/${base}edition.json`, { cacheName });
      const list = saved && await readList(saved, cacheName.slice(-64)).catch(() => null);
      for (const { sha256, url } of list?.files ?? []) copies.set(sha256, () => caches.match(url, { cacheName }));
    }
    return copies;
  }
  // The same of the bundle, half the transfer of its files since they are compressed together.
  /** @param {File[]} files @param {Copies} copies to which they are added */
  async function copiesSent(files, copies) {
    const bundle = await (await fetch(BUNDLE, { cache: "reload" })).arrayBuffer();
    let end = 0;
    const pieces = files.map(({ bytes }) => bundle.slice(end, end += bytes));
    pieces.forEach((piece, place) => copies.set(files[place].sha256, () => new Response(piece)));
  }

  // Fill one set, four files at a time; its mark is written last, and only if nothing is missing.
  /** @param {string} set */
  async function fill(set) {
    if (!await listOf(EDITION)) await adopt();
    const cache = await cacheOf(EDITION);
    const queue = ((await listOf(EDITION))?.files ?? []).filter((file) => file.set === set);
    const [state, copies] = [await stateOf(EDITION), await copiesHere()];
    const { sets } = state;
    if (!sets) throw new Error("the list is lost");
    // A first visit; without a bundle it goes on file by file.
    if (!sets.boot.saved && (await editions()).length === 1) await copiesSent(queue, copies).catch(() => {});
    const lane = async () => {
      for (let file = queue.shift(); file; file = queue.shift()) {
        if (await save(cache, file, copies)) sets[set].saved += 1;
        await tell({ state });
      }
    };
    const lanes = await Promise.allSettled([lane(), lane(), lane(), lane()]); // each ends at its first failure
    for (const lane of lanes) if (lane.status === "rejected") throw lane.reason;
    const after = (await stateOf(EDITION)).sets?.[set]; // counted afresh: a cache can be taken away
    if (!after || after.saved < after.total) throw new Error("lost while saving");
    await cache.put(mark(set), new Response(""));
  }
  /** @param {string} set */
  function fillOnce(set) {
    const going = filling.get(set) ?? fill(set).finally(() => filling.delete(set));
    filling.set(set, going);
    return going;
  }
  // What is saved of an edition, counted from the cache itself.
  /** @param {string} edition */
  async function stateOf(edition) {
    const list = await listOf(edition);
    if (!list) return { edition, sets: null };
    const keys = await (await cacheOf(edition)).keys();
    const there = new Set(keys.map((request) => new URL(request.url).pathname));
    /** @type {Sets} */
    const sets = {};
    for (const set of ["boot", "rest", "record", "pdf"]) {
      const files = list.files.filter((file) => file.set === set);
      const saved = files.filter((file) => there.has(file.url)).length;
      const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
      sets[set] = { saved, total: files.length, bytes, whole: saved === files.length && there.has(mark(set)) };
    }
    return { edition, date: list.date, review_by: list.review_by, refuse_after: list.refuse_after, sets };
  }
  const windowsOpen = () => clients.matchAll({ includeUncontrolled: true });
  /** @param {object} news */
  const tell = async (news) => (await windowsOpen()).forEach((one) => one.postMessage({ base: BASE, ...news }));
  /** @param {unknown} error */
  const named = (error) => (error instanceof Error && error.name === "QuotaExceededError" ? "full" : "stopped");
  // Hash every saved file of this edition again, its list included, and drop the wrong ones.
  async function verify() {
    lists.delete(EDITION);
    for (const file of (await listOf(EDITION))?.files ?? []) {
      const stored = await kept(EDITION, file.url);
      if (stored && !await sound(stored, file)) await (await cacheOf(EDITION)).delete(file.url);
    }
  }
  // Where there is no room for a note there is none for another edition either, and this one answers.
  /** @param {string} id @param {string} edition */
  function note(id, edition) {
    fresh.add(id);
    return caches.open(WINDOWS).then((windows) => windows.put(`/${id}`, new Response(edition))).catch(() => {});
  }
  /** @param {string} id */
  const noted = async (id) => (await caches.match(`/${id}`, { cacheName: WINDOWS }))?.text();
  // Drop the caches that no window uses, unless an edition is on its way; a newer, half-filled one can go on.
  async function tidy() {
    if (registration.installing || registration.waiting || registration.active?.state !== "activated") return;
    const open = new Set((await windowsOpen()).map((client) => client.id));
    const windows = await caches.open(WINDOWS);
    const used = new Set([EDITION]);
    for (const request of await windows.keys()) {
      const id = new URL(request.url).pathname.slice(1);
      if (open.has(id)) used.add(await noted(id) ?? EDITION);
      else if (!fresh.has(id)) await windows.delete(request);
    }
    const [all, own] = [await editions(), await listOf(EDITION)];
    for (const [place, edition] of all.entries()) {
      const superseded = place < all.indexOf(EDITION) || await kept(edition, mark("rest"));
      // What stood alone before a library stays until the list of drugs drops it (static/library/alone.js).
      if (own?.pack === "library" && ((await listOf(edition))?.pack ?? own.pack) !== own.pack) continue;
      if (superseded && !used.has(edition)) await caches.delete(CACHE + edition);
    }
  }

  // A new page is answered from this edition, an open one from the edition it was noted with; never from two.
  /** @param {Request} request @param {string} clientId @param {string} newId
   *  @param {string} [older] @returns {Promise<Response>} */
  async function answer(request, clientId, newId, older) {
    const navigating = request.mode === "navigate";
    const edition = older || (!navigating && await noted(clientId)) || EDITION;
    if (edition === SERVER) return fetch(request);
    const list = await kept(edition, mark("boot")) && await listOf(edition);
    if (!list && edition !== EDITION && !older) return Response.error();
    if (!list) return navigating ? live(request, newId) : fetch(request);
    const { pathname: url, search } = new URL(request.url);
    const file = list.at.get(older && url === `/${list.pack}/` ? "/" : url);
    if (navigating) await note(newId, file ? edition : EDITION);
    if (!file && !navigating) return fetch(request);
    if (!file && list.at.has(`${url}/`)) return Response.redirect(`${url}/${search}`);
    if (!file && list.pack === "library") return ofPack(request, newId);
    const stored = file && (await kept(edition, file.url) || await fetched(url, file.sha256).catch(() => null));
    if (!file || !stored) return navigating ? notSaved() : Response.error();
    const own = edition === EDITION && { "Webref-Edition": edition }; // a tap may put it in place of another
    return new Response(stored.body, { headers: { ...list.headers, "Content-Type": file.type, ...own } });
  }

  // A page of a pack that is not kept: the server's, else of what stood alone here before there was a library.
  /** @param {Request} request @param {string} newId */
  async function ofPack(request, newId) {
    const pack = new URL(request.url).pathname.split("/")[1];
    let older = "";
    for (const one of await editions()) if ((await listOf(one))?.pack === pack) older = one;
    const late = new Promise((resolve) => { setTimeout(resolve, SOON_MS); });
    const asked = older && fetch(`/${pack}/edition.json`, { cache: "no-store" }) // a portal has none
      .then(({ ok, headers }) => ok && /json/.test(headers.get("Content-Type") ?? ""), () => false);
    if (older && !await Promise.race([asked, late])) return answer(request, "", newId, older);
    return live(request, newId, older);
  }
  // The server's own page, its later requests included; without a server the reader is told so.
  /** @param {Request} request @param {string} newId @param {string} [older] @returns {Promise<Response>} */
  const live = (request, newId, older) => note(newId, SERVER).then(() => fetch(request))
    .catch(() => (older ? answer(request, "", newId, older) : note(newId, EDITION).then(notSaved)));
  // The page that explains what is saved, in place of the one that is not.
  async function notSaved() {
    const list = await kept(EDITION, mark("boot")) && await listOf(EDITION);
    const saved = list && await kept(EDITION, `${BASE}offline/`);
    const headers = { ...list?.headers, "Content-Type": "text/html; charset=utf-8" };
    return new Response(saved ? saved.body : NOTHING, { status: 503, headers });
  }

  // A first visit waits for the boot set alone; an update takes over only when both its sets are whole.
  addEventListener("install", (event) => event.waitUntil((async () => {
    try {
      const before = registration.active || await stoodAlone();
      await adopt();
      await fillOnce("boot");
      if (before) await fillOnce("rest").then(() => fillOnce("record").catch(() => {})); // or untold
    } catch (error) {
      await tell({ problem: named(error) });
      throw error;
    }
  })()));

  // A first visit's window came from the server as this edition did; others stay noted as they were.
  addEventListener("activate", (event) => event.waitUntil((async () => {
    if (!await stoodAlone()) await clients.claim(); // its windows keep its files
    for (const { id } of await clients.matchAll()) if (!await noted(id)) await note(id, EDITION);
  })()));

  addEventListener("fetch", (event) => {
    const { request, clientId, resultingClientId } = event;
    const { origin, pathname } = new URL(request.url);
    if (request.method !== "GET" || origin !== location.origin || request.headers.has("range")) return;
    if (!LIVE.test(pathname)) event.respondWith(answer(request, clientId, resultingClientId));
    else if (request.mode === "navigate") event.respondWith(live(request, resultingClientId));
  });

  addEventListener("message", (event) => event.waitUntil((async () => {
    const { ask, set } = event.data;
    if (ask === "take over") return self.skipWaiting();
    const { id } = /** @type {Client} */ (event.source);
    const heed = async () => {
      // A window that Back restored was away when notes were tidied; this worker still answers it.
      const mine = (await clients.matchAll()).some((client) => client.id === id);
      if (mine && !await noted(id)) await note(id, EDITION);
      await { state: tidy, verify, save: () => fillOnce(set) }[/** @type {"state" | "verify" | "save"} */ (ask)]();
    };
    const problem = await heed().then(() => undefined, named);
    const from = await noted(id) || EDITION;
    const window = from === SERVER ? null : await stateOf(from);
    event.ports[0].postMessage({ own: await stateOf(EDITION), window, problem });
  })()));
}
