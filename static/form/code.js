// A link as a QR code, drawn here and printed with the page. Fetched when one is first asked for.

const LIBRARY = new URL("../vendor/uqr.js", import.meta.url).href;
const SVG = "http://www.w3.org/2000/svg";
const QUIET = 4; // modules that stay white around it
const MODULE_MM = 0.45; // a code of a long link is read from paper at this size
export const ON_SCREEN_MM = 1; // one of a short link is read from a screen at this size

/**
 * The QR code of a link of ASCII, black on white in every colour scheme.
 * @param {string} link
 * @param {string} name what is said instead of it
 * @param {number} [module] the side of a square, in millimetres
 * @returns {Promise<SVGSVGElement>}
 * @throws {Error} where the library is not saved and there is no network
 */
export async function codeOf(link, name, module = MODULE_MM) {
  const { encode } = await import(LIBRARY);
  /** @type {{size: number, data: boolean[][]}} */
  const { size, data } = encode(link, { ecc: "M", border: QUIET });
  const [drawn, ground, dark] = [part("svg"), part("rect"), part("path")];
  set(drawn, { viewBox: `0 0 ${size} ${size}`, width: `${size * module}mm`, height: `${size * module}mm`,
    "shape-rendering": "crispEdges", role: "img", "aria-label": name });
  set(ground, { width: "100%", height: "100%", fill: "#fff" });
  const squares = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  set(dark, { d: squares.join(""), fill: "#000" });
  drawn.append(ground, dark);
  return drawn;
}

/** @template {"svg" | "rect" | "path"} Name @param {Name} name @returns {SVGElementTagNameMap[Name]} */
const part = (name) => document.createElementNS(SVG, name);

/** @param {Element} element @param {Record<string, string>} attributes */
function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}
