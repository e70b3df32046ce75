// The search box: the index fetched once, and each question answered on this device.

import { parseQuery } from "./answers/query.js";
import { whenShownAgain } from "./kept.js";
import { library } from "./libraries.js";
import { Searcher } from "./searcher.js";

/** @type {Promise<(question: string) => string> | null} */
let loading = null;

/** The index, fetched once: when the box is first focused, or at the first question. */
function load() {
  loading ??= Promise.all([
    fetch("/search.json").then((response) => {
      if (!response.ok) throw new Error(`search.json: ${response.status}`);
      return response.json();
    }),
    library("mustache").then(() => import("./answers/render.js")),
  ]).then(([data, { render }]) => {
    const searcher = new Searcher(data);
    return (question) => render(data.template, searcher.ask(question));
  });
  loading.catch(() => { loading = null; }); // tried again at the next question
  return loading;
}

/** The fragment for a raw query, found on this device. @param {string} query */
export async function answer(query) {
  return (await load())(parseQuery(query, new Set(["q"])).get("q") ?? "");
}

const form = document.getElementById("search");
form?.addEventListener("focusin", () => load().catch(() => {}));
whenShownAgain(() => {
  if (document.getElementById("hits")?.childElementCount) form?.dispatchEvent(new Event("input"));
});
form?.addEventListener("htmx:after:swap", () => {
  const said = document.querySelector("#hits .found")?.textContent ?? "";
  const status = document.getElementById("hits-said");
  if (status) status.textContent = said;
});
