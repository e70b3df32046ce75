// Where a browser has no popovers, a mark leads down to its source in the list.

if (!("popover" in HTMLElement.prototype)) {
  document.addEventListener("click", (event) => {
    const mark = event.target instanceof Element ? event.target.closest("[popovertarget]") : null;
    const source = document.getElementById(mark?.getAttribute("popovertarget") ?? "");
    if (!source) return;
    event.preventDefault();
    source.tabIndex = -1;
    source.focus();
    source.scrollIntoView({ block: "center" });
  });
}
