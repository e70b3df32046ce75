// Links to PDFs: whether each is saved on this device, and in an app a way to it that leads back.

import { cacheOf, savedState } from "./offline/worker.js";
import { say } from "./say.js";

const LINK = 'a[type="application/pdf"]';
const KEPT_MS = 60_000; // that a file handed to the browser is kept for it

/** An app from a home screen shows a PDF in place of its page, and has no bar to go back by. */
const isApp = () => window.matchMedia("(display-mode: standalone), (display-mode: fullscreen)").matches
  || ("standalone" in navigator && navigator.standalone === true);

/** The addresses of what is saved here of the edition; null while that is not known. */
async function savedHere() {
  const { kind, own } = savedState();
  if (kind === "unknown") return null;
  if (!own?.sets) return new Set();
  const name = cacheOf(own.edition);
  if (!await caches.has(name)) return new Set();
  const keys = await (await caches.open(name)).keys();
  return new Set(keys.map((request) => new URL(request.url).pathname));
}

/** @param {HTMLAnchorElement} link @returns {Promise<File>} @throws {Error} where nobody has it */
async function fileOf(link) {
  const response = await fetch(link.href);
  const type = response.headers.get("content-type") ?? "";
  if (!response.ok || !type.startsWith("application/pdf")) throw new Error(`${response.status} for ${link.href}`);
  return new File([await response.blob()], link.pathname.split("/").pop() ?? "", { type: "application/pdf" });
}

/** @param {File} file */
function download(file) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
}

/** @param {HTMLElement} root the page's content @returns {{stop: () => void}} */
export function start(root) {
  const links = /** @type {HTMLAnchorElement[]} */ ([...root.querySelectorAll(LINK)]);
  /** Each link's words on whether its file is saved. @type {Map<HTMLAnchorElement, HTMLElement>} */
  const marks = new Map();
  /** Files that a browser wanted a tap of their own for. @type {Map<string, File>} */
  const held = new Map();
  const told = document.createElement("p");
  told.className = "note";
  told.setAttribute("role", "status");

  async function show() {
    const saved = await savedHere();
    if (!saved) return;
    for (const link of links) {
      const mark = marks.get(link) ?? document.createElement("small");
      const blank = link.dataset.blank ?? link.pathname; // a filled sheet is made by the server
      mark.textContent = ` ${say(saved.has(blank) ? "pdf.saved" : "pdf.unsaved")}`;
      if (!marks.has(link)) (link.querySelector("span:not(.hidden)") ?? link).append(mark);
      marks.set(link, mark);
    }
  }

  /** @param {HTMLAnchorElement} link @param {string} words */
  function tell(link, words) {
    (link.closest(".buttons") ?? link).after(told);
    told.textContent = words;
  }

  /** Hand the file on; where the browser has forgotten the tap by now, ask for another. @param {HTMLAnchorElement} link */
  async function handOn(link) {
    let file = held.get(link.href);
    try {
      file ??= await fileOf(link);
    } catch {
      return tell(link, say("pdf.lost"));
    }
    tell(link, "");
    if (!navigator.canShare?.({ files: [file] })) return download(file);
    try {
      await navigator.share?.({ files: [file] });
      held.delete(link.href);
    } catch (error) {
      if (error instanceof Error && error.name === "AbortError") return undefined; // the reader changed their mind
      held.set(link.href, file);
      tell(link, say("pdf.again"));
    }
    return undefined;
  }

  /** @param {MouseEvent} event */
  function tapped(event) {
    const link = event.target instanceof Element ? event.target.closest(LINK) : null;
    if (!(link instanceof HTMLAnchorElement) || !isApp()) return;
    event.preventDefault();
    handOn(link);
  }

  root.addEventListener("click", tapped);
  document.addEventListener("webref:saved", show);
  show();
  function stop() {
    root.removeEventListener("click", tapped);
    document.removeEventListener("webref:saved", show);
  }
  return { stop };
}
