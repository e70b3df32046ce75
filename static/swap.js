// One page put in the place of another: what differs between two pages of an edition, and nothing else.

/** What stands in a page's head and is of that page alone; its title apart. */
const HEAD = ['meta[name="description"]', 'script[type="application/ld+json"]'];

/** @param {ParentNode} page @param {string} css @returns {HTMLElement} */
const one = (page, css) => {
  const found = page.querySelector(css);
  if (!found) throw new Error(`this page lacks ${css}`);
  return /** @type {HTMLElement} */ (found);
};

/**
 * Put a page in the place of the one that is shown.
 * @param {Document} page parsed, its scripts never run
 * @returns {HTMLElement} its content, as it stands now
 * @throws {Error} where it is no page of this reference; nothing is changed then
 */
export function swap(page) {
  const main = one(page, "main");
  const pairs = [...HEAD, ".top > :first-child", "main"].map((css) => [one(document, css), one(page, css)]);
  const [dock, next] = [one(document, ".dock"), one(page, ".dock")];
  for (const unread of main.querySelectorAll("noscript")) unread.replaceChildren(); // parsed as if scripts were off
  document.title = page.title;
  for (const [old, fresh] of pairs) old.replaceWith(fresh);
  // Afterwards, or the style of all that goes is worked out once more.
  for (const { name, value } of page.body.attributes) {
    if (document.body.getAttribute(name) !== value) document.body.setAttribute(name, value);
  }
  markPlace(dock, next);
  one(dock, ".dock-held").querySelector(".glance")?.remove();
  const glance = next.querySelector(".glance");
  if (glance) one(dock, ".dock-held").prepend(glance);
  return main;
}

/** Mark in the dock where the reader is now. @param {HTMLElement} dock @param {HTMLElement} next of the page that comes */
function markPlace(dock, next) {
  const here = new Map([...next.querySelectorAll("a[aria-current]")]
    .map((link) => [link.getAttribute("href"), link.getAttribute("aria-current") ?? ""]));
  for (const link of dock.querySelectorAll("a")) {
    const mark = here.get(link.getAttribute("href"));
    if (mark === undefined) link.removeAttribute("aria-current");
    else link.setAttribute("aria-current", mark);
  }
}
