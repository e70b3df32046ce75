// A unit typed behind a number: never taken, always named. Twin of webref/dosing/typed_units.py.

import { EXPONENT, Refused, readNumber } from "./numbers.js";
import { say } from "./say.js";
import { nameOf, often, per, spell } from "./unit_spellings.js";

// A number, and what stands behind it; spaces are plain ones.
const AMOUNT = /^([+\-\u2212\u2013]?[0-9.,]+) ?([A-Za-z%\u00b5\u03bc/].*)$/;
const LETTER = /[A-Za-z%\u00b5\u03bc]/;

const SEVERAL = /\/[0-9]/; // as in mg/5 mL, which would hand a figure back

/** What to do instead, where a unit is known that the field will never offer: the unit that it has. @type {Map<string, [string, string]>} */
const ADVICE = new Map([
  ["lb", ["kg", "typed.weigh"]], ["oz", ["kg", "typed.weigh"]], ["stone", ["kg", "typed.weigh"]],
  ["inches", ["cm", "typed.measure"]], ["feet", ["cm", "typed.measure"]],
]);

/**
 * Throw where anything like a unit is typed with the number.
 * @param {string} text trimmed
 * @param {string[]} units those that the field offers
 * @param {string} chosen one of them, or empty
 * @throws {Refused} naming the units; with number and unit where one tap may set both
 */
export function refuseUnit(text, units, chosen) {
  if (EXPONENT.test(text)) return;
  const field = units.join(say("join.or"));
  const [, number, typed] = AMOUNT.exec(text) ?? [];
  if (typed === undefined) {
    if (LETTER.test(text)) throw new Refused(alone(field));
    return;
  }
  const spelled = spell(typed);
  const offered = (spelled && units.find((unit) => spell(unit) === spelled)) || "";
  if (offered && ["", offered].includes(chosen)) {
    const why = say("typed.offered", { unit: offered });
    try {
      readNumber(number);
    } catch (refused) {
      if (!(refused instanceof Refused)) throw refused;
      throw new Refused(`${refused.message} ${why}`);
    }
    throw new Refused(why, number, offered);
  }
  if (offered) {
    throw new Refused(say("typed.other", { typed: offered, chosen }));
  }
  if (SEVERAL.test(spelled) || !(spelled || often(typed))) throw new Refused(alone(field));
  throw new Refused(elsewhere(units, field, spelled));
}

/** Why letters that spell no unit are not read. @param {string} field */
function alone(field) {
  const unit = field ? say("typed.field", { units: field }) : say("typed.no-unit");
  return `${say("number.alone")} ${unit}`;
}

/** Why a unit that the field does not offer, or a word of how often, is not read. @param {string[]} units @param {string} field @param {string} spelled */
function elsewhere(units, field, spelled) {
  const typed = spelled ? nameOf(spelled) : say("typed.often");
  if (!field) return say("typed.unit-for-none", { typed });
  const time = per(units);
  if (time && per([spelled || "/often"]) !== time) {
    return say("typed.time", { time: say(`time.${time}`), units: field, typed });
  }
  const [offered, what] = ADVICE.get(spelled) ?? ["", ""];
  const advice = units.includes(offered) ? say(what) : say("typed.enter", { units: field });
  return say("typed.elsewhere", { units: field, typed, advice });
}
