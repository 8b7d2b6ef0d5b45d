import { lowerFirst, meant, oneOf, plain, quoted, subject, type Wordings, within } from "./phrases.js";
import type { InputProblem } from "./problem.js";

/** Wording of problems that any file can have. */
export const inputWordings: Wordings<InputProblem> = {
  "unreadable-file": (problem) => plain(`cannot be read: ${problem.reason}`),
  "unwritable-file": (problem) => plain(`cannot be written: ${problem.reason}`),
  "output-is-input": ({ input }) =>
    plain(`cannot be written: it would overwrite the input \`${input}\``, "a different file"),
  "output-twice": ({ first }) =>
    plain(`cannot be written: it is the same file as \`${first}\``, "a separate file for each `--output`"),
  "no-cases": () =>
    plain("there is no such folder", "cases next to the pack, or a folder named by `--cases`"),
  "file-too-large": ({ bytes, limit }) =>
    plain(
      bytes === null ? `exceeds the limit of ${limit} bytes` : `is ${bytes} bytes; the limit is ${limit}`,
    ),
  "line-too-long": ({ bytes, limit }) =>
    plain(
      bytes === null
        ? `this line exceeds the limit of ${limit} bytes; reading stopped here`
        : `this line is ${bytes} bytes long; the limit is ${limit}`,
    ),
  "not-utf8": () => plain("is not UTF-8 text"),
  "empty-document": () => plain("is empty", "an answers file or a rule pack in YAML or JSON"),
  syntax: ({ message, further }) =>
    plain(
      `${lowerFirst(message)}${further === 0 ? "" : ` (and ${further} more ${further === 1 ? "error" : "errors"}, possibly a result of this one)`}`,
    ),
  "duplicate-key": (problem) => plain(`duplicate key ${quoted(problem.key)}`),
  "unknown-tag": (problem) => plain(`unknown tag ${quoted(problem.tag)}`, "plain YAML without tags"),
  "unknown-alias": (problem) => plain(`alias ${quoted(problem.alias)} refers to no earlier anchor`),
  "too-many-aliases": (problem) => plain(`aliases expand to more than ${problem.limit} copies`),
  "too-many": (problem) => plain(`has more than ${problem.limit} ${problem.what}`),
  "more-problems": ({ count }) =>
    plain(`has ${count} more ${count === 1 ? "problem that is" : "problems that are"} not listed`),
  "too-many-in-all": ({ limit, lines }) =>
    plain(
      `takes the total past ${limit} surfaces; this file and the ones after it are left out`,
      `fewer files at a time${lines ? ", or `--format jsonl`, which has no such limit" : ""}`,
    ),
  "key-too-long": (problem) => plain(`a key is longer than ${problem.limit} characters`),
  "too-deep": (problem) => plain(`is nested more than ${problem.limit} levels deep`),
  "unknown-key": (problem) =>
    plain(
      `${within(problem.where)}unknown key ${quoted(problem.key)}${meant(problem.key, problem.known)}`,
      oneOf(problem.known),
    ),
  "missing-key": (problem) => plain(`${within(problem.where)}missing key ${quoted(problem.key)}`),
  "wrong-type": (problem) => plain(`${subject(problem.where)} is ${problem.found}`, problem.expected),
  "not-allowed": (problem) =>
    plain(
      `${subject(problem.where)} cannot be ${quoted(problem.found)}${meant(problem.found, problem.known)}`,
      oneOf(problem.known),
    ),
  "out-of-range": (problem) =>
    plain(`${subject(problem.where)} cannot be ${quoted(problem.found)}`, problem.expected),
  "unknown-id": (problem) =>
    plain(
      `there is no ${problem.kind} ${quoted(problem.id)}${meant(problem.id, problem.known)}`,
      oneOf(problem.known),
    ),
  "unknown-option": (problem) =>
    plain(
      `${quoted(problem.option)} is not an option of ${quoted(problem.question)}${meant(problem.option, problem.known)}`,
      oneOf(problem.known),
    ),
  "one-answer-only": (problem) =>
    plain(`${quoted(problem.question)} takes only one answer`, "one option; if two are needed, two surfaces"),
  "none-with-others": (problem) =>
    plain(`${quoted(problem.none)} excludes every other option of ${quoted(problem.question)}`),
  "repeated-option": (problem) =>
    plain(`${quoted(problem.option)} is chosen twice in ${quoted(problem.question)}`),
  "bad-date": (problem) => plain(`${quoted(problem.found)} is not a calendar date`, "a date, YYYY-MM-DD"),
  "misplaced-decision": () =>
    plain("in a file with surfaces, a decision belongs to one of them", "`decision` under a surface"),
  "bad-setting": (problem) => plain(`${quoted(problem.text)} is not a valid setting`, problem.expected),
};
