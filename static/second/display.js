// The form in which what a device shows is entered.

import { CALENDAR_UNITS } from "../answers/calendar.js";
import { held, unitsOf } from "./device.js";
import { made } from "./parts.js";
import { say } from "./say.js";

/** @typedef {import("../answers/evaluate.js").Result} Result */

const TYPES = new Map([["date", "date"], ["moment", "datetime-local"], ["clock", "time"]]);

/**
 * A field for each answer of a result, blank, and what is held against it.
 * @param {Result} result
 * @returns {{form: HTMLFormElement, read: () => import("./device.js").Held[]}}
 */
export function display({ calculator, answers }) {
  const form = made("form", { className: "settings", autocomplete: "off", noValidate: true });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.append(...answers.map(({ output, shown }) => {
    const id = `device-${output.id}`;
    const field = made("input", { className: "field", id, name: output.id, type: TYPES.get(shown.unit) ?? "text", autocomplete: "off" });
    field.setAttribute("inputmode", (1.5).toLocaleString().includes(",") ? "text" : "decimal");
    const name = made("label", { className: "setting-name", htmlFor: id }, say("second.device-entry", { name: output.name }));
    const control = made("span", { className: "setting-control" }, field, ...choices(output.id, output.name, unitsOf(calculator, shown.unit)));
    return made("div", { className: "setting setting-long" }, name, control);
  }));
  const read = () => {
    const data = new FormData(form);
    const of = (/** @type {string} */ name) => String(data.get(name) ?? "");
    return answers.map((answer) => held(calculator, answer, of(answer.output.id), of(`${answer.output.id}_unit`) || answer.shown.unit));
  };
  return { form, read };
}

/** The units to choose from, the answer's own chosen; one alone stands as text. @param {string} id @param {string} name @param {string[]} units */
function choices(id, name, units) {
  const [own] = units;
  if (CALENDAR_UNITS.includes(own) || !own) return [];
  if (units.length === 1) return [made("span", { className: "unit-only", translate: false }, own)];
  const group = made("span", { className: "choice choice-unit" }, ...units.map((unit) => made("label", {},
    made("input", { type: "radio", name: `${id}_unit`, value: unit, checked: unit === own }),
    made("span", { translate: false }, unit))));
  group.setAttribute("role", "radiogroup");
  group.setAttribute("aria-label", say("second.device-unit", { name }));
  return [group];
}
