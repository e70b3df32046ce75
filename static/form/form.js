// A calculator's form: what is typed, chosen, cleared and remembered, and the answer below it.

import { localTime } from "../clock.js";
import { whenShownAgain } from "../kept.js";
import { recall, remember } from "../offline/memory.js";
import { library } from "../libraries.js";
import { startHandover } from "./handover.js";
import { startSaid } from "./said.js";

/** @typedef {import("./answer.js").Result} Result */
/** @typedef {import("./answer.js").Setting} Setting */

const REMEMBERED = "webref-label";

const form = /** @type {HTMLFormElement} */ (document.getElementById("calculator"));
const box = /** @type {HTMLElement} */ (document.getElementById("answer"));
const said = startSaid(box);
const handover = startHandover(form, box, said.say);

/** The result behind the fragment given last. @type {Result | null} */
let latest = null;
let asked = ""; // the query of the answer given last
let edition = "";
let started = false;

/** Recalls and the edition; an answer does without them where that script has failed. */
const offline = import("../offline.js").catch(() => null);

/** The engine, once the libraries that it stands on have run. */
const engine = Promise.all([library("fraction"), library("mustache")])
  .then(() => import("./answer.js"))
  .then(({ answer, readTree }) => {
    const calculator = readTree(textOf("tree"));
    const template = textOf("answer-template");
    return (/** @type {string} */ query, /** @type {Setting} */ setting) =>
      answer(calculator, template, query, setting);
  });
engine.catch(() => {}); // told when an answer is asked for

/**
 * The fragment for a raw query, evaluated on this page.
 * @param {string} query
 */
export async function answer(query) {
  latest = null;
  asked = query;
  const { fragment, result } = (await engine)(query, await setting());
  latest = result;
  return fragment;
}

/** @param {string} id */
function textOf(id) {
  return document.getElementById(id)?.textContent ?? "";
}

/** What stands around an answer now: the edition, the device's clock, a recall. */
async function setting() {
  const pages = [`calculators/${form.dataset.calculator}`, document.body.dataset.page ?? ""];
  const script = await offline;
  const withdrawn = pages.map((page) => script?.withdrawn(page) ?? "").find(Boolean) ?? "";
  return { edition, now: localTime(), withdrawn };
}

/** @param {string} name @returns {NodeListOf<HTMLInputElement>} */
function controls(name) {
  return form.querySelectorAll(`input[name="${CSS.escape(name)}"]`);
}

/** The value of a text field, a hidden one, or the radio chosen. @param {string} name */
function valueOf(name) {
  return String(new FormData(form).get(name) ?? "");
}

/** Note with which unit the number was typed. @param {string} name @param {string} unit */
function setTyped(name, unit) {
  for (const hidden of controls(`${name}_typed`)) hidden.value = unit;
}

/** @param {string} name */
function clearEntry(name) {
  for (const control of controls(name)) {
    if (control.type === "radio") control.checked = false;
    else control.value = "";
  }
  setTyped(name, "");
}

/**
 * Clear every entry that hangs on this one, and what hangs on those.
 * @param {string} name
 * @returns {string[]} the names of those that were filled
 */
function clearDependents(name) {
  return [...form.querySelectorAll("[data-depends]")].flatMap((setting) => {
    const { depends = "", input = "" } = /** @type {HTMLElement} */ (setting).dataset;
    if (!depends.split(" ").includes(name) || !isFilled(input)) return [];
    clearEntry(input);
    const words = setting.querySelector(".setting-name")?.firstChild?.textContent?.trim() ?? "";
    return [words, ...clearDependents(input)];
  });
}

/** @param {string} name */
function isFilled(name) {
  return valueOf(name) !== "";
}

