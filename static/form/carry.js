// A figure carried to another calculator: taken along by a tap, shown with where it is from, struck
// out once it may no longer hold. Between two pages it stands in the fragment of the address, which
// reaches no server and is taken off at once; it is kept nowhere.

import { localTime } from "../clock.js";
import { say } from "../say.js";

/** @typedef {import("../answers/answer.js").Answered} Answered */
/** @typedef {{figure: string, typed: boolean, title: string, address: string, groups: string[]}} Out */
/** @typedef {{from: string, title: string, figure: string, entry: string, groups: string[]}} Into */
/** @typedef {{pack: string, tags: Record<string, string>, out: Out[], into: Into[]}} Carries */
/**
 * A figure that was carried here: its entry, what was put in with it, and how it is told.
 * @typedef {{entry: string, at: number, told: string, kept: Map<string, string>, groups: string[]}} Carried
 */

const FRAGMENT = "#carry?";
const LASTS = 15 * 60 * 1000; // milliseconds from the tap
const ARRIVES = 60 * 1000; // a tap opens its page within this; an older address was kept by somebody
const LATE = 20; // milliseconds; a timer may ring a little early
const NUMBER = /^[0-9]{1,9}(\.[0-9]{1,9})?$/; // what may come along at all; the field reads it by its own grammar

/**
 * Bring to life what a calculator gives and takes; a page that does neither does without.
 * @param {HTMLElement} root the page's content
 * @param {HTMLFormElement} form
 * @param {import("./fields.js").Fields} fields
 * @param {typeof import("./plain.js").plain} plain the figure of an answer in plain digits
 * @returns {{update: (answered: Answered | null) => void, stop: () => void}} `update` whenever the
 *   answer comes or goes
 */
