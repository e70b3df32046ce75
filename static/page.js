// Every page: htmx, and the forms that the page answers itself, so that no entry leaves the device.

import "./kept.js";
import { library } from "./libraries.js";
import "./sources.js";

/**
 * The forms answered here, by id. Each module gives `answer(query)`, the fragment for a raw query.
 * @type {Record<string, () => Promise<{answer: (query: string) => string | Promise<string>}>>}
 */
const ANSWERED_HERE = {
  calculator: () => import("./answers/form.js"),
  search: () => import("./search.js"),
};

const REFUSAL = '<p class="readout readout-empty"><b>No answer.</b> This page cannot compute now. '
  + "Reload it; if that does not help, do not rely on it.</p>";

/** The request whose answer a form waits for; null from a keystroke on until the next request. */
const awaited = new WeakMap();

/** @param {Event} event */
const keepHere = (event) => event.preventDefault();

/** @type {Promise<unknown>[]} */
const loading = [];
for (const [id, load] of Object.entries(ANSWERED_HERE)) {
  const form = document.getElementById(id);
  if (!form) continue;
  const module = load();
  loading.push(module);
  form.addEventListener("submit", keepHere);
  form.addEventListener("input", () => awaited.set(form, null), true);
  form.addEventListener("htmx:config:request", (/** @type {any} */ { detail: { ctx } }) => {
    awaited.set(form, ctx);
    ctx.fetch = async (/** @type {string} */ address) => page(await fragment(module, address));
  });
  form.addEventListener("htmx:before:swap", (/** @type {any} */ event) => {
    if (awaited.get(form) !== event.detail.ctx) event.preventDefault();
  });
}

/**
 * The fragment that answers an address; a short refusal where the module fails.
 * @param {Promise<{answer: (query: string) => string | Promise<string>}>} module
 * @param {string} address
 */
async function fragment(module, address) {
  try {
    return await (await module).answer(new URL(address, location.href).search.slice(1));
  } catch (error) {
    console.error(error);
    return REFUSAL;
  }
}

/** Without htmx no form is answered here: the server does, and the reader is told. @param {unknown} error */
function leaveToServer(error) {
  console.error(error);
  for (const [id, words] of [["calculator", "Calculate"], ["search", "Search"]]) {
    const form = document.getElementById(id);
    if (!form) continue;
    form.removeEventListener("submit", keepHere);
    const [line, button, note] = ["p", "button", "span"].map((name) => document.createElement(name));
    line.className = "setting";
    button.className = "button";
    button.textContent = words;
    note.className = "note";
    note.textContent = "This browser cannot answer on the page. What is typed is sent to this server.";
    line.append(button, " ", note);
    form.append(line);
  }
}

/** @param {string} html */
function page(html) {
  return new Response(html, { headers: { "Content-Type": "text/html; charset=utf-8" } });
}

// htmx comes last: every form that is answered here has its listener before htmx sees it.
const config = document.createElement("meta");
config.name = "htmx-config";
config.content = JSON.stringify({
  history: false, // pages are never kept outside the verified edition
  includeIndicatorCSS: false,
  noSwap: [204, 304, "4xx", "5xx"],
});
document.head.append(config);
Promise.allSettled(loading).then(() => library("htmx")).then(() => {
  if (!("htmx" in window)) throw new Error("htmx did not run"); // a browser too old to read it
}).catch(leaveToServer);
