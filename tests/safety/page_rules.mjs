// Rules of the page's scripts that need no page, one by its name: `node page_rules.mjs RULE FOLDER`.
// What they ask of a browser is given here; test_page_rules.py says what must come out.

import { cp, writeFile } from "node:fs/promises";
import { join } from "node:path";

const MINUTE = 60_000;
const STATIC = new URL("../../static/", import.meta.url);

const [, , rule, folder] = process.argv;

/** A script of static/, read as a module from the folder given. @param {string} name */
async function load(name) {
  await cp(STATIC, join(folder, "static"), { recursive: true });
  await writeFile(join(folder, "package.json"), '{"type": "module"}');
  return import(join(folder, "static", name));
}

function browser() {
  const events = new EventTarget();
  const state = { value: {} };
  Object.assign(globalThis, {
    location: { pathname: "/drug/calculators/a/", search: "", hash: "", origin: "https://x.example" },
    history: {
      scrollRestoration: "auto",
      get state() { return state.value; },
      replaceState(value, _, address) { state.value = value; if (address) location.hash = ""; },
      pushState(value) { state.value = value; },
    },
    window: events,
    addEventListener: events.addEventListener.bind(events),
    document: Object.assign(new EventTarget(), { documentElement: {}, body: { dataset: {} } }),
    localStorage: { getItem: () => null, setItem() {}, removeItem() {} },
  });
  globalThis.setTimeout = () => 0;
}

const RULES = {
  /** What stands where the answer to older entries arrives after that to newer ones. */
  async late() {
    const { answerHere } = await load("forms.js");
    const box = { childNodes: [], shown: "", appendChild(html) { this.shown = html; } };
    document.getElementById = () => box;
    document.createElement = () => ({ content: {}, set innerHTML(html) { this.content.childNodes = [html]; } });
    globalThis.FormData = class { * [Symbol.iterator]() { yield ["dose", form.dose]; } };
    const waiting = new Map();
    const answer = (query) => new Promise((resolve) => { waiting.set(query, resolve); });
    const form = Object.assign(new EventTarget(), { dataset: { answer: "answer" }, isConnected: true, dose: "" });
    answerHere(form, Promise.resolve({ stop() {}, answer }));
    const rest = async () => { for (let turn = 0; turn < 20; turn += 1) await null; };
    for (const dose of ["5", "50"]) {
      form.dose = dose;
      form.dispatchEvent(new Event("input"));
      await rest();
    }
    waiting.get("dose=50")("fifty");
    await rest();
    waiting.get("dose=5")("five");
    await rest();
    return box.shown;
  },

  /** Entries of a page that was left, on coming back: when, where and how often they are had. */
  async held() {
    const { comeBack, leave } = await load("form/held.js");
    const now = Date.now();
    const after = (minutes, address = "/drug/calculators/a/") => {
      Date.now = () => now;
      location.pathname = "/drug/calculators/a/";
      leave("?dose=5", now);
      Date.now = () => now + minutes * MINUTE;
      location.pathname = address;
      return comeBack() !== null;
    };
    return { soon: after(14), again: comeBack() !== null, late: after(15), elsewhere: after(1, "/drug/calculators/b/") };
  },

  /** A link with entries: what is taken of it, and whether it stays in the address. */
  async linked() {
    const { takeLink } = await load("form/linked.js");
    const controls = { dose: [{ type: "text" }], label: [{ type: "radio", value: "us" }] };
    const fields = { controls: (name) => controls[name] ?? [] };
    const take = (entries) => {
      location.hash = `#entries?${new URLSearchParams({ edition: "0123456789ab", entries })}`;
      const found = takeLink(fields);
      return [found === "refused" ? found : found?.query, location.hash];
    };
    return { good: take("dose=5&label=us"), unknown: take("dose=5&weight=70"), twice: take("dose=5&dose=6"),
      label: take("dose=5&label=xx"), script: take("dose=%E2%80%AE5") };
  },

  /** A card read to its end and back by one, one step ticked on the way: where one is, and what is ticked. */
  async aloud() {
    const { startReading } = await load("aloud.js");
    const reading = startReading(3);
    const seen = [];
    const note = () => seen.push([reading.here(), reading.ticked()]);
    note();
    for (const by of [1, 1, 1, -1]) {
      reading.go(by);
      note();
    }
    reading.toggle("09:30");
    note();
    reading.go(1);
    note();
    return seen;
  },

  /** Whether the text of a report holds what was entered: as prepared, once that is ticked, and unticked again. */
  async report() {
    const made = (name) => ({ name, children: [], dataset: {},
      append(...more) { this.children.push(...more); }, setAttribute() {}, focus() {},
      addEventListener(event, act) { this[event] = act; }, replaceWith(other) { this.other = other; } });
    document.createElement = made;
    document.querySelector = () => ({ innerText: "8 mL" });
    globalThis.fetch = () => Promise.reject(new Error("no network"));
    globalThis.FormData = class { * [Symbol.iterator]() { yield ["dose", "5"]; } };
    const { open } = await load("report.js");
    const [form, foot, button] = [{}, { dataset: { drug: "Examplin" } }, made("button")];
    const parts = { "#calculator": form, "footer [data-report]": foot, h1: { textContent: "Flow" } };
    await open({ querySelector: (css) => parts[css] ?? null }, button);
    const { children } = button.other;
    const text = children.find(({ name }) => name === "textarea");
    const tick = children.find(({ className }) => className === "report-tick").children[0];
    const holds = () => [text.value.includes("dose = 5"), text.value.includes("8 mL"), text.value.includes("Examplin")];
    const found = [holds()];
    for (const checked of [true, false]) {
      tick.checked = checked;
      tick.change();
      found.push(holds());
    }
    return found;
  },

  /** How many words the index of a pack has whose entries say nothing beside their titles. */
  async wordless() {
    const { Lookup } = await load("lookup.js");
    const data = { counts: {}, kinds: [{ title: 2, said: 1 }], leads: [], synonyms: [], words: "", places: [],
      entries: [{ kind: 0, title: "Flow", says: "" }] };
    const spelling = { words: (text) => text.toLowerCase().split(" ").filter(Boolean), stem: (word) => word };
    return new Lookup(data, spelling, new Set()).words;
  },
};

browser();
console.log(JSON.stringify(await RULES[rule]()));
process.exit(0);
