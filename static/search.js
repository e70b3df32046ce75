// The search box: the index fetched once, and each question answered on this device.

import { BASE } from "./base.js";
import { whenShownAgain } from "./kept.js";
import { library } from "./libraries.js";
import { say } from "./say.js";

/** @typedef {{fragment: string, said: (string | undefined)[]}} Hits what is found, and the words said of it */

/** @type {Promise<(query: string) => Hits> | null} */
let loading = null;

/** The index, fetched once: when the box is first focused, or at the first question. */
function load() {
  loading ??= Promise.all([
    fetch(`${BASE}search.json`).then((response) => {
      if (!response.ok) throw new Error(`search.json: ${response.status}`);
      return response.json();
    }),
    library("mustache").then(() => import("./answers/render.js")),
    import("./answers/query.js"),
    import("./searcher.js"),
  ]).then(([data, { render }, { parseQuery }, { Searcher }]) => {
    const searcher = new Searcher(data);
    return (query) => {
      const found = searcher.ask(parseQuery(query, new Set(["q"])).get("q") ?? "");
      return { fragment: render(data.template, found), said: [found.said, found.instead && say("search.instead", { instead: found.instead })] };
    };
  });
  loading.catch(() => { loading = null; }); // tried again at the next question
  return loading;
}

/** The fragment for a raw query, found on this device. @param {string} query */
export async function answer(query) {
  return (await load())(query).fragment;
}

/**
 * Bring the search box of a page to life.
 * @param {HTMLElement} root the page's content
 */
export function start(root) {
  const form = /** @type {HTMLFormElement} */ (root.querySelector("#search"));
  const hits = /** @type {HTMLElement} */ (root.querySelector("#hits"));
  const status = /** @type {HTMLElement} */ (root.querySelector("#hits-said"));
  let said = "";
  /** @type {Awaited<ReturnType<typeof load>> | null} */
  let find = null;

  /** @param {string} query @returns {string | Promise<string>} */
  function answerHere(query) {
    if (!find) return load().then((loaded) => { find = loaded; return answerHere(query); });
    const found = find(query);
    said = found.said.filter(Boolean).join(" ");
    return found.fragment;
  }
  form.addEventListener("focusin", () => load().catch(() => {}));
  form.addEventListener("webref:answer", () => { status.textContent = said; });
  const stop = whenShownAgain(() => {
    if (hits.childElementCount) form.dispatchEvent(new Event("input"));
  });
  return { answer: answerHere, stop };
}
