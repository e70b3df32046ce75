// The answer at a glance: one line above the dock while the answer itself is out of view.

const box = /** @type {HTMLElement} */ (document.getElementById("answer"));
const glance = /** @type {HTMLElement} */ (document.getElementById("glance"));

let inView = true;

/** Show the main answer, or the reason of a stop; nothing where there is neither. */
function update() {
  const stop = box.querySelector(".readout-stop b");
  const main = box.querySelector(".is-followed .quantity-read");
  const said = stop ?? main;
  glance.hidden = inView || !said;
  glance.classList.toggle("is-stop", Boolean(stop));
  glance.replaceChildren();
  if (!said) return;
  const bold = document.createElement("b");
  bold.textContent = said.textContent;
  const warning = !stop && box.querySelector(".check-warn b");
  glance.append(bold, warning ? ` ${warning.textContent}` : "");
}

new MutationObserver(update).observe(box, { childList: true, subtree: true });
new IntersectionObserver(([entry]) => {
  inView = entry.isIntersecting;
  update();
}, { rootMargin: "0px 0px -40% 0px" }).observe(box);
