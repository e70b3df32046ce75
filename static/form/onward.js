// The dose given last in a protocol, taken to a calculator by a tap on its link.

/**
 * Have the links of a page that carry a dose say when they were tapped.
 * @param {HTMLElement} root the page's content
 * @returns {{stop: () => void}}
 */
export function start(root) {
  for (const link of root.querySelectorAll("a[data-carry]")) {
    link.addEventListener("click", () => {
      const { dataset, href } = /** @type {HTMLAnchorElement} */ (link);
      /** @type {HTMLAnchorElement} */ (link).href = `${href.split("#")[0]}#carry?${dataset.carry}&at=${Date.now()}`;
    });
  }
  return { stop() {} };
}
