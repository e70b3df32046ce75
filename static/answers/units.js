// Figures with their units. Twin of webref/dosing/units.py, whose factors come with the tree.

/**
 * The unit as it stands beside a figure: a counted word loses its s after a lone 1.
 * @param {string} unit
 * @param {string} figure
 * @param {string[]} counted the units that are counted words
 */
export function beside(unit, figure, counted) {
  return figure === "1" && counted.includes(unit) ? unit.slice(0, -1) : unit;
}

/**
 * Figure and unit as one text, the unit in the singular where it is a word and one is meant.
 * @param {string} figure
 * @param {string} unit
 * @param {string[]} words the units that are counted words
 */
export function counted(figure, unit, words) {
  return withUnit(figure, beside(unit, figure, words));
}

/**
 * Figure and unit as one text that never parts at a line end; per cent closes up.
 * @param {string} figure
 * @param {string} unit
 */
export function withUnit(figure, unit) {
  if (!unit) return figure;
  return unit === "%" ? `${figure}%` : `${figure}\u00a0${unit}`;
}
