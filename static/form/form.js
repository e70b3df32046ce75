// A calculator's form: what is typed, chosen, cleared and remembered, and the answer below it.

import { localTime } from "../clock.js";
import { whenShownAgain } from "../kept.js";
import { edition as ownEdition, withdrawn } from "../offline/known.js";
import { startNotices } from "../offline/notices.js";
import { library } from "../libraries.js";
import { startApplying } from "./applies.js";
import { Fields } from "./fields.js";
import { startGlance } from "./glance.js";
import { startHandover } from "./handover.js";
import { comeBack, leave, startHeld } from "./held.js";
import { startLabel } from "./label.js";
import { startMore } from "./more.js";
import { startNotes } from "./notes.js";
import { takeLink, tellRefused } from "./linked.js";
import { FAILED } from "./refusal.js";
import { startSaid } from "./said.js";
import { startShare } from "./share.js";
import { startSheet } from "./sheet.js";
import { startTwice } from "./twice.js";

/** @typedef {import("../answers/answer.js").Answered} Answered */

/** The engine and what it shows with, once the libraries that they stand on have run. */
const loading = Promise.all([library("fraction"), library("mustache")])
  .then(() => Promise.all([import("../answers/answer.js"), import("../answers/render.js"), import("./plain.js")]));
loading.catch(() => {}); // told when an answer is asked for

/**
 * Bring the calculator of a page to life.
 * @param {HTMLElement} root the page's content
 * @returns {{answer: (query: string) => string | Promise<string>, stop: () => void, ready: Promise<unknown>}}
 *   `answer` gives the fragment for a raw query, evaluated on this page; `ready` once it can
 */
