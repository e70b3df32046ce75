// Before Home is painted: whether there is a row of pages below the cards, so that it shifts nothing.
// No module, since those run after the page is painted.

try {
  const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
  const own = new URL("../", src).pathname.slice(0, -1).replace("/", "-"); // as in base.js, which is a module
  const any = ["webref-pins", "webref-recent"].some((name) => (localStorage.getItem(name + own) ?? "[]") !== "[]");
  if (any) document.documentElement.dataset.strip = "";
} catch {
  // this browser keeps nothing
}
