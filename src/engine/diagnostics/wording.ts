import { nearest } from "./nearest.js";
import type { ProblemDetail } from "./problem.js";

/** What is wrong in one sentence, and, where it helps, what was expected. */
export interface Wording {
  readonly message: string;
  readonly expected: string | null;
}

const listLimit = 16;

/** The one place where problems get words. */
export function wordingOf(problem: ProblemDetail): Wording {
  switch (problem.code) {
    case "unreadable-file":
      return plain(`cannot be read: ${problem.reason}`);
    case "unwritable-file":
      return plain(`cannot be written: ${problem.reason}`);
    case "file-too-large":
      return plain(`is ${problem.bytes} bytes long; at most ${problem.limit} are read`);
    case "not-utf8":
      return plain("is not UTF-8 text");
    case "empty-document":
      return plain("holds nothing", "an answers file or a rule pack in YAML or JSON");
    case "syntax":
      return plain(
        `${lowerFirst(problem.message)}${problem.further > 0 ? ` (and ${problem.further} more that may follow from it)` : ""}`,
      );
    case "duplicate-key":
      return plain(`the key ${quoted(problem.key)} stands here twice`);
    case "unknown-tag":
      return plain(`the tag ${quoted(problem.tag)} is not known here`, "plain YAML without tags");
    case "too-many-aliases":
      return plain(`aliases expand to more than ${problem.limit} copies`);
    case "too-deep":
      return plain(`nests deeper than ${problem.limit} levels`);
    case "unknown-key":
      return plain(`${within(problem.where)}unknown key ${quoted(problem.key)}${meant(problem.key, problem.known)}`, oneOf(problem.known));
    case "missing-key":
      return plain(`${within(problem.where)}the key ${quoted(problem.key)} is missing`);
    case "wrong-type":
      return plain(`${subject(problem.where)} is a ${problem.found}`, problem.expected);
    case "not-allowed":
      return plain(
        `${subject(problem.where)} cannot be ${quoted(problem.found)}${meant(problem.found, problem.known)}`,
        oneOf(problem.known),
      );
    case "out-of-range":
      return plain(`${subject(problem.where)} cannot be ${quoted(problem.found)}`, problem.expected);
    case "unknown-id":
      return plain(`there is no ${problem.kind} ${quoted(problem.id)}${meant(problem.id, problem.known)}`, oneOf(problem.known));
    case "unknown-option":
      return plain(
        `${quoted(problem.option)} is no option of ${quoted(problem.question)}${meant(problem.option, problem.known)}`,
        oneOf(problem.known),
      );
    case "one-answer-only":
      return plain(`${quoted(problem.question)} takes one answer`, "the surface to be split where it seems to need two");
    case "none-with-others":
      return plain(`${quoted(problem.none)} excludes every other option of ${quoted(problem.question)}`);
    case "repeated-option":
      return plain(`${quoted(problem.option)} is chosen twice in ${quoted(problem.question)}`);
    case "bad-date":
      return plain(`${quoted(problem.found)} is no day of the calendar`, "a day, YYYY-MM-DD");
    case "misplaced-decision":
      return plain("a decision belongs to a surface where there are surfaces", "`decision` under a surface");
    case "bad-setting":
      return plain(`${quoted(problem.text)} sets nothing`, problem.expected);
    default:
      return packWording(problem);
  }
}

type PackProblem = Exclude<
  ProblemDetail,
  {
    readonly code:
      | "unreadable-file"
      | "unwritable-file"
      | "file-too-large"
      | "not-utf8"
      | "empty-document"
      | "syntax"
      | "duplicate-key"
      | "unknown-tag"
      | "too-many-aliases"
      | "too-deep"
      | "unknown-key"
      | "missing-key"
      | "wrong-type"
      | "not-allowed"
      | "out-of-range"
      | "unknown-id"
      | "unknown-option"
      | "one-answer-only"
      | "none-with-others"
      | "repeated-option"
      | "bad-date"
      | "misplaced-decision"
      | "bad-setting";
  }