export function start(root) {
  const form = /** @type {HTMLFormElement} */ (root.querySelector("#calculator"));
  const box = /** @type {HTMLElement} */ (root.querySelector("#answer"));
  const textOf = (/** @type {string} */ id) => root.querySelector(`#${id}`)?.textContent ?? "";
  const template = textOf("answer-template");
  const noteTemplate = textOf("note-template");

  /** The renderer of mustache templates, once it is there. @type {(template: string, context: object) => string} */
  let render = () => "";
  /** Answers a query, once its code is there. @type {((query: string) => Answered) | null} */
  let ask = null;
  const engine = loading.then(([engineCode, shown]) => {
    const calculator = engineCode.readTree(textOf("tree"));
    render = shown.render;
    ask = (query) => engineCode.answer(calculator, template, query, setting());
    return ask;
  });
  engine.catch(() => {}); // told when an answer is asked for

  const fields = new Fields(form);
  const label = startLabel(form, fields);
  const said = startSaid(/** @type {HTMLElement} */ (root.querySelector("#answer-said")));
  const notes = startNotes(form, (note) => render(noteTemplate, note));
  const held = startHeld(form, box, { use: answerAgain, clear: startAnew, edition: () => edition });
  const handover = startHandover(root, box, { say: said.say, query: () => (held.isHeld() ? "" : fields.entered()) });
  const twice = startTwice(root, form, {
    ask: async (query) => (await engine)(query),
    query: () => fields.query(), put, edition: () => edition, say: said.say,
  });
  const share = startShare(root, { say: said.say, query: () => fields.entered(), edition: () => edition, second: twice.begin });
  const glance = startGlance(box);
  const sheet = startSheet(root);
  const apply = startApplying(form, fields);
  const unfold = startMore(form);
  /** What is carried on from here, and to here. @type {ReturnType<typeof import("./carry.js").startCarry> | null} */
  let carry = null;

  /** What the answer in the making, or the one that stands, was made from. @type {Answered | null} */
  let latest = null;
  let asked = ""; // the query of the answer given last
  let edition = "";
  let started = false;
  let enteredAt = 0; // milliseconds

  /** @param {string} query @returns {string | Promise<string>} */
  function answer(query) {
    latest = null;
    asked = query;
    if (twice.isShut()) return "";
    if (held.isHeld()) return held.fragment();
    if (!ask) return engine.then(() => (query === asked ? answer(query) : ""), fail); // an older question's goes to nobody
    try {
      latest = ask(query);
      return latest.fragment;
    } catch (error) {
      return fail(error);
    }
  }

  /** What could not be answered is said to be so. @param {unknown} error @returns {never} */
  function fail(error) {
    latest = { fragment: "", result: null, context: { missing: FAILED } };
    throw error;
  }

  /** What stands around an answer now: the edition, the device's clock, a recall. */
  function setting() {
    const pages = [`calculators/${form.dataset.calculator}`, document.body.dataset.page ?? ""];
    const signed = edition !== "" && document.documentElement.dataset.signed === edition;
    return { edition, now: localTime(), withdrawn: pages.map(withdrawn).find(Boolean) ?? "", signed };
  }

  /** The old answer and all that was said of it go at once. @param {string[]} cleared entries gone with it */
  function clearAnswer(cleared) {
    latest = null;
    box.replaceChildren();
    said.hush(cleared);
    clearBeside();
  }

  /** What stands beside an answer goes. */
  function clearBeside() {
    notes.clear();
    handover.update(null);
    share.update(null);
    carry?.update(null);
    glance.update(null);
    sheet.update(null);
  }

  /** @param {Event} event */
  function entered(event) {
    const control = event.target;
    if (!(control instanceof HTMLInputElement)) return; // asked again, with nothing typed
    const cleared = [...fields.enter(control), ...apply()];
    enteredAt = Date.now();
    if (control.name === "label") label.keep(control.value);
    if (!ask) return clearAnswer(cleared);
    said.hush(cleared); // the rest goes as the new answer takes its place, before this event has ended
  }

  /** The answer stands: hand it on. */
  function answered() {
    if (!latest) return clearBeside();
    notes.show(latest.context);
    unfold();
    said.tell(latest.context);
    handover.update(latest.context);
    share.update(latest);
    carry?.update(latest);
    glance.update(latest);
    sheet.update(latest);
  }

  /** A refusal's link leads to its field, and leaves the address to the steps of a protocol. @param {Event} event */
  function leadToField(event) {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#in-"]') : null;
    const field = link && document.getElementById(link.getAttribute("href")?.slice(1) ?? "");
    if (!field) return;
    event.preventDefault();
    field.closest("details")?.setAttribute("open", "");
    const control = field.matches("input") ? field : field.querySelector("input");
    /** @type {HTMLElement} */ (control).focus();
  }

  /** Fill in a real product, or what a refusal offers. @param {Event} event */
  function fillPreset({ target }) {
    const button = /** @type {Element} */ (target).closest("[data-value].preset"); // what clears a figure looks alike
    if (!(button instanceof HTMLElement)) return;
    const { field = "", value = "", unit = "" } = button.dataset;
    if (button.closest(".setting-note")) fields.controls(field)[0].focus(); // the button goes with the refusal
    fields.fill({ name: field, value, unit });
  }

  /** Empty the form, choices of the last patient included. */
  function startAnew() {
    held.end();
    fields.clearAll();
    label.restore();
    apply();
    clearAnswer([]);
    answerAgain();
  }

  /** Put entries in the place of what stands, or nothing, the label included. @param {string} query */
  function put(query) {
    held.end();
    fields.clearAll();
    fields.restore(query);
    apply();
    enteredAt = Date.now();
    label.tell();
    unfold();
    clearAnswer([]);
    answerAgain();
  }

  /** A kept page is shown again: its entries are held, or gone where the browser has emptied a part of them. */
  function shownAgain() {
    if (!asked) return;
    const isOn = twice.isOn();
    twice.end();
    leave(asked === fields.query() && !isOn ? fields.entered() : "", enteredAt);
    startAnew();
    bringBack();
  }

  /** Put back what stood here when this visit was left, to be held. */
  function bringBack() {
    const found = comeBack();
    if (found) holdBack(found.query, found.at);
  }

  /** Hold the entries of a link that was opened; one that does not fit this form is refused, and nothing of it is entered. */
  function bringLink() {
    const found = takeLink(fields);
    if (!found) return;
    startAnew();
    if (found === "refused") tellRefused(form);
    else holdBack(found.query, Date.now(), found.edition);
  }

  /** Put entries in, to be held. @param {string} query @param {number} at @param {string} [link] the edition of the link that brought them */
  function holdBack(query, at, link) {
    fields.restore(query);
    apply();
    enteredAt = at;
    held.hold(at, link);
    label.tell();
    unfold();
    clearAnswer([]);
    said.say(held.words());
    answerAgain();
  }

  /** Bring to life what is carried on from here and to here; no answer waits for its code. */
  async function startCarrying() {
    const [, , { plain }] = await loading; // a figure is read by the engine's own numbers
    const { startCarry } = await import("./carry.js");
    if (!started) return;
    carry = startCarry(root, form, fields, plain);
    carry.update(latest);
  }

  /** Ask again with the entries as they stand, as soon as there is someone to ask. */
  function answerAgain() {
    if (started) form.dispatchEvent(new Event("input"));
  }

  form.addEventListener("input", entered, true);
  form.addEventListener("webref:answer", answered);
  form.addEventListener("click", fillPreset);
  box.addEventListener("click", leadToField);
  for (const preset of form.querySelectorAll(".preset")) /** @type {HTMLElement} */ (preset).hidden = false;
  label.restore();
  apply();
  bringBack();
  bringLink();
  window.addEventListener("hashchange", bringLink);
  window.addEventListener("hashchange", twice.bring);
  document.addEventListener("webref:notices", answerAgain);
  document.addEventListener("visibilitychange", answerAgain); // the clock went on while the page lay in the background
  const forget = whenShownAgain(shownAgain);
  ownEdition.then((known) => {
    edition = known.edition;
    if (started) twice.bring();
    answerAgain();
  });
  startNotices();
  started = true;
  answerAgain();
  startCarrying().catch(() => {}); // told when an answer is asked for

  function stop() {
    started = false;
    carry?.stop();
    leave(twice.isOn() ? "" : fields.entered(), enteredAt); // what is blind comes back to nobody
    twice.end();
    window.removeEventListener("hashchange", bringLink);
    window.removeEventListener("hashchange", twice.bring);
    document.removeEventListener("webref:notices", answerAgain);
    document.removeEventListener("visibilitychange", answerAgain);
    forget();
    said.stop();
    glance.stop();
    sheet.stop();
  }
  return { answer, stop, ready: engine };
}
