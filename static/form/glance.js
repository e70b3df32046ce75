// The answer at a glance: one line above the dock while the main figure itself is out of view.

const box = /** @type {HTMLElement} */ (document.getElementById("answer"));
const glance = /** @type {HTMLElement} */ (document.getElementById("glance"));
const dock = /** @type {HTMLElement} */ (document.querySelector(".dock-emergency"));

let inView = true;

/** The reason of a stop or the main figure, as the answer shows it. */
function main() {
  return box.querySelector(".readout-stop b") ?? box.querySelector(".is-followed .quantity-read");
}

/** Repeat what the answer says; nothing where it is in view or says nothing. */
function update() {
  const said = main();
  glance.hidden = inView || !said;
  glance.replaceChildren();
  if (!said) return;
  const stop = said.closest(".readout-stop") !== null;
  glance.classList.toggle("is-stop", stop);
  const bold = document.createElement("b");
  bold.textContent = said.textContent;
  const warning = !stop && box.querySelector(".check-warn b");
  glance.append(bold, warning ? ` ${warning.textContent}` : "");
}

const covered = Math.round(innerHeight - dock.getBoundingClientRect().top); // below what can be read
const watch = new IntersectionObserver((entries) => {
  inView = entries[entries.length - 1].intersectionRatio > 0.98; // the latest, where several came at once
  update();
}, { rootMargin: `0px 0px -${covered}px 0px`, threshold: [0, 0.98, 1] });

new MutationObserver(() => {
  watch.disconnect();
  const said = main();
  if (said) watch.observe(said);
  update();
}).observe(box, { childList: true, subtree: true });
