// What a second check puts on the page.

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name @param {Partial<HTMLElementTagNameMap[Name]>} values @param {(Node | string)[]} inside
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function made(name, values = {}, ...inside) {
  const element = Object.assign(document.createElement(name), values);
  element.append(...inside);
  return element;
}

/** A sentence whose figures stand on one line with their unit: a browser may break "mcg/mL". @param {string} text */
const whole = (text) => text.split(/(\S+\u00a0[^\s,;]*[^\s,;.])/).map((part, at) => (
  at % 2 ? made("span", { className: "quantity" }, part) : part
));

/** @param {string} text */
export const line = (text) => made("p", {}, ...whole(text));

/** @param {string} text */
export const note = (text) => made("p", { className: "note" }, ...whole(text));

/** @param {string[]} lines */
export function list(lines) {
  const found = made("ul", {}, ...lines.map((text) => made("li", {}, ...whole(text))));
  found.setAttribute("role", "list");
  return found;
}

/** @param {string} text @param {(event: Event) => unknown} tapped */
export function button(text, tapped) {
  const found = made("button", { type: "button", className: "button" }, text);
  found.addEventListener("click", tapped);
  return found;
}

/** @param {(Node | string)[]} inside */
export const buttons = (...inside) => made("div", { className: "buttons" }, ...inside);

/** A fold that is closed until it is asked for. @param {string} title @param {(Node | string)[]} inside */
export const fold = (title, ...inside) => made("details", { className: "fold" },
  made("summary", {}, title), made("div", { className: "fold-body" }, ...inside));