>;

/** Problems that only the author of a pack can have. */
function packWording(problem: PackProblem): Wording {
  switch (problem.code) {
    case "duplicate-id":
      return plain(`the id ${quoted(problem.id)} is taken: it stands in \`${problem.kind}\` at ${problem.first}`, "one id, one thing, whatever its kind");
    case "id-in-base":
      return plain(`the id ${quoted(problem.id)} is taken in the pack that is extended (${problem.base})`, "another id, or `override`");
    case "nothing-to-override":
      return plain(`the pack that is extended has no ${quoted(problem.id)} here${meant(problem.id, problem.known)}`);
    case "missing-header":
      return plain("no file of this pack bears the header `pack`", "`pack: { format: 1, name: …, version: … }` in one of them");
    case "two-headers":
      return plain(`a second header; the first is in ${problem.first}`);
    case "extends-cycle":
      return plain(`packs extend each other in a circle: ${problem.names.join(" -> ")}`);
    case "extends-not-found":
      return plain(`the pack ${quoted(problem.name)} is not found: ${problem.reason}`);
    case "not-ordered":
      return plain(`${quoted(problem.question)} is not ordered`, "`ordered: true` there, or a list of options here");
    case "option-order":
      return plain(`nothing of ${quoted(problem.question)} is at least ${quoted(problem.least)} and at most ${quoted(problem.most)}`);
    case "weight-mismatch":
      return plain(
        `the weight of ${quoted(problem.id)} does not fit what it favours`,
        problem.favours === "stateful" ? "the kind of state: { live: 2 }, { kept: 2 } or both" : "a number from 1 to 5",
      );
    case "no-mitigation":
      return plain(`the disadvantage ${quoted(problem.id)} has no \`mitigation\``, "what to do about it, and what that costs");
    case "mitigation-on-advantage":
      return plain(`the advantage ${quoted(problem.id)} has a \`mitigation\``, "none: there is nothing to mend");
    case "none-not-alone":
      return plain(`${quoted(problem.question)} needs exactly one option with \`none: true\` if it takes several, and none otherwise`);
    case "implication-cycle":
      return plain(`implications form a circle: ${problem.questions.join(" -> ")}`);
    case "implication-conflict":
      return plain(`two implications of ${quoted(problem.question)} can hold at once and disagree: ${problem.answers.map(quoted).join(" and ")}`);
    case "implication-of-several":
      return plain(`${quoted(problem.question)} takes several options and cannot be implied`);
    case "condition-too-complex":
      return plain(`the condition of ${quoted(problem.id)} falls into more than ${problem.limit} alternatives`, "several smaller rules");
    case "always-holds":
      return plain(`the condition of ${quoted(problem.id)} always holds`, "one that depends on an answer");
    case "pattern-place":
      return plain(`${quoted(problem.id)} puts state in ${quoted(problem.place)}, but its pattern ${quoted(problem.pattern)} is for ${quoted(problem.patternPlace)}`);
    case "pattern-missing":
      return plain(`${quoted(problem.id)} puts state in ${quoted(problem.place)} and names no \`pattern\``);
    default:
      return problem satisfies never;
  }
}

function plain(message: string, expected: string | null = null): Wording {
  return { message, expected };
}

function quoted(word: string): string {
  return `\`${word.length > 80 ? `${word.slice(0, 77)}...` : word}\``;
}

function within(where: string): string {
  return where === "" ? "" : `in ${quoted(where)}: `;
}

function subject(where: string): string {
  return where === "" ? "the document" : quoted(where);
}

function meant(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  return near === null || near === word ? "" : `; did you mean ${quoted(near)}?`;
}

/** Long lists help nobody: then the nearest word has to do. */
function oneOf(known: readonly string[]): string | null {
  if (known.length === 0 || known.length > listLimit) return null;
  return known.length === 1 ? quoted(known[0] ?? "") : `one of ${known.join(", ")}`;
}

function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
