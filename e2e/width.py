"""How far anything stands beyond the screen."""

# Pixels; 0 or less where all of it can be read. A part that a browser lays out only when it comes
# near the screen cuts off what is wider than itself, and never makes the page wider: it is asked
# too. There a field for the finger around the mark of a source may reach a little further.
BEYOND = """(() => {
  const root = document.documentElement;
  const cut = [...document.querySelectorAll("main *")].filter((one) => one.clientWidth
    && one.scrollWidth > one.clientWidth && getComputedStyle(one).contentVisibility === "auto");
  return Math.max(root.scrollWidth - root.clientWidth,
    ...cut.map((one) => one.scrollWidth - one.clientWidth - 8));
})()"""
# Lay out every part, near the screen or not, also what takes the place of another later.
LAY_OUT = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("main * { content-visibility: visible !important; }");
  document.adoptedStyleSheets = [sheet];
}"""
