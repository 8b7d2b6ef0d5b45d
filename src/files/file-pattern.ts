import { nameShape } from "./name-shape.js";

/** A pattern as files are looked for by it. */
export interface FilePattern {
  /** Matches every file that is meant, and each in few ways. */
  readonly wide: string;
  /** Whether a file that `wide` matches, with `/` between names, is meant. */
  readonly fits: (file: string) => boolean;
}

/** No one types longer ones. */
const lengthLimit = 1000;
/** Groups multiply: so many in braces or parentheses, and so many combinations of what they offer. */
const groupLimit = 8;
const combinationLimit = 256;
/** How often the ways to match a path may multiply, and those of its names, which alone come to thousands in 255 characters. */
const choiceLimit = 3;
const starChoiceLimit = 2;
/** More combinations than these count as one more choice where there is one. */
const fewCombinations = 16;

/**
 * What a pattern means, or why it is refused: all ways to match a name are tried before one fails, and a name made for it
 * could take longer than anyone waits. Of the names behind the last `**` those with several stars are looked for by what
 * stands before the first and behind the last, and told apart afterwards, which takes no time.
 */
export function filePattern(pattern: string): FilePattern | string {
  if (pattern.length > lengthLimit) return `the pattern is longer than ${lengthLimit} characters`;
  if (pattern.split(/[{(]/).length - 1 > groupLimit)
    return `the pattern has more than ${groupLimit} groups in braces or parentheses: name some files by a second pattern`;
  const combinations = combinationsOf(pattern);
  if (combinations > combinationLimit)
    return `the groups of the pattern have more than ${combinationLimit} combinations: name some files by a second pattern`;
  if (/[*+]\(|[)}]\+(?!\()/.test(pattern.replaceAll(repeated, "")))
    return "a group repeats in too many ways: in `+(…)` and `*(…)` write only letters, digits, `-`, `_` and `[…]`, and no `+` after a group";
  const found = widened(pattern);
  const alternatives = withoutBraces(found.wide).map(partsOf);
  if (alternatives.some((parts) => globstarsOf(parts) > choiceLimit))
    return `the pattern has more than ${choiceLimit} \`**\`: name some of the folders`;
  if (alternatives.some((parts) => hasManyWays(parts, combinations)))
    return "the pattern can match a name in too many ways: write fewer `*` in the names before a `**`, and in those with `(` or, between two `*`, `{`";
  return found;
}

/** A group that repeats one thing only can do so in one way. */
const repeated = /[*+]\((?:[\w-]|\[[!^]?[\w-]+\])+\)(?!\+(?!\())/g;

function combinationsOf(pattern: string): number {
  const groups = pattern.split(/[{(]/).slice(1);
  return groups.reduce((product, group) => product * group.split(/[,|]/).length, 1);
}

function widened(pattern: string): FilePattern {
  const parts = partsOf(pattern);
  const tests: { readonly fromEnd: number; readonly test: RegExp }[] = [];
  for (let index = parts.length - 1; index >= 0; index -= 1) {
    const part = parts[index] ?? "";
    // Further ahead, nothing tells which name of a file a part is about.
    if (/\/|\*\*|^\.{0,2}$/.test(part)) break;
    const shape = nameShape(part);
    if (shape === null) continue;
    parts[index] = shape.wide;
    tests.push({ fromEnd: index - parts.length, test: shape.test });
  }
  return {
    wide: parts.join("/"),
    fits: (file) => {
      const names = file.split("/");
      return tests.every(({ fromEnd, test }) => test.test(names.at(fromEnd) ?? ""));
    },
  };
}

/** What stands between slashes; those in groups are none of these. */
function partsOf(pattern: string): string[] {
  const parts = [""];
  let depth = 0;
  for (const character of pattern) {
    if ("{(".includes(character)) depth += 1;
    if ("})".includes(character)) depth -= 1;
    if (character === "/" && depth <= 0) parts.push("");
    else parts[parts.length - 1] += character;
  }
  return parts;
}

/** The patterns that one with braces stands for: innermost first. */
function withoutBraces(pattern: string): readonly string[] {
  const braces = /\{([^{}]*)\}/.exec(pattern);
  if (braces === null) return [pattern];
  const [whole, inside = ""] = braces;
  return inside
    .split(",")
    .flatMap((each) =>
      withoutBraces(pattern.slice(0, braces.index) + each + pattern.slice(braces.index + whole.length)),
    );
}

const globstarsOf = (parts: readonly string[]): number => parts.filter((part) => part === "**").length;

function hasManyWays(parts: readonly string[], combinations: number): boolean {
  const names = parts.filter((part) => part !== "**");
  const stars = names.reduce((sum, name) => sum + choicesOf(name), 0);
  const choices = stars > 0 && combinations > fewCombinations ? stars + 1 : stars;
  return choices > starChoiceLimit || choices + globstarsOf(parts) > choiceLimit;
}

/** Between slashes a first star has no choice. What repeats is one, too. */
const choicesOf = (part: string): number => Math.max(0, part.split(/[*+!]\(|\]\+|\*/).length - 2);
