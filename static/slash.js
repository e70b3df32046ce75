// The key "/" leads to the search box, on Home where a page has none; a reader may turn it off.

import { isSlashOff } from "./offline/keys.js";

document.addEventListener("keydown", (event) => {
  const { key, target, altKey, ctrlKey, metaKey } = event;
  const isTyped = target instanceof Element && target.closest("input, textarea, select");
  if (key !== "/" || altKey || ctrlKey || metaKey || isTyped || isSlashOff()) return;
  event.preventDefault();
  const lead = () => /** @type {HTMLElement | null} */ (document.querySelector("#q"))?.focus();
  if (document.querySelector("#q")) {
    lead();
    return;
  }
  document.addEventListener("webref:page", lead, { once: true });
  /** @type {HTMLElement | null} */ (document.querySelector(".dock-places a"))?.click();
});
