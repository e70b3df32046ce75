// Firefox may end a line behind the stroke of a unit. There a word joiner holds the two together,
// in whatever is shown; a figure that is marked up as one is held by its style.

const FIGURE = /\d\u00a0\S*\/\S+/g;
const HELD = "/\u2060"; // no line ends at a word joiner, and it is neither seen nor heard

/** @param {Text} text */
function hold(text) {
  if (!text.data.includes("/") || text.parentElement?.closest(".quantity, script")) return;
  const held = text.data.replace(FIGURE, (figure) => figure.replace(/\/(?!\u2060)/g, HELD));
  if (held !== text.data) text.data = held;
}

/** @param {Node} node */
function holdBelow(node) {
  const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  if (node instanceof Text) hold(node);
  while (texts.nextNode()) hold(/** @type {Text} */ (texts.currentNode));
}

if (CSS.supports("-moz-orient", "inline")) { // what Firefox alone knows
  holdBelow(document.body);
  new MutationObserver((changes) => { // before it is painted
    for (const { type, target, addedNodes } of changes) {
      for (const node of type === "characterData" ? [target] : addedNodes) holdBelow(node);
    }
  }).observe(document.body, { childList: true, characterData: true, subtree: true });
}
