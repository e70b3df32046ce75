// Reporting a mistake: a text prepared on this device, which the reader copies or mails.

import { BASE } from "./base.js";
import { toClipboard } from "./form/handover.js";
import { cacheOf, savedState } from "./offline/worker.js";
import { say } from "./say.js";

/** @typedef {{edition: string, webref: string, date: string}} Versions */

/** What this window's edition is, from its list as saved here, else from the server's; null where neither answers. */
async function versions() {
  const { window: here, own } = savedState();
  const edition = (here ?? own)?.edition;
  const list = `${BASE}edition.json`;
  try {
    const saved = edition && await caches.match(list, { cacheName: cacheOf(edition) });
    return /** @type {Versions} */ (await (saved || await fetch(list)).json());
  } catch {
    return null;
  }
}

/** The label that stands chosen on the page, in its own words. @param {HTMLElement} root */
function labelOf(root) {
  const chosen = root.querySelector('[name="label"]:checked');
  const words = chosen?.closest("label")?.textContent ?? root.querySelector("[data-running]")?.textContent ?? "";
  return words.replace(/\s+/g, " ").trim();
}

/** What was entered, as the form would send it, and the answer as it is shown. @param {HTMLFormElement} form */
function entries(form) {
  const answer = /** @type {HTMLElement | null} */ (document.querySelector("#answer"));
  const sent = [...new FormData(form)].filter(([, value]) => value !== "");
  const lines = sent.map(([name, value]) => `${name} = ${value}`);
  return [say("report.entries"), ...lines, say("report.answer"), answer?.innerText.trim() ?? ""].join("\n");
}

/**
 * The text of a report: the page and where it came from, nothing that was entered.
 * @param {HTMLElement} root @param {DOMStringMap} about the button's @param {Versions | null} known
 */
function reportText(root, about, known) {
  const lines = {
    drug: about.drug ?? "",
    page: root.querySelector("h1")?.textContent?.trim() ?? document.title,
    address: location.pathname, // neither query nor fragment, which may hold entries
    label: labelOf(root),
    edition: known?.edition ?? say("report.unknown"),
    versions: known ? say("report.made", { webref: known.webref, date: known.date }) : say("report.unknown"),
  };
  const said = Object.entries(lines).filter(([, text]) => text).map(([id, text]) => say(`report.${id}`, { text }));
  return [say("report.wrong"), "", "", ...said].join("\n");
}

/** @param {string} name @param {object} values @returns {HTMLElement} */
const made = (name, values) => Object.assign(document.createElement(name), values);

/**
 * Put the prepared text in the place of the button that asked for it.
 * @param {HTMLElement} root the page's content @param {HTMLElement} button
 */
export async function open(root, button) {
  const standing = /** @type {HTMLElement | null} */ (root.querySelector(".report h2"));
  if (standing) return standing.focus(); // one at a time: what was written there stays
  const about = /** @type {HTMLElement} */ (root.querySelector("footer [data-report]")).dataset
  const { to = "", editor = "" } = about;
  const known = await versions();
  const form = /** @type {HTMLFormElement | null} */ (root.querySelector("#calculator"));
  const box = made("section", { className: "report" });
  box.setAttribute("aria-labelledby", "report");
  const head = made("h2", { id: "report", textContent: say("report.open"), tabIndex: -1 });
  const text = document.createElement("textarea");
  Object.assign(text, { rows: 10, value: reportText(root, about, known) });
  text.setAttribute("aria-label", say("report.text"));
  const note = made("p", { className: "note", textContent: say(to ? "report.leaves" : "report.hand", { editor }) });
  box.append(head, note);
  if (form) {
    const tick = document.createElement("input");
    tick.type = "checkbox";
    const label = made("label", { className: "report-tick" });
    label.append(tick, ` ${say("report.with")}`);
    const own = () => text.value.split(`\n${say("report.entries")}\n`)[0].trimEnd(); // what the reader wrote stays
    tick.addEventListener("change", () => { text.value = tick.checked ? `${own()}\n\n${entries(form)}` : own(); });
    box.append(label);
  }
  box.append(text);
  const copy = made("button", { type: "button", className: "button", textContent: say("report.copy") });
  const place = made("pre", { className: "copy", hidden: true });
  copy.addEventListener("click", async () => {
    copy.textContent = say((await toClipboard(text.value, place)) ? "copy.done" : "copy.select");
  });
  box.append(copy);
  if (to) {
    const mail = document.createElement("a");
    Object.assign(mail, { className: "button", textContent: say("report.mail", { to }) });
    const write = () => {
      const subject = say("report.subject", { drug: about.drug ?? "" });
      mail.href = `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.value)}`;
    };
    mail.addEventListener("pointerdown", write);
    mail.addEventListener("click", write);
    write();
    box.append(mail);
  }
  box.append(place);
  button.replaceWith(box);
  head.focus();
}
