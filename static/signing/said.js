// What a page says of signatures: the line of the draft, who signed, and what of an edition that waits.

import { longDate } from "../offline/age.js";
import { hideBanner, showBanner } from "../offline/banner.js";
import { say } from "./say.js";

const KEY_SHOWN = 16; // figures of a key by which a reader knows it again

/** The sentence that pages carry until enough have signed. */
const draft = () => document.body.dataset.draft ?? "";

/**
 * Say who signed this window's edition, and take the line of the draft off where enough did.
 * @param {import("./state.js").Found|null} found @param {string} edition
 */
export function sayOwn(found, edition) {
  const isSigned = found?.examined?.state === "signed";
  const before = document.documentElement.dataset.signed ?? "";
  document.documentElement.dataset.signed = isSigned ? edition : "";
  if (isSigned) for (const place of document.querySelectorAll(".unchecked, .running span")) takeOff(place);
  // An answer says it too: it is asked for again.
  if (before !== document.documentElement.dataset.signed) document.dispatchEvent(new CustomEvent("webref:notices"));
  for (const place of document.querySelectorAll("[data-signed-by]")) place.replaceChildren(...linesOf(found));
}

/** Take the draft's sentence out of what a page says; another one beside it stays. @param {Element} place */
function takeOff(place) {
  for (const node of place.childNodes) {
    if (!(node instanceof Text) || !node.data.includes(draft())) continue;
    node.data = node.data.replace(`${draft()}. `, "").replace(draft(), "");
  }
  if (place instanceof HTMLElement && place.matches(".unchecked")) place.hidden = !place.textContent?.trim();
}

/** @param {string} text @param {string} [name] */
function line(text, name = "p") {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

/** @param {import("./state.js").Found|null} found @returns {HTMLElement[]} */
function linesOf(found) {
  const { people, examined } = found ?? {};
  if (!people || !examined) return [line(say("signing.unknown"))];
  const count = String(examined.signed.filter(([, day]) => day).length);
  const told = say(`signing.${examined.state}`, { count, needed: String(people.needed), all: String(people.people.length) });
  const list = document.createElement("ul");
  list.append(...examined.signed.map(([{ name, role, key }, day]) => line(
    say(day ? "signing.has" : "signing.not", { name, role, key: key.slice(0, KEY_SHOWN), ...(day ? { date: longDate(day) } : {}) }),
    "li",
  )));
  const wrong = examined.wrong ? [line(say("signing.wrong", { count: String(examined.wrong) }))] : [];
  return [line(told), list, ...wrong, line(say("signing.first"))];
}

/**
 * Before the reader opens an edition that waits: say where enough of those trusted have not signed it.
 * @param {import("./state.js").Found|null|undefined} waiting @param {boolean} known whether anybody is trusted
 */
export function sayOffer(waiting, known) {
  const state = waiting?.examined?.state ?? "nobody";
  const isCard = document.body.dataset.kind === "card"; // nothing comes before a card's steps
  if (!waiting || !known || state === "signed" || isCard) return hideBanner("offer-signed");
  showBanner("offer-signed", { level: "warn", title: say("signing.offer"), text: say(`signing.offer-${state}`) });
}
