// Taking an answer out of this phone: its entries as a link, its day as a calendar file, each by taps of the reader.

import { say as sayHere } from "../say.js";
import { calendarFile } from "./calendar.js";
import { toClipboard } from "./handover.js";
import { linkTo } from "./linked.js";

/** @typedef {import("../answers/answer.js").Answered} Answered */
/** @typedef {{say: (words: string) => void, query: () => string, edition: () => string, second: () => void}} Ways */

/** A random name that nothing else has. */
const newName = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** @param {string} text @param {() => void} tapped */
function button(text, tapped) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "button";
  made.textContent = text;
  made.addEventListener("click", tapped);
  return made;
}

/** @param {string} text */
function note(text) {
  const made = document.createElement("p");
  made.className = "note";
  made.textContent = text;
  return made;
}

/**
 * Bring what may be shared of an answer to life.
 * @param {HTMLElement} root the page's content
 * @param {Ways} ways `say` tells a screen reader, `query` gives what has been entered, `edition` what answers,
 *   `second` begins a second check
 * @returns {{update: (answered: Answered | null) => void}} to be called whenever the answer comes or goes
 */
export function startShare(root, { say, query, edition, second }) {
  const box = /** @type {HTMLElement | null} */ (root.querySelector("[data-share]"));
  const place = /** @type {HTMLElement | null} */ (root.querySelector("[data-copied]"));
  const paper = document.createElement("figure"); // the link as a QR code, which is printed
  paper.className = "qr";
  /** The answer that the calendar files are made of. @type {Answered | null} */
  let latest = null;
  /** What is offered, as words; null while a link is. @type {string | null} */
  let offered = "";

  /** What the link holds is said before it can be taken. */
  function offerLink() {
    const link = linkTo(query(), edition());
    const shared = { url: link };
    const copy = button(sayHere("share.copy"), async () => {
      copy.textContent = sayHere((await toClipboard(link, place)) ? "copy.done" : "copy.select");
      say(copy.textContent);
    });
    const code = button(sayHere("share.code"), () => showCode(link));
    const more = "share" in navigator ? [button(sayHere("share.share"), () => navigator.share?.(shared).catch(() => {}))] : [];
    offered = null;
    box?.replaceChildren(note(sayHere("share.leaves")), copy, ...more, code);
    say(sayHere("share.leaves"));
    copy.focus();
  }

  /** Nothing is drawn for entries that were changed meanwhile. @param {string} link */
  async function showCode(link) {
    const told = document.createElement("figcaption");
    told.textContent = sayHere("share.code-holds");
    try {
      const { codeOf } = await import("./code.js");
      const drawn = await codeOf(link, sayHere("share.code-name"));
      if (link !== linkTo(query(), edition())) return;
      paper.replaceChildren(drawn, told);
    } catch {
      told.textContent = sayHere("share.code-lost");
      paper.replaceChildren(told);
    }
    box?.after(paper);
    say(told.textContent);
  }

  /** @param {string} id of the answer */
  async function giveCalendar(id) {
    const answer = latest?.result?.answers.find(({ output }) => output.id === id);
    if (!answer) return;
    const drug = latest?.context.drug ?? "";
    const title = root.querySelector("h1")?.textContent ?? "";
    const about = sayHere("share.about", { title, edition: edition().slice(0, 12) });
    const text = calendarFile(answer, { drug, about, uid: newName(), now: new Date() });
    const file = new File([text], `${answer.output.id}.ics`, { type: "text/calendar" });
    if (matchMedia("(pointer: coarse)").matches && navigator.canShare?.({ files: [file] })) {
      await navigator.share?.({ files: [file] }).catch(() => {});
      return;
    }
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = file.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }

  /** @param {Answered | null} answered */
  function update(answered) {
    const result = answered?.context.is_answer && edition() ? answered.result : null;
    latest = answered;
    paper.remove();
    const due = result?.answers.filter(({ output }) => output.calendar) ?? [];
    const words = result ? ["link", ...due.map(({ output }) => output.name)].join("\n") : "";
    if (words === offered) return; // the same stands there already
    offered = words;
    box?.replaceChildren(...(result ? [
      button(sayHere("share.second"), second),
      button(sayHere("share.link"), offerLink),
      ...due.map((answer) => button(sayHere("share.calendar", { name: answer.output.name }), () => giveCalendar(answer.output.id))),
      ...(due.length ? [note(sayHere("share.holds"))] : []),
    ] : []));
  }
  return { update };
}
