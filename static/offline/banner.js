// Banners at the top of a page: one per name, replaced when said again.

/**
 * Show a banner, or put a new one in the place of the old one of the same name.
 * @param {string} name
 * @param {{level: "stop"|"warn"|"note", title: string, text: string,
 *   more?: Node, buttons?: {label: string, press: () => void}[]}} said `more`: below the words
 */
export function showBanner(name, { level, title, text, more, buttons = [] }) {
  const banner = document.createElement("div");
  banner.className = `check check-${level}`;
  banner.dataset.banner = name;
  banner.setAttribute("role", level === "note" ? "status" : "alert");
  const words = document.createElement("p");
  const bold = document.createElement("b");
  bold.textContent = title;
  words.append(bold, ` ${text}`);
  banner.append(words);
  if (more) banner.append(more);
  for (const { label, press } of buttons) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button";
    button.textContent = label;
    button.addEventListener("click", press);
    banner.append(button);
  }
  const old = bannerOf(name);
  if (old && old.textContent === banner.textContent) return;
  if (old) old.replaceWith(banner);
  else document.querySelector("main")?.prepend(banner);
}

/** @param {string} name */
export function hideBanner(name) {
  bannerOf(name)?.remove();
}

/** @param {string} name @returns {HTMLElement|null} */
function bannerOf(name) {
  return document.querySelector(`[data-banner="${CSS.escape(name)}"]`);
}
