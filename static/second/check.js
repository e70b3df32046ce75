// A second check by another person: the first entries and answer go out of sight, and come back, or
// are struck, once the second is done. They lie in this script's own variables alone, and nowhere else.

import { localTime } from "../clock.js";
import { forgetLeft } from "../form/held.js";
import { compare, sideOf } from "./compare.js";
import { display } from "./display.js";
import { fourWords, listed } from "./four.js";
import { button, buttons, fold, line, list, made, note } from "./parts.js";
import { say } from "./say.js";

/** @typedef {import("../answers/answer.js").Answered} Answered */
/** @typedef {import("./compare.js").Side} Side */
/**
 * What a check does with the form: `ask` answers a query now, `query` is all that stands in it, `put`
 * puts a query in its place, or nothing; `shut` takes it off the page, `label` is the one chosen.
 * @typedef {{ask: (query: string) => Promise<Answered>, query: () => string, put: (query: string) => void,
 *   shut: (away: boolean) => void, edition: () => string, say: (words: string) => void, done: () => void}} Ways
 */

/**
 * Begin a second check on a calculator's page.
 * @param {HTMLElement} root the page's content
 * @param {HTMLFormElement} form
 * @param {Ways} ways
 * @returns {{offer: () => void, invite: (edition: string) => void, end: () => void}} `offer` says in which
 *   ways it may be done, `invite` what the other phone's code asks for
 */