export function startCarry(root, form, fields, plain) {
  const text = root.querySelector("#carries")?.textContent;
  const box = root.querySelector("[data-carry]");
  if (!text || !box) return { update: () => {}, stop: () => {} };
  /** @type {Carries} */
  const { pack, tags, out, into } = JSON.parse(text);
  /** @type {Carried | null} */
  let carried = null;
  /** Where it is told, beside the field or above the form. @type {HTMLElement | null} */
  let mark = null;
  let timer = 0;

  /** @param {Answered | null} answered */
  function update(answered) {
    const result = answered?.context.is_answer ? answered.result : null;
    const buttons = out.flatMap((one) => {
      const found = result && (one.typed ? typed(one.figure) : given(result, one.figure));
      return found ? [tap(one, found)] : [];
    });
    box?.replaceChildren(...buttons);
  }

  /** An entry as typed. @param {string} name */
  function typed(name) {
    const value = fields.valueOf(name).trim();
    return NUMBER.test(value) ? { value, unit: fields.valueOf(`${name}_unit`) } : null;
  }

  /** An answer as shown. @param {NonNullable<Answered["result"]>} result @param {string} name */
  function given(result, name) {
    const answer = result.answers.find(({ output }) => output.id === name);
    const value = answer && plain(answer.shown.exact, answer.shown.figure, answer.output.round);
    return value ? { value, unit: answer.shown.unit } : null;
  }

  /** @param {Out} one @param {{value: string, unit: string}} found */
  function tap({ figure, title, address, groups }, { value, unit }) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button";
    button.textContent = say("carry.to", { figure: `${value}\u00a0${unit}`, title });
    button.addEventListener("click", () => {
      const beside = groups.flatMap((name) => [name, `${name}_unit`]);
      const query = new URLSearchParams({
        pack, from: form.dataset.calculator ?? "", figure, value, unit, at: String(Date.now()),
        label: fields.valueOf("label"),
        ...Object.fromEntries(beside.map((name) => [`patient.${name}`, fields.valueOf(name)])),
      });
      const link = document.createElement("a"); // a tap on a link is answered as any other
      link.href = `${address}${FRAGMENT}${query}`;
      document.body.append(link);
      link.click();
      link.remove();
    });
    return button;
  }

  /** Take what the address brings, and take it off the address. */
  function arrive() {
    if (!location.hash.startsWith(FRAGMENT)) return;
    const query = new URLSearchParams(location.hash.slice(FRAGMENT.length));
    history.replaceState(history.state, "", location.pathname + location.search);
    const one = into.find(({ from, figure }) => query.get("from") === from && query.get("figure") === figure);
    if (!one || !fits(query, one)) {
      tell(form, say("carry.refused"));
      return;
    }
    const label = query.get("label") ?? "";
    const at = Number(query.get("at"));
    const [value, unit] = [query.get("value") ?? "", query.get("unit") ?? ""];
    if (label && isAsked("label")) fields.choose("label", label);
    for (const name of one.groups) fields.put(name, query.get(`patient.${name}`) ?? "", query.get(`patient.${name}_unit`) ?? "");
    fields.fill({ name: one.entry, value, unit });
    const from = say("carry.from", { title: one.title, time: localTime(new Date(at)).slice(11) });
    const told = tags[label] ? say("carry.under", { from, tag: tags[label] }) : from;
    const kept = new Map(watched(one.entry, one.groups).map((name) => [name, fields.valueOf(name)]));
    carried = { entry: one.entry, at, told, kept, groups: one.groups };
    tell(settingOf(one.entry), `${value}\u00a0${unit} `, told);
    timer = setTimeout(check, at + LASTS - Date.now() + LATE);
  }

  /** Whether a figure may be put in here: of this pack, of this minute, in a unit, for a label and patient known here. @param {URLSearchParams} query @param {Into} one */
  function fits(query, { entry, groups }) {
    const [value, unit, label] = ["value", "unit", "label"].map((name) => query.get(name) ?? "");
    const age = Date.now() - Number(query.get("at"));
    return query.get("pack") === pack && age >= 0 && age < ARRIVES && NUMBER.test(value)
      && unit !== "" && offers(`${entry}_unit`, unit)
      && (!label || !isAsked("label") || offers("label", label))
      && groups.every((name) => offers(name, query.get(`patient.${name}`) ?? ""));
  }

  /** @param {string} name */
  const isAsked = (name) => fields.controls(name).length > 0;

  /** Whether a field has this among its choices, or is one to type in. @param {string} name @param {string} value */
  function offers(name, value) {
    const controls = [...fields.controls(name)];
    return !value || controls.some((control) => control.type === "text" || control.value === value);
  }

  /** @param {string} entry @param {string[]} groups */
  const watched = (entry, groups) => [
    "label", ...groups.flatMap((name) => [name, `${name}_unit`]), entry, `${entry}_unit`,
  ];

  /** Strike the figure out if it no longer holds, and say why; one typed over is the reader's own. */
  function check() {
    if (!carried) return;
    const { entry, at, kept, groups } = carried;
    const changed = (/** @type {string} */ name) => kept.get(name) !== fields.valueOf(name);
    if (changed("label")) strike("carry.label");
    else if (groups.some((name) => changed(name) || changed(`${name}_unit`))) strike("carry.group");
    else if (!fields.isFilled(entry)) strike("carry.cleared");
    else if (changed(entry) || changed(`${entry}_unit`)) forget();
    else if (Date.now() >= at + LASTS) strike("carry.late");
  }

  /** @param {string} why */
  function strike(why) {
    if (!carried) return;
    const { entry, told, kept } = carried;
    const figure = `${kept.get(entry)}\u00a0${kept.get(`${entry}_unit`)}`;
    const mine = kept.get(entry) === fields.valueOf(entry);
    carried = null;
    clearTimeout(timer);
    tell(settingOf(entry), "", `${told}. ${say(why)}`, figure);
    if (!mine) return;
    const [control] = fields.controls(entry);
    control.value = "";
    control.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function forget() {
    carried = null;
    clearTimeout(timer);
    mark?.remove();
  }

  /** A field is described by what is told beside it. @param {HTMLElement} place */
  function describe(place) {
    const field = place.querySelector(":scope .field");
    const before = field?.getAttribute("aria-describedby") ?? "";
    if (place !== form && !before.includes("carried")) field?.setAttribute("aria-describedby", `${before} carried`.trim());
  }

  /** @param {string} entry */
  const settingOf = (entry) => /** @type {HTMLElement} */ (fields.controls(entry)[0].closest(".setting"));

  /** Tell of it at a place, with a way to clear it while it holds. @param {HTMLElement} place @param {string} figure @param {string} [words] @param {string} [struck] */
  function tell(place, figure, words = "", struck = "") {
    mark?.remove();
    mark = document.createElement("p");
    mark.className = "carried";
    mark.id = "carried";
    mark.setAttribute("role", "status");
    const gone = document.createElement("s");
    gone.textContent = struck;
    const line = document.createElement("span");
    line.append(...(struck ? [gone, " "] : []), figure, words);
    mark.append(line);
    if (carried) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "preset";
      button.dataset.do = "clear-carried";
      button.textContent = say("carry.clear");
      button.addEventListener("click", () => strike("carry.cleared"));
      mark.append(button);
    }
    if (place === form) form.prepend(mark);
    else place.append(mark);
    describe(place);
  }

  /** @param {PageTransitionEvent} event */
  const shown = ({ persisted }) => { if (persisted) strike("carry.left"); };
  form.addEventListener("input", check);
  document.addEventListener("visibilitychange", check);
  window.addEventListener("pageshow", shown);
  arrive();

  /** A page that is left takes the figure out of what may come back with it. */
  function stop() {
    if (carried && carried.kept.get(carried.entry) === fields.valueOf(carried.entry)) fields.put(carried.entry, "", "");
    forget();
    document.removeEventListener("visibilitychange", check);
    window.removeEventListener("pageshow", shown);
  }
  return { update, stop };
}
