import { childrenOf, programOf, withNodes } from "./syntax.mjs";

/**
 * The same code, of which engines compile some functions along with the file rather than when they are first called:
 * V8 does that for function expressions in parentheses. Node's compile cache keeps what was compiled with the file and
 * nothing else, so without this it would keep next to nothing, and every run would compile hundreds of functions.
 *
 * Declarations become variables that are set where declarations take effect, at the start of the function around them.
 * Arrow functions become ordinary ones unless they use what only arrow functions take from around them; so they have a
 * prototype, and other source text. Methods cannot be put in parentheses and stay as they are.
 * @param code a script without hashbang, in which statements end in semicolons
 * @param isEager takes where a function starts and ends in `code`
 */
export function eagerFunctions(code, isEager) {
  return rewriter(code, (node) => isEager(node.start, node.end)).body(programOf(code), 0, code.length);
}

function rewriter(code, isEager) {
  /** The code from `start` to `end`, with the nodes in it rewritten. */
  const between = (nodes, start, end) => withNodes(code, nodes, start, end, rewritten);

  /** The statements from `start` to `end` of a function or script: directives, eager functions, the rest. */
  function body({ body: statements }, start, end) {
    const directives = statements.filter(({ directive }) => directive !== undefined);
    let at = directives.at(-1)?.end ?? start;
    let written = code.slice(start, at);
    const rest = statements.slice(directives.length);
    const declarations = rest.filter(({ type }) => type === "FunctionDeclaration");
    const last = new Map(declarations.map((each) => [each.id.name, each]));
    // Of several declarations of a name the last one counts; where it need not be eager, none becomes a variable.
    const eager = declarations.filter(({ id }) => isEager(last.get(id.name)));
    if (eager.length > 0)
      written += `;var ${eager.map((each) => `${each.id.name}=${inParentheses(each)}`).join(",")};`;
    for (const statement of rest) {
      written += code.slice(at, statement.start) + (eager.includes(statement) ? ";" : rewritten(statement));
      at = statement.end;
    }
    return written + code.slice(at, end);
  }

  /** A function's body with its braces. */
  const block = (node) => `{${body(node, node.start + 1, node.end - 1)}}`;

  /** As an expression; the variable that it is assigned to names it. */
  function inParentheses({ async, generator, params, body: inner }) {
    const head = `${async ? "async " : ""}function${generator ? "*" : ""}`;
    const list = params.length === 0 ? "" : between(params, params[0].start, params.at(-1).end);
    const result = inner.type === "SequenceExpression" ? `(${rewritten(inner)})` : rewritten(inner);
    return `(${head}(${list})${inner.type === "BlockStatement" ? block(inner) : `{return ${result}}`})`;
  }

  function rewritten(node) {
    switch (node.type) {
      case "FunctionExpression":
        return isEager(node) ? `(${inside(node)})` : inside(node);
      case "ArrowFunctionExpression":
        return isEager(node) && !takesFromAround(node) ? inParentheses(node) : inside(node);
      case "MethodDefinition":
        return method(node);
      case "Property":
        return node.method || node.kind !== "init" ? method(node) : inside(node);
      default:
        return inside(node);
    }
  }

  /** What follows the key is a function to the parser, but cannot stand in parentheses. */
  const method = ({ key, value, start }) => between([key], start, value.start) + inside(value);

  function inside(node) {
    const children = childrenOf(node);
    if (!isFunction(node) || node.body.type !== "BlockStatement")
      return between(children, node.start, node.end);
    const before = children.filter((child) => child !== node.body);
    return between(before, node.start, node.body.start) + block(node.body);
  }

  return { body };
}

function isFunction({ type }) {
  return (
    type === "FunctionDeclaration" || type === "FunctionExpression" || type === "ArrowFunctionExpression"
  );
}

/** Whether an arrow function means something else as an ordinary one. */
function takesFromAround(arrow) {
  const pending = childrenOf(arrow);
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (["ThisExpression", "Super", "MetaProperty"].includes(node.type)) return true;
    if (node.type === "Identifier" && ["arguments", "eval"].includes(node.name)) return true;
    if (!isFunction(node) || node.type === "ArrowFunctionExpression") pending.push(...childrenOf(node));
  }
  return false;
}