export function startCheck(root, form, ways) {
  const box = /** @type {HTMLElement} */ (root.querySelector("#answer"));
  const [told, below] = [made("section", { className: "second" }), buttons()];
  const status = made("p", { className: "hidden" });
  status.setAttribute("role", "status");
  told.setAttribute("aria-labelledby", "second");
  form.before(told, status);
  box.after(below);
  let first = ""; // the query of the first person, until it is held against the second's
  let tries = 0;
  let stands = false; // an agreement is shown, for the entries that stand
  /** The first person's side on this phone, named once both have struck theirs. @type {Side | null} */
  let struck = null;

  /** @param {string} words for a screen reader */
  const tell = (words) => { status.textContent = words; };

  /**
   * Put what is said in the place of what was; a screen reader is told the same.
   * @param {string} title @param {HTMLElement} of which drug, calculator and edition it is of
   * @param {string[]} texts @param {HTMLElement[]} more
   */
  function show(title, of, texts, ...more) {
    const head = made("h2", { id: "second", tabIndex: -1 }, title);
    told.replaceChildren(head, of, ...texts.map(line), ...more);
    below.replaceChildren();
    stands = false;
    tell([title, ...texts].join(". "));
    head.focus();
  }

  /** Which drug, calculator, label and edition this is of. @param {Answered} answered @param {string} key */
  function about({ result }, key = "second.about") {
    const { calculator, label } = /** @type {NonNullable<Answered["result"]>} */ (result);
    const names = { title: calculator.title, edition: ways.edition().slice(0, 12) };
    const text = key === "second.about" ? say(key, { ...names, label: label?.name ?? say("second.no-label") }) : say(key, names);
    const found = made("p", { translate: false }, made("b", {}, calculator.drug), ` ${text}`);
    return found;
  }

  const misses = () => fold(say("second.misses"), list(["both", "order", "told", "rule"].map((key) => say(`second.misses-${key}`))));
  const ending = () => button(say("second.end"), () => {
    end();
    ways.say(say("second.ended"));
  });
  const counted = (/** @type {string} */ key) => say(key, { count: String(tries), time: localTime().replace("T", " ") });

  /** In which ways it may be done, for the answer that stands. */
  async function offer() {
    if (first) { // it is under way
      /** @type {HTMLElement | null} */ (told.querySelector("h2"))?.focus();
      return;
    }
    const answered = await ways.ask(ways.query());
    show(say("second.title", { drug: answered.context.drug ?? "" }), about(answered), [say("second.what")], buttons(
      button(say("second.one"), handOver), button(say("second.two"), tellWords),
      button(say("second.device"), askDevice), ending(),
    ), note(say("second.kept")), misses());
  }

  /** Take the first entries and answer off the page and out of its history; null where there is no answer. @param {boolean} shut the form too */
  async function hide(shut) {
    const query = ways.query();
    const answered = await ways.ask(query);
    if (!answered.context.is_answer) {
      tell(answered.context.missing || say("second.nothing"));
      return null;
    }
    first = query;
    forgetLeft();
    ways.shut(shut);
    ways.put("");
    for (const mark of root.querySelectorAll(".carried, .report")) mark.remove();
    root.querySelector("[data-copied]")?.replaceChildren();
    return answered;
  }

  /** Both sides are gone, and neither answer stands. */
  function strike() {
    first = "";
    tries += 1;
    ways.shut(false);
    ways.put("");
  }

  /** One phone: the second person enters everything. */
  async function handOver() {
    const answered = await hide(false);
    if (!answered) return;
    const time = localTime().slice(11);
    show(say("second.turn"), about(answered, "second.about-blind"), [say("second.turn-text", { time })], buttons(ending()), misses());
    below.replaceChildren(button(say("second.compare"), holdTogether), ending());
  }

  async function holdTogether() {
    const query = ways.query();
    const [one, two] = await Promise.all([ways.ask(first), ways.ask(query)]);
    if (!one.result || !two.result) return;
    const [before, after] = [one.result, two.result].map((result) => sideOf(result, ways.edition()));
    if (after.why && !two.result.messages.length) { // something is missing, or cannot be read
      tell(say("second.incomplete", { why: after.why }));
      below.replaceChildren(note(say("second.incomplete", { why: after.why })), button(say("second.compare"), holdTogether), ending());
      return;
    }
    const { agree, differences, same } = compare(before, after);
    if (agree) {
      tries += 1;
      agreed(two, "second.agree-text", same);
      return;
    }
    strike();
    differ("second.differ", "second.differ-text", differences.map(({ text }) => text), one);
  }

  /** The entries that stand are those of both. @param {Answered} answered @param {string} key @param {string[]} lines */
  function agreed(answered, key, lines) {
    first = "";
    show(say("second.agree"), about(answered), [say(key), counted("second.tries")], ...(lines.length ? [list(lines)] : []),
      buttons(ending()), misses());
    stands = true;
    tries = 0;
  }

  /** @param {string} title @param {string} text @param {string[]} lines @param {Answered} answered */
  function differ(title, text, lines, answered) {
    show(say(title), about(answered, "second.about-blind"), [say(text)], list(lines), line(say("second.tried", { count: String(tries) })),
      buttons(button(say("second.again"), () => again(answered)), ending()), misses());
    tell([say(title), ...lines].join(". "));
  }

  /** The first person begins anew, on this phone. @param {Answered} answered */
  function again(answered) {
    show(say("second.title", { drug: answered.context.drug ?? "" }), about(answered, "second.about-blind"),
      [say("second.again-text", { count: String(tries) })], buttons(ending()));
    below.replaceChildren(button(say("second.hand-over"), async () => {
      const now = await ways.ask(ways.query());
      if (now.context.is_answer) await offer();
      else tell(now.context.missing || say("second.nothing"));
    }), ending());
  }

  /** Two phones: four words of what stands here. */
  async function tellWords() {
    const shown = await ways.ask(ways.query());
    const side = sideOf(/** @type {NonNullable<Answered["result"]>} */ (shown.result), ways.edition());
    const words = await fourWords(side).catch(() => null);
    if (!words) {
      show(say("second.words"), about(shown), [say("second.no-words")], buttons(button(say("second.one"), handOver), ending()));
      return;
    }
    const answered = await hide(true);
    if (!answered) return;
    struck = side;
    const four = made("p", { className: "second-words", translate: false }, ...words.flatMap((word) => [made("b", {}, word), " "]));
    show(say("second.words"), about(answered), [say("second.words-text")], four, buttons(
      button(say("second.words-same"), () => backWith("second.agree-words")),
      button(say("second.words-other"), wordsDiffer),
      button(say("second.code"), showCode), ending(),
    ), note(say("second.words-bits", { count: String(listed().length) })), misses());
    tell([say("second.words"), ...words].join(". "));
  }

  /** Both reached it: entries and answer come back. @param {string} key @param {string[]} lines */
  async function backWith(key, lines = []) {
    const query = first;
    tries += 1;
    struck = null;
    ways.shut(false);
    ways.put(query);
    agreed(await ways.ask(query), key, lines);
  }

  /** @param {Event} event of the button that asked for it */
  async function showCode({ currentTarget }) {
    const at = /** @type {HTMLElement} */ (currentTarget);
    const [{ codeOf, ON_SCREEN_MM }, { linkToCheck }] = await Promise.all([import("../form/code.js"), import("../form/twice.js")]);
    const drawn = await codeOf(linkToCheck(ways.edition()), say("second.code-name"), ON_SCREEN_MM).catch(() => null);
    const about = say(drawn ? "second.code-text" : "second.code-lost");
    const paper = made("figure", { className: "qr" }, ...(drawn ? [drawn] : []), made("figcaption", {}, about));
    at.parentElement?.after(paper);
    at.remove();
    tell(about);
  }

  /** No entry is named before both phones have struck theirs. */
  async function wordsDiffer() {
    const answered = await ways.ask(first);
    strike();
    ways.shut(true);
    show(say("second.struck"), about(answered), [say("second.struck-text")], buttons(
      button(say("second.both-struck"), () => nameStruck(answered)), ending(),
    ));
  }

  /** @param {Answered} answered */
  function nameStruck(answered) {
    const lines = (struck?.entries ?? []).map(({ name, shown }) => say("second.named-entry", { name, value: shown || say("second.nothing") }));
    struck = null;
    ways.shut(false);
    show(say("second.named"), about(answered), [say("second.named-text")], list(lines), line(say("second.tried", { count: String(tries) })),
      buttons(button(say("second.again"), () => again(answered)), ending()), misses());
  }

  /** The inverse way: what is programmed is read from the device. */
  async function askDevice() {
    const answered = await hide(true);
    if (!answered) return;
    const { form: fields, read } = display(/** @type {NonNullable<Answered["result"]>} */ (answered.result));
    const problems = made("div");
    show(say("second.device"), about(answered), [say("second.device-text")], fields, problems, buttons(
      button(say("second.compare"), () => holdAgainst(read(), problems, answered)), ending(),
    ), misses());
  }

  /** @param {import("./device.js").Held[]} held @param {HTMLElement} problems @param {Answered} answered */
  function holdAgainst(held, problems, answered) {
    const refused = held.filter(({ state }) => state === "refused").map(({ text }) => text);
    const empty = held.every(({ state }) => state === "left") ? [say("second.device-empty")] : [];
    if (refused.length || empty.length) {
      problems.replaceChildren(list([...refused, ...empty]));
      tell([...refused, ...empty].join(". "));
      return;
    }
    const lines = held.map(({ text }) => text);
    if (held.every(({ state }) => state !== "differs")) {
      backWith("second.agree-device", lines);
      return;
    }
    strike();
    differ("second.differ-device", "second.differ-device-text", lines, answered);
  }

  /** The other phone's code brought this page here. @param {string} other the edition that it holds */
  async function invite(other) {
    const own = ways.edition().slice(0, 12);
    const warning = own && own !== other ? [say("second.invited-edition", { other, own })] : [];
    const answered = await ways.ask("");
    show(say("second.invited"), about(answered, "second.about-blind"), [say("second.invited-text"), ...warning], buttons(ending()), misses());
  }

  /** @param {Event} event */
  function entered({ target }) {
    if (stands && target !== form) end(); // they agreed on other entries
  }
  form.addEventListener("input", entered, true);

  function end() {
    first = "";
    struck = null;
    form.removeEventListener("input", entered, true);
    for (const part of [told, status, below]) part.remove();
    ways.shut(false);
    ways.done();
  }
  return { offer, invite, end };
}
