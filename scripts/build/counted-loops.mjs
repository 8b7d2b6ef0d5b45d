import { childrenOf, programOf, withNodes } from "./syntax.mjs";

/**
 * The same code, which walks, takes apart and joins arrays without their iterators. Until V8 optimises a function, which
 * a short run does not live to see, `for (const a of list)` and `[...list, a]` make an object for each item, and
 * `const [a, b] = list` for each name; all take many times the code.
 *
 * What is no array is copied to one first. That means the same as long as a `Map` or `Set` stays as it is while it is
 * walked, nothing walks a generator, no array has holes, and no item of a list changes an array that was spread before it:
 * a loop that visibly adds or deletes stays as it is, and so does a list in which something visibly changes; code with
 * generators, but for asynchronous ones, and with spread arrays of holes is refused.
 * @param code a script without hashbang
 * @throws Error where it has a generator, or spreads an array of holes
 */
export function countedLoops(code) {
  const program = programOf(code);
  const prefix = unusedPrefix(code);
  let count = 0;
  const fresh = () => `${prefix}${count++}`;
  const guarded = (value) => `${prefix}(${value})`;
  /** A node as it may stand in a list or as an argument: parentheses around it are no part of it. */
  const single = (node) => (node.type === "SequenceExpression" ? `(${written(node)})` : written(node));
  /** What a node comes to, with items to count. */
  const countable = (node) => (makesArray(node) ? written(node) : guarded(single(node)));
  const text = (node) => withNodes(code, childrenOf(node), node.start, node.end, written);

  function written(node) {
    if (node.generator && !node.async)
      throw new Error(`a generator: ${code.slice(node.start, node.start + 60)}`);
    if (node.type === "ForOfStatement" && isCounted(code, node)) return loop(node);
    if (node.type === "VariableDeclaration" && node.declarations.some(isTakenApart)) return declaration(node);
    if (node.type === "ArrayExpression" && node.elements.some(isSpread) && !changesItsOwn(node))
      return joined(node);
    if (node.params?.some(isPlainPattern) && node.params.every(isPlainParameter))
      return withPlainParameters(node);
    return text(node);
  }

  /** `[a, ...list, b]` as `[a].concat(list, [b])`. */
  function joined({ elements }) {
    const parts = [];
    let items = [];
    const endItems = () => {
      if (items.length > 0) parts.push(`[${items.join(", ")}]`);
      items = [];
    };
    for (const element of elements) {
      if (!isSpread(element)) {
        items.push(element === null ? "void 0" : single(element));
        continue;
      }
      if (hasHoles(element.argument))
        throw new Error(`an array of holes: ${code.slice(element.start, element.end)}`);
      endItems();
      parts.push(guarded(single(element.argument)));
    }
    endItems();
    return `${parts[0]}.concat(${parts.slice(1).join(", ")})`;
  }

  /** A function that takes parameters apart in its body. */
  function withPlainParameters({ params, body, start, end }) {
    const names = params.map((param) => (isPlainPattern(param) ? fresh() : param.name));
    const taken = params.flatMap((param, index) =>
      isPlainPattern(param) ? [bound(param, guarded(names[index]))] : [],
    );
    const head = code.slice(start, params[0].start) + names.join(", ");
    const between = code.slice(params.at(-1).end, body.start);
    const inner =
      body.type === "BlockStatement"
        ? withNodes(code, body.body, body.start + 1, body.end - 1, written)
        : `return ${written(body)};`;
    // Of an expression in parentheses these stand around the node.
    const [, opened = ""] = /=>\s*(\(*)\s*$/.exec(between) ?? [];
    return `${head}${between.slice(0, between.length - opened.length)}{ let ${taken.join(", ")}; ${inner} }${code.slice(body.end, end).replace(/^\s*\)+/, "")}`;
  }

  function loop({ left, right, body }) {
    const [list, at] = [fresh(), fresh()];
    const { id } = left.declarations[0];
    const item = `${list}[${at}]`;
    return `for (let ${list} = ${countable(right)}, ${at} = 0; ${at} < ${list}.length; ${at}++) { ${left.kind} ${bound(id, isPlainPattern(id) ? guarded(item) : item)}; ${written(body)} }`;
  }

  /** Declarations without those of loops, which have no value. */
  function declaration({ kind, declarations, end }) {
    const parts = declarations.map((each) =>
      isTakenApart(each) ? bound(each.id, countable(each.init)) : written(each),
    );
    return `${kind} ${parts.join(", ")}${code[end - 1] === ";" ? ";" : ""}`;
  }

  /** Names bound to a value, of a pattern to those of an array: `a = list[0], b = list[1]`. */
  function bound(id, value) {
    if (!isPlainPattern(id)) return `${written(id)} = ${value}`;
    const list = fresh();
    const names = id.elements.flatMap((element, index) => {
      if (element === null) return [];
      const item = `${list}[${index}]`;
      return element.type === "Identifier"
        ? `${element.name} = ${item}`
        : `${element.left.name} = ${item} === void 0 ? ${single(element.right)} : ${item}`;
    });
    return [`${list} = ${value}`, ...names].join(", ");
  }

  const counted = withNodes(code, childrenOf(program), 0, code.length, written);
  return counted === code
    ? code
    : `${counted}\nfunction ${prefix}(list) { return Array.isArray(list) ? list : [...list] }\n`;
}

/** A name that, with any number behind it, the code does not have. */
function unusedPrefix(code) {
  let prefix = "$";
  while (new RegExp(`(?<![\\w$])\\${prefix.split("").join("\\")}\\d*(?![\\w$])`).test(code)) prefix += "$";
  return prefix;
}

const changing = ["add", "set", "delete", "clear"];

/** A loop over what may be an array and that its body does not visibly change, with names of its own for each item. */
function isCounted(code, { await: waits, left, right, body }) {
  if (waits || left.type !== "VariableDeclaration" || left.kind === "var" || isIterator(right)) return false;
  const walked = code.slice(right.start, right.end);
  const inBody = code.slice(body.start, body.end);
  return !changing.some((name) => inBody.includes(`${walked}.${name}(`));
}

/** A call such as `map.keys()`. */
function isIterator(node) {
  const { type, callee, arguments: given } = node ?? {};
  return (
    type === "CallExpression" &&
    given.length === 0 &&
    ["keys", "values", "entries"].includes(callee.property?.name)
  );
}

const arrayMethods = ["map", "filter", "flatMap", "sort", "toSorted", "toReversed", "split"];

/** A list, or a call of a method by which arrays, and texts, give one. */
function makesArray({ type, callee }) {
  return (
    type === "ArrayExpression" ||
    (type === "CallExpression" && arrayMethods.includes(callee.property?.name) && !isIterator(callee.object))
  );
}

/** `Array(n)` or `new Array(n)`. */
function hasHoles({ type, callee }) {
  return (type === "CallExpression" || type === "NewExpression") && callee.name === "Array";
}

const changingArrays = ["push", "pop", "shift", "unshift", "splice", "sort", "reverse", "fill", "copyWithin"];

/** Whether what stands behind a spread visibly changes something: a copy would be made too late. */
function changesItsOwn({ elements }) {
  const behind = elements.slice(elements.findIndex(isSpread) + 1);
  return behind.some((element) => element !== null && changes(element));
}

function changes(node) {
  if (node.type === "AssignmentExpression" || node.type === "UpdateExpression") return true;
  if (node.type === "CallExpression" && changingArrays.includes(node.callee.property?.name)) return true;
  return childrenOf(node).some(changes);
}

const isPlainParameter = (param) => param.type === "Identifier" || isPlainPattern(param);

const isSpread = (element) => element?.type === "SpreadElement";

/** A declaration such as `const [a, b = 1] = list`. */
const isTakenApart = ({ id, init }) => init != null && isPlainPattern(id);

function isPlainPattern({ type, elements }) {
  return (
    type === "ArrayPattern" &&
    elements.every(
      (element) =>
        element === null ||
        element.type === "Identifier" ||
        (element.type === "AssignmentPattern" && element.left.type === "Identifier"),
    )
  );
}
