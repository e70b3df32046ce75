// The device's clock, read only when something is asked.

/** The local date and time of day to the minute, as `2026-11-22T09:30`. @param {Date} [now] */
export function localTime(now = new Date()) {
  const two = (/** @type {number} */ figure) => String(figure).padStart(2, "0");
  const day = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join("-");
  return `${day}T${two(now.getHours())}:${two(now.getMinutes())}`;
}
