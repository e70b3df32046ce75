// What each script of static/ calls and writes, as JSON, for tests/test_floor.py: parsed as ES2022.
// node tools/types/forms.mjs FILE... (or - for standard input)

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(new URL("../../.venv/types/", import.meta.url));
const { parse } = require("acorn");
const { ancestor } = require("acorn-walk");

/** The name of a member that is not computed. */
const memberOf = ({ type, computed, property }) => (
  type === "MemberExpression" && !computed && property.type === "Identifier" ? property.name : undefined
);

/** The last name of what a member is taken of: `document` of `a.document.write`. */
const ownerOf = ({ object }) => object.name ?? memberOf(object);

function formsOf(text) {
  const found = { members: new Set(), statics: new Set(), names: new Set(), forms: new Set() };
  const asked = new Set(); // calls that ask first: `a?.()`
  const tree = parse(text, { ecmaVersion: 2022, sourceType: "module" });
  ancestor(tree, {
    MemberExpression(node, _, above) {
      const owner = above[above.length - 2];
      const called = ["CallExpression", "NewExpression"].includes(owner?.type) && owner.callee === node;
      const name = memberOf(node);
      if (!name || !called || owner.optional) return;
      found.members.add(name);
      if (ownerOf(node)) found.statics.add(`${ownerOf(node)}.${name}`);
    },
    Identifier({ name }, _, above) {
      if (above[above.length - 2]?.type !== "UnaryExpression") found.names.add(name);
    },
    Literal({ regex }) {
      if (!regex) return;
      if (/\(\?<[=!]/.test(regex.pattern)) found.forms.add("a regular expression that looks behind");
      if (/[dv]/.test(regex.flags)) found.forms.add("a regular expression with flag d or v");
    },
    StaticBlock() { found.forms.add("a block that runs once in a class"); },
    BinaryExpression({ left }) {
      if (left.type === "PrivateIdentifier") found.forms.add("a check for a private name");
    },
    AwaitExpression(_, __, above) {
      const inside = above.some(({ type }) => /Function/.test(type));
      if (!inside) found.forms.add("await outside a function");
    },
    NewExpression({ callee, arguments: [, options] }) {
      const keys = options?.type === "ObjectExpression" ? options.properties.map(({ key }) => key?.name) : [];
      if (/Error$/.test(callee.name ?? "") && keys.includes("cause")) found.forms.add("the cause of an error");
    },
    CallExpression({ callee, arguments: given }) {
      const selects = /^(querySelector|querySelectorAll|closest|matches)$/.test(memberOf(callee) ?? "");
      const texts = given.filter(({ value }) => typeof value === "string").map(({ value }) => value);
      if (selects && texts.some((text) => text.includes(":has("))) found.forms.add("a selector with :has");
    },
  });
  return Object.fromEntries(Object.entries(found).map(([key, all]) => [key, [...all].sort()]));
}

const said = process.argv.slice(2).map((path) => {
  try {
    return formsOf(readFileSync(path === "-" ? 0 : path, "utf8"));
  } catch (error) {
    return { error: error.message };
  }
});
process.stdout.write(JSON.stringify(said));
