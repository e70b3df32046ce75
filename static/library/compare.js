// Drugs and labels of several packs side by side: cells as each pack's own page has them, rows shared by id.

import "../offline.js";
import { sayer } from "../answers/sayer.js";
import { recall, remember } from "../offline/memory.js";
import "../sources.js";
import "../strokes.js";
import { element, pageOf, savedPacks, sourcesOf } from "./saved.js";
import { WORDS } from "./wording.js";

/** @typedef {import("./saved.js").Saved} Saved */
/** @typedef {{id: string, drug: string, name: string, cells: Map<string, Element>}} Column */
/** @typedef {{saved: Saved, page: Document, rows: Map<string, string>, columns: Column[]}} Table */

const { say } = sayer(WORDS);
const MOST = 4; // columns beside each other
const CHOSEN = "webref-columns";
const by = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** The table of a saved pack. @param {Saved} saved @returns {Promise<Table[]>} none where it compares nothing */
async function read(saved) {
  const page = await pageOf(saved, "compare");
  const table = page?.querySelector("table");
  if (!page || !table) return [];
  const rows = new Map();
  const columns = [...table.querySelectorAll("thead [data-column]")].map((head) => (
    { id: `${saved.id}:${head.getAttribute("data-column")}`, drug: saved.title, name: head.textContent ?? "", cells: new Map() }
  ));
  for (const line of table.querySelectorAll("tbody tr")) {
    const id = line.id.replace(`${saved.id}-row-`, "");
    rows.set(id, line.querySelector("th")?.textContent ?? "");
    line.querySelectorAll("td").forEach((cell, at) => columns[at].cells.set(id, cell));
  }
  return [{ saved, page, rows, columns }];
}

/** @param {Column} column */
const headOf = ({ drug, name }) => `${drug}, ${name}`;

/** @template {HTMLElement} T @param {T} made @param {Record<string, string>} marks @returns {T} */
function marked(made, marks) {
  for (const [name, value] of Object.entries(marks)) made.setAttribute(name, value);
  return made;
}

/** @param {Table[]} tables @param {Column[]} columns */
function draw(tables, columns) {
  const rows = new Map(tables.filter(({ columns: own }) => own.some((one) => columns.includes(one))).flatMap(({ rows: named }) => [...named]));
  const heads = columns.map((column) => marked(element("th", headOf(column)), { role: "columnheader", scope: "col", translate: "no" }));
  const first = marked(element("th", say("across.row")), { role: "columnheader", scope: "col" });
  const lines = [...rows].map(([id, name]) => marked(element(
    "tr",
    marked(element("th", name), { role: "rowheader", scope: "row" }),
    ...columns.map((column) => {
      const inside = column.cells.get(id)?.firstElementChild;
      const cell = marked(element("td"), { role: "cell", "data-head": headOf(column) });
      cell.append(inside ? document.importNode(inside, true) : element("div", say("across.empty", { title: column.drug })));
      return cell;
    }),
  ), { role: "row" }));
  by("across").replaceChildren(
    marked(element("thead", marked(element("tr", first, ...heads), { role: "row" })), { role: "rowgroup" }),
    marked(element("tbody", ...lines), { role: "rowgroup" }),
  );
  const shown = tables.filter(({ columns: own }) => own.some((one) => columns.includes(one)));
  by("across-sources").replaceChildren(...shown.flatMap(({ saved, page }) => sourcesOf(saved, /** @type {Document} */ (page.cloneNode(true)), by("across"))));
}

async function show() {
  const saved = "serviceWorker" in navigator ? await savedPacks() : [];
  const tables = (await Promise.all(saved.map(read))).flat();
  const all = tables.flatMap(({ columns }) => columns);
  by("across-said").textContent = say("across.saved", { count: tables.length, all: by("across").dataset.all ?? "", most: MOST });
  if (!all.length) return;
  const before = recall(CHOSEN)?.split(" ").filter((id) => all.some((one) => one.id === id)) ?? [];
  const chosen = new Set((before.length ? before : tables.map(({ columns }) => columns[0].id)).slice(0, MOST));
  const put = () => {
    remember(CHOSEN, [...chosen].join(" "));
    draw(tables, all.filter(({ id }) => chosen.has(id)));
  };
  by("across-chooser").replaceChildren(...tables.map(({ saved: { title }, columns }) => {
    const legend = marked(element("legend", title), { translate: "no" });
    const chips = columns.map(({ id, name }) => {
      const box = element("input");
      Object.assign(box, { type: "checkbox", checked: chosen.has(id) });
      box.addEventListener("change", () => {
        if (box.checked && chosen.size >= MOST) {
          box.checked = false;
          by("across-said").textContent = say("across.most", { most: MOST });
          return;
        }
        if (box.checked) chosen.add(id);
        else chosen.delete(id);
        put();
      });
      return element("label", box, element("span", name));
    });
    return marked(element("fieldset", legend, ...chips), { class: "chips" });
  }));
  put();
}

show();
