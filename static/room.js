// Before Home is painted: whether there is a row of pages below the cards, so that it shifts nothing.
// No module, since those run after the page is painted.

try {
  const any = ["webref-pins", "webref-recent"].some((name) => (localStorage.getItem(name) ?? "[]") !== "[]");
  if (any) document.documentElement.dataset.kept = "";
} catch {
  // this browser keeps nothing
}