/** The old answer and all that was said of it go at once. @param {string[]} cleared entries gone with it */
function clearAnswer(cleared) {
  latest = null;
  box.replaceChildren();
  for (const note of form.querySelectorAll(".setting-note")) {
    note.replaceChildren();
    note.classList.remove("error");
  }
  for (const field of form.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
  said.hush(cleared);
  handover.update();
}

/** @param {Event} event */
function entered(event) {
  const control = event.target;
  if (!(control instanceof HTMLInputElement)) return; // asked again, with nothing typed
  const { name } = control;
  const base = name.replace(/_unit$/, "");
  if (base !== name) {
    if (isFilled(base) && !isFilled(`${base}_typed`)) setTyped(base, control.value);
  } else {
    setTyped(name, control.value ? valueOf(`${name}_unit`) : "");
  }
  if (name === "label") {
    remember(REMEMBERED, control.value);
    sayRemembered();
  }
  clearAnswer(clearDependents(base));
}

/** Say beside each field what the answer says of it: the same in another unit, or the refusal. */
function showNotes() {
  const refused = new Set(latest?.entries.filter((one) => one.error).map((one) => one.id));
  for (const given of box.querySelectorAll(".input-note")) {
    const name = /** @type {HTMLElement} */ (given).dataset.field ?? "";
    const note = document.getElementById(`note-${name}`);
    if (!note) continue;
    const words = document.createElement("span");
    words.textContent = given.textContent;
    if (refused.has(name)) {
      note.classList.add("error");
      note.replaceChildren(icon("i-stop"), words, ...offers(/** @type {HTMLElement} */ (given)));
      document.getElementById(`in-${name}`)?.setAttribute("aria-invalid", "true");
    } else {
      note.replaceChildren(words);
    }
    given.remove();
  }
  said.tell();
  handover.update();
}

/** The button that puts number and unit in the place of what was typed, where a refusal offers it. @param {HTMLElement} given */
function offers({ dataset }) {
  if (!dataset.unit) return [];
  const button = document.createElement("button");
  button.type = "button";
  button.className = "preset";
  button.textContent = `Use ${dataset.unit}`;
  for (const key of ["field", "value", "unit"]) button.dataset[key] = dataset[key];
  return [button];
}

/** A refusal's link leads to its field, and leaves the address to the steps of a protocol. @param {Event} event */
function leadToField(event) {
  const link = event.target instanceof Element ? event.target.closest('a[href^="#in-"]') : null;
  const field = link && document.getElementById(link.getAttribute("href")?.slice(1) ?? "");
  if (!field) return;
  event.preventDefault();
  const control = field.matches("input") ? field : field.querySelector("input");
  /** @type {HTMLElement} */ (control).focus();
}

/** @param {string} id of the page's sprite */
function icon(id) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(space, "use");
  use.setAttribute("href", `#${id}`);
  svg.append(use);
  return svg;
}

/** Say whether the label chosen is the one that this device remembers. */
function sayRemembered() {
  const words = recall(REMEMBERED) === valueOf("label") ? "remembered on this device" : "";
  for (const place of form.querySelectorAll("[data-remembered]")) place.textContent = words;
}

/** Choose the label that this device remembers, unless one was asked for. */
function restoreLabel() {
  const label = recall(REMEMBERED);
  if (!label || valueOf("label")) return;
  for (const radio of controls("label")) radio.checked = radio.value === label;
  if (valueOf("label")) sayRemembered();
}

/** Fill in a real product, or what a refusal offers. @param {Event} event */
function fillPreset({ target }) {
  const button = /** @type {Element} */ (target).closest(".preset");
  if (!(button instanceof HTMLElement)) return;
  const { field = "", value = "", unit = "" } = button.dataset;
  const [control] = controls(field);
  control.value = value;
  for (const radio of controls(`${field}_unit`)) {
    if (radio.type === "radio") radio.checked = radio.value === unit;
  }
  if (button.closest(".setting-note")) control.focus(); // the button goes with the refusal
  control.dispatchEvent(new Event("input", { bubbles: true }));
}

/** A form of which a browser has emptied a part is emptied whole, choices of the last patient included. */
function emptyUnlessWhole() {
  const entries = new URLSearchParams(/** @type {any} */ (new FormData(form))).toString();
  if (!asked || new URLSearchParams(asked).toString() === entries) return;
  for (const control of form.querySelectorAll("input")) {
    if (control.type === "radio") control.checked = false;
    else if (control.type !== "hidden" || control.name.endsWith("_typed")) control.value = "";
  }
  restoreLabel();
  clearAnswer([]);
  answerAgain();
}

/** Ask again with the entries as they stand, as soon as there is someone to ask. */
function answerAgain() {
  if (started) form.dispatchEvent(new Event("input"));
}

form.addEventListener("input", entered, true);
form.addEventListener("htmx:after:swap", showNotes);
box.addEventListener("click", leadToField);
form.addEventListener("click", fillPreset);
for (const preset of form.querySelectorAll(".preset")) {
  /** @type {HTMLElement} */ (preset).hidden = false;
}
restoreLabel();
form.addEventListener("htmx:after:init", () => {
  started = true;
  answerAgain();
}, { once: true });
document.addEventListener("webref:notices", answerAgain);
// The clock went on while the page lay in the background.
document.addEventListener("visibilitychange", answerAgain);
whenShownAgain(emptyUnlessWhole);
offline.then((script) => script?.edition).then((known) => {
  if (!known) return;
  edition = known.edition;
  answerAgain();
});
