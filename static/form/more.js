// The fold of optional entries: what is filled in is never out of sight.

/**
 * Bring the fold to life; a form without one does without.
 * @param {HTMLFormElement} form
 * @returns {() => void} to be called whenever entries may have changed
 */
export function startMore(form) {
  const fold = /** @type {HTMLDetailsElement | null} */ (form.querySelector("[data-more]"));
  if (!fold) return () => {};
  const isFilled = () => [...fold.querySelectorAll("input")].some(({ type, checked, value }) => (
    type === "radio" ? checked : type !== "hidden" && value !== ""
  ));
  const show = () => { if (isFilled()) fold.open = true; };
  fold.addEventListener("toggle", show);
  show();
  return show;
}
