// Handing an answer over: copied as text, printed, or taken to the worksheet.

import { localTime } from "../clock.js";

/**
 * Bring the buttons below the answer to life.
 * @param {HTMLFormElement} form
 * @param {HTMLElement} box where the answer stands
 * @param {(words: string) => void} say tells a screen reader
 * @returns {{update: () => void}} to be called whenever entries or answer change
 */
export function startHandover(form, box, say) {
  const copy = action("copy");
  const print = action("print");
  const worksheet = /** @type {HTMLAnchorElement | null} */ (action("worksheet"));
  const blank = worksheet?.getAttribute("href") ?? "";
  const name = copy?.textContent ?? "";

  copy?.addEventListener("click", async () => {
    const text = box.querySelector(".copy");
    if (!text) return;
    copy.textContent = (await copied(text)) ? "Copied" : "Select the text and copy it";
    say(copy.textContent);
  });
  print?.addEventListener("click", () => window.print());

  function update() {
    if (copy) {
      copy.textContent = name;
      copy.hidden = !box.querySelector(".copy");
    }
    if (worksheet) worksheet.href = `${blank}${query(form)}`;
  }
  if (print) print.hidden = false;
  update();
  return { update };
}

/** @param {string} name @returns {HTMLElement | null} */
function action(name) {
  return document.querySelector(`[data-action="${name}"]`);
}

/** What has been entered, as a query; nothing where the form is blank. @param {HTMLFormElement} form */
function query(form) {
  const data = new FormData(form);
  const filled = [...data].filter(([name]) => data.get(name.replace(/_(unit|typed)$/, "")));
  return filled.length ? `?${new URLSearchParams(/** @type {[string, string][]} */ (filled))}` : "";
}

/**
 * Put the text of an answer on the clipboard with the time of copying; shown where none is allowed.
 * @param {Element} text
 * @returns {Promise<boolean>} whether it was copied
 */
async function copied(text) {
  const untimed = (text.textContent ?? "").replace(/\nTime: .*$/, "");
  const words = `${untimed}\nTime: ${localTime().replace("T", " ")}`;
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    text.textContent = words;
    /** @type {HTMLElement} */ (text).hidden = false;
    getSelection()?.selectAllChildren(text);
    return false;
  }
}
