// What stands in a page's fields over Back: whole with a page that was kept, gone where it is loaded anew.

/** Forms and fields of the page as it was left, with what their markup says. @type {Map<Element, string|null>} */
const left = new Map();

const SETTLED_MS = 50; // WebKit has blanked its fields before the next frame

/** @param {Element} field @param {string|null} value */
function setAutocomplete(field, value) {
  if (value === null) field.removeAttribute("autocomplete");
  else field.setAttribute("autocomplete", value);
}

// WebKit blanks whatever is not to be filled in again, just after it has shown a kept page.
window.addEventListener("pagehide", () => {
  for (const field of document.querySelectorAll('form, input:not([type="hidden"])')) {
    left.set(field, field.getAttribute("autocomplete"));
    setAutocomplete(field, "on");
  }
});

window.addEventListener("pageshow", () => {
  for (const [field, value] of left) setAutocomplete(field, value);
  left.clear();
});

/** Forget what a browser filled in by itself; where the page was simply opened nothing was. */
function forgetRestored() {
  const [visit] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
  if (!visit || visit.type === "navigate") return;
  for (const field of document.querySelectorAll("input")) {
    if (field.type === "checkbox" || field.type === "radio") field.checked = field.defaultChecked;
    else if (field.type !== "hidden") field.value = field.defaultValue;
  }
}

/**
 * Call back once a kept page is shown again, and whatever the browser does to its fields then is done.
 * @param {() => void} call
 * @returns {() => void} forgets it
 */
export function whenShownAgain(call) {
  const shown = (/** @type {PageTransitionEvent} */ { persisted }) => {
    if (persisted) setTimeout(call, SETTLED_MS);
  };
  window.addEventListener("pageshow", shown);
  return () => window.removeEventListener("pageshow", shown);
}

forgetRestored();
