// Second checks held by the page's own scripts: `node run.mjs FOLDER < asked.json`.
// Asked: calculators as trees, and pairs of sides as [tree, query, edition]; slips.py draws them.

import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { runInThisContext } from "node:vm";

const STATIC = new URL("../../static/", import.meta.url);
const [, , folder] = process.argv;

runInThisContext(await readFile(new URL("vendor/fraction.min.js", STATIC), "utf8"));
await cp(STATIC, join(folder, "static"), { recursive: true });
await writeFile(join(folder, "package.json"), '{"type": "module"}');
const load = (name) => import(join(folder, "static", name));
const [{ readTree }, { parameterNames }, { evaluate }, { parseQuery }, second, { fourWords }, device] = await Promise.all([
  "answers/tree.js", "answers/entries.js", "answers/evaluate.js", "answers/query.js",
  "second/compare.js", "second/four.js", "second/device.js",
].map(load));

const { trees, pairs, displays } = JSON.parse(await text(process.stdin));
const calculators = trees.map(readTree);

/** What one person reached, as the page has it. */
function reached([tree, query, edition]) {
  const calculator = calculators[tree];
  const setting = { edition, now: "", withdrawn: "", signed: false };
  const result = evaluate(calculator, parseQuery(query, parameterNames(calculator)), setting);
  return { result, side: second.sideOf(result, edition) };
}

const checked = [];
for (const pair of pairs) {
  const [one, two] = pair.map(reached);
  const words = await Promise.all([one, two].map(({ side }) => (side.why ? "" : fourWords(side))));
  checked.push({
    ...second.compare(one.side, two.side),
    whys: [one.side.why, two.side.why],
    warns: two.result.messages.some(({ level }) => level === "warn"),
    words: words.map((four) => [...four].join(" ")),
  });
}

/** Each answer of a side against what a display shows of it. */
const shown = displays.map(([side, output, read, unit]) => {
  const { result } = reached(side);
  const answer = result.answers.find((one) => one.output.id === output);
  const units = device.unitsOf(result.calculator, answer.shown.unit);
  return { ...device.held(result.calculator, answer, read, unit || answer.shown.unit), units };
});
console.log(JSON.stringify({ checked, shown }));
