// The block at the foot of the page: how high it is, and a keyboard that comes up over it.

const root = document.documentElement;
const dock = /** @type {HTMLElement | null} */ (document.querySelector(".dock"));
const held = /** @type {HTMLElement | null} */ (document.querySelector(".dock-held"));
const view = window.visualViewport;

/** What a keyboard covers of the page's foot, in pixels; an iPhone's covers without making the page lower. */
function covered() {
  if (!view || view.scale > 1.01) return 0; // zoomed in: what is out of view is where it was
  return Math.max(0, innerHeight - view.height - view.offsetTop);
}

/** Keep what must be seen above the keyboard, and what is focused above that. */
function place() {
  if (!dock || !held) return;
  const whole = dock.offsetHeight || held.offsetHeight;
  const below = whole - held.offsetHeight; // may lie under the keyboard
  const keyboard = covered();
  const foot = `${Math.max(whole, held.offsetHeight + keyboard)}px`;
  // Not as one length that the root hands down: with it the style of every element is worked out anew.
  dock.style.setProperty("--lift", `${Math.max(0, keyboard - below)}px`);
  for (const padded of [root, document.body]) padded.style.setProperty("--foot", foot);
}

if (dock && held && "ResizeObserver" in window) {
  const watch = new ResizeObserver(place);
  watch.observe(dock);
  watch.observe(held);
}
view?.addEventListener("resize", place);
view?.addEventListener("scroll", place);
place();
