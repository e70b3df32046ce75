// A day or time of an answer as a calendar file: what falls due, for which medicine, and no entry of the form.

/** @typedef {import("../answers/evaluate.js").Answer} Answer */

const MINUTE = 60_000;

/** Text as RFC 5545 writes it. @param {string} text */
const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n");

/** A line in pieces of at most 75 bytes, the later ones after a blank. @param {string} line */
function folded(line) {
  const pieces = [""];
  for (const character of line) {
    const longer = pieces[pieces.length - 1] + character;
    if (new TextEncoder().encode(longer).length > (pieces.length > 1 ? 74 : 75)) pieces.push(character);
    else pieces[pieces.length - 1] = longer;
  }
  return pieces.join("\r\n ");
}

/** A clock time as the format has it, without a zone: it is that of whoever reads it. @param {Date} moment @param {boolean} isDay */
const stamp = (moment, isDay) => moment.toISOString().replace(/[-:]|\.000/g, "").replace("Z", "").slice(0, isDay ? 8 : 15);

/**
 * The file of one answer.
 * @param {Answer} answer a date or a moment, whose output says what it is in a calendar
 * @param {{drug: string, about: string, uid: string, now: Date}} around `about` says where it is from; `uid` is new for each file, so that none replaces another patient's
 */
export function calendarFile({ output, shown }, { drug, about, uid, now }) {
  const isDay = output.unit === "date";
  const minutes = (shown.exact.s * shown.exact.n) / shown.exact.d; // from 1970, parts of one cut off
  const start = new Date(Number(minutes) * MINUTE);
  const called = `${drug}: ${output.calendar}`;
  return [
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//webref//webref//EN", "BEGIN:VEVENT",
    `UID:${uid}`,
    `DTSTAMP:${now.toISOString().replace(/[-:]|\.[0-9]{3}/g, "")}`,
    `DTSTART${isDay ? ";VALUE=DATE" : ""}:${stamp(start, isDay)}`,
    `SUMMARY:${escaped(called)}`,
    `DESCRIPTION:${escaped(about)}`,
    "END:VEVENT", "END:VCALENDAR", "",
  ].map(folded).join("\r\n");
}
