// The syntax tree of each script, without places, as JSON, for tests/outputs/test_scripts.py.
// node tools/types/trees.mjs FILE...

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(new URL("../../.venv/types/", import.meta.url));
const { parse } = require("acorn");

const treeOf = (file) => JSON.stringify(
  parse(readFileSync(file, "utf-8"), { ecmaVersion: 2022, sourceType: "module" }),
  (key, value) => (["start", "end", "value"].includes(key) && !(value instanceof Object) ? undefined : value), // `raw` stays
);
console.log(JSON.stringify(process.argv.slice(2).map(treeOf)));
