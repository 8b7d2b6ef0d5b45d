import { writeFileSync } from "node:fs";
import { basename } from "node:path";
import { transform } from "esbuild";
import { countedLoops } from "./counted-loops.mjs";
import { nodesIn, programOf, withNodes } from "./syntax.mjs";

/**
 * Writes what esbuild made of ES modules as CommonJS, which esbuild does not cut into several files by itself. Node
 * starts CommonJS without its loader of ES modules.
 * @param outputFiles files of a build with `write: false`, named *.cjs
 * @param entry the one that all others import
 * @param doors what the entry exports for others than those
 * @param common the one of the others that most runs load
 */
export async function writeAsCommonJs(outputFiles, entry, doors, common) {
  const files = [];
  for (const { path, text } of outputFiles)
    files.push({ path, name: basename(path), code: await inCommonJs(text) });
  const inCommon = namesTaken(files.find(({ name }) => name === common).code, `./${entry}`);
  for (const { path, name, code } of files) {
    const shared = name === common ? "sharedWithCommon" : "shared";
    const laidOut =
      name === entry
        ? countedLoops(requiredOnce(entryExports(code, doors, inCommon)))
        : plainExports(withoutUnused(code)).replaceAll(
            `require("./${entry}")`,
            (call) => `${call}.${shared}`,
          );
    // Lines stay, as stack traces name them.
    const short = await transform(name === common ? countedLoops(laidOut) : laidOut, {
      minifyWhitespace: true,
      lineLimit: 100,
    });
    writeFileSync(path, asciiCode(short.code));
  }
}

async function inCommonJs(text) {
  const { code } = await transform(text, {
    format: "cjs",
    target: "node20.19",
    // Or else imports on demand would stay, and load that loader.
    supported: { "dynamic-import": false },
    // The address is only asked for to make a `require` of, which takes a path as well.
    define: { "import.meta.dirname": "__dirname", "import.meta.url": "__filename" },
    // White space goes last: what follows knows the code as it is laid out here.
    minifyIdentifiers: true,
    minifySyntax: true,
  });
  return code;
}

/**
 * The names that a file asks for of what another one exports, which it keeps in a variable of its own.
 * @throws Error where it keeps it otherwise
 */
export function namesTaken(code, from) {
  const program = programOf(code);
  const kept = program.body
    .flatMap(({ declarations = [] }) => declarations)
    .find(({ init }) => init?.callee?.name === "require" && init.arguments[0]?.value === from);
  if (kept === undefined)
    throw new Error(`esbuild keeps what ${from} exports otherwise than \`namesTaken\` expects`);
  const taken = nodesIn(program).filter(
    ({ type, object }) => type === "MemberExpression" && object.name === kept.id.name,
  );
  return [...new Set(taken.map(({ property }) => property.name))];
}

/**
 * The same code in ASCII. esbuild writes that but for regular expressions; one other character, and V8 reads all of a
 * file in two bytes a character, which takes half as long again.
 */
function asciiCode(code) {
  return code.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/**
 * The same code without the other files that it asks for and takes nothing of. esbuild has a file ask for all that what it
 * imports needs, and nothing of the package does anything when it is loaded.
 */
export function withoutUnused(code) {
  const program = programOf(code);
  const used = new Map();
  for (const { type, name } of nodesIn(program))
    if (type === "Identifier") used.set(name, (used.get(name) ?? 0) + 1);
  const unused = program.body.flatMap((statement) =>
    statement.type === "ExpressionStatement"
      ? [statement.expression].filter(asksForFile)
      : (statement.declarations ?? [])
          .filter(({ id, init }) => asksForFile(init) && used.get(id.name) === 1)
          .map(({ init }) => init),
  );
  return withNodes(code, unused, 0, code.length, () => "0");
}

/** The same code, which asks for each of Node's modules once: esbuild has it do so once for each file that was bundled. */
export function requiredOnce(code) {
  const calls = programOf(code)
    .body.filter(({ type }) => type === "VariableDeclaration")
    .flatMap(({ declarations }) => declarations)
    .filter(({ id, init }) => id.type === "Identifier" && asksForNodeModule(init));
  const firsts = new Map();
  for (const { id, init } of calls) {
    const [{ value }] = init.arguments;
    if (!firsts.has(value)) firsts.set(value, id.name);
  }
  const again = calls.filter(({ id, init }) => firsts.get(init.arguments[0].value) !== id.name);
  return withNodes(
    code,
    again.map(({ init }) => init),
    0,
    code.length,
    (init) => firsts.get(init.arguments[0].value),
  );
}

const asksForNodeModule = (node) => asksFor(node, "node:");
const asksForFile = (node) => asksFor(node, "./");

function asksFor(node, start) {
  return (
    node?.type === "CallExpression" &&
    node.callee.name === "require" &&
    String(node.arguments[0]?.value).startsWith(start)
  );
}

const exportsByHelpers =
  /(?<![\w$])[\w$]+\(([\w$]+), \{\s*((?:[\w$]+: \(\) => [\w$.]+,?\s*)*)\}\);\s*module\.exports = [\w$]+\(\1\);/;

/**
 * The same code with its exports written out as getters. esbuild's helpers define them one by one, twice over, which for
 * the hundreds that files on demand share takes milliseconds at every start.
 */
export function plainExports(code) {
  return code.replace(exportsByHelpers, (_, _name, list) => {
    const getters = exportedIn(list).map(getter);
    return `module.exports = { ${[esModule, ...getters].join(", ")} };`;
  });
}

/**
 * The same of an entry, whose exports are but the doors; the values of all are gathered when its `shared` is first asked
 * for, by which time nothing sets them any more, and those of a few, which takes less, when its `sharedWithCommon` is.
 * @throws Error where esbuild wrote them otherwise, or a door or one of the few is missing
 */
export function entryExports(code, doors, few) {
  const [found, , list] = exportsByHelpers.exec(code) ?? [];
  const exported = exportedIn(list ?? "");
  const open = exported.filter(({ name }) => doors.includes(name));
  const withCommon = exported.filter(({ name }) => few.includes(name));
  if (found === undefined || open.length < doors.length || withCommon.length < few.length)
    throw new Error("esbuild writes exports otherwise than `entryExports` expects");
  const gathered = (key, list) => {
    const values = list.map(({ name, local }) => `${name}: ${local}`);
    return `get ${key}() { let value = { ${[esModule, ...values].join(", ")} }; Object.defineProperty(this, "${key}", { value }); return value }`;
  };
  const shared = [gathered("shared", exported), gathered("sharedWithCommon", withCommon)];
  return code.replace(found, () => `module.exports = { ${[...open.map(getter), ...shared].join(", ")} };`);
}

const exportedIn = (list) =>
  [...list.matchAll(/([\w$]+): \(\) => ([\w$.]+)/g)].map(([, name, local]) => ({ name, local }));

const getter = ({ name, local }) => `get ${name}() { return ${local} }`;

const esModule = "__esModule: true";
