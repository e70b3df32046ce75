"""How far anything stands beyond the screen, and which words do not stand on one line."""

# Pixels; 0 or less where all of it can be read. A box that hides what passes it, and a part that a
# browser lays out only when it comes near the screen, cut off what is wider than themselves and
# never make the page wider: how far their text or boxes pass them is asked too, also of a part
# that `LAY_OUT` lays out. What is there to be heard alone is clipped.
BEYOND = """(() => {
  const root = document.documentElement;
  const range = document.createRange();
  const found = (rules) => [...rules].flatMap((rule) => [
    ...(rule.style?.getPropertyValue("content-visibility") === "auto" ? [rule.selectorText] : []),
    ...found(rule.cssRules ?? []),
  ]);
  const parts = [...document.styleSheets].flatMap((sheet) => found(sheet.cssRules)).join(", ");
  const cuts = (one) => {
    const { overflowX, clipPath } = getComputedStyle(one);
    return clipPath === "none" && (/hidden|clip/.test(overflowX) || (parts && one.matches(parts)));
  };
  const cut = [...document.querySelectorAll("main *")]
    .filter((one) => one.clientWidth && one.scrollWidth > one.clientWidth && cuts(one))
    .map((one) => {
      range.selectNodeContents(one);
      const passes = range.getBoundingClientRect().right - one.getBoundingClientRect().right;
      return Math.ceil(passes - 0.5);
    });
  return Math.max(root.scrollWidth - root.clientWidth, ...cut);
})()"""
# Lay out every part, near the screen or not, also what takes the place of another later.
LAY_OUT = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("main * { content-visibility: visible !important; }");
  document.adoptedStyleSheets = [sheet];
}"""
# The words, figures and units that part within themselves, each with the text around it. On the
# narrowest screens (`figures`, a selector) only within those; an address may always part, and a
# word of more than twenty letters.
PARTED = """(figures) => {
  const range = document.createRange();
  const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const shown = (one) => !one.closest("[data-banner], [data-own-digest]")
    && one.checkVisibility({ visibilityProperty: true });
  const heard = (one) => one
    && (getComputedStyle(one).clipPath !== "none" || heard(one.parentElement));
  const found = [];
  while (texts.nextNode()) {
    const { data, parentElement } = texts.currentNode;
    if (!shown(parentElement) || heard(parentElement)) continue;
    if (figures && !parentElement.closest(figures)) continue;
    if (/www\\.|:\\/\\//.test(data)) continue;
    for (const { 0: word, index } of data.matchAll(/[^\\s\\u200b\\u2013/-]+/g)) {
      if (word.length > 20) continue;
      range.setStart(texts.currentNode, index);
      range.setEnd(texts.currentNode, index + word.length);
      const tops = [...range.getClientRects()].filter((one) => one.width).map((one) => one.top);
      if (Math.max(...tops) - Math.min(...tops) > 4) found.push(`${word}: ${data.trim()}`);
    }
  }
  return found;
}"""
