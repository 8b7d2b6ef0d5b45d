import { lowerFirst, meant, oneOf, plain, quoted, subject, type Wordings, within } from "./phrases.js";
import type { InputProblem } from "./problem.js";

/** Words for what can be wrong with any file. */
export const inputWordings: Wordings<InputProblem> = {
  "unreadable-file": (problem) => plain(`cannot be read: ${problem.reason}`),
  "unwritable-file": (problem) => plain(`cannot be written: ${problem.reason}`),
  "output-is-input": ({ input }) =>
    plain(`cannot be written: it would replace \`${input}\`, which is read`, "a file of its own"),
  "output-twice": ({ first }) =>
    plain(`cannot be written: \`${first}\` is written to the same file`, "a file for each `--output`"),
  "no-cases": () => plain("there is no such folder", "cases beside the pack, or a folder named by `--cases`"),
  "file-too-large": ({ bytes, limit }) =>
    plain(
      bytes === null
        ? `is longer than ${limit} bytes; no more is read`
        : `is ${bytes} bytes long; at most ${limit} are read`,
    ),
  "line-too-long": ({ bytes, limit }) =>
    plain(
      bytes === null
        ? `this line is longer than ${limit} bytes; nothing more is read`
        : `this line is ${bytes} bytes long; at most ${limit} are read`,
    ),
  "not-utf8": () => plain("is not UTF-8 text"),
  "empty-document": () => plain("holds nothing", "an answers file or a rule pack in YAML or JSON"),
  syntax: (problem) =>
    plain(
      `${lowerFirst(problem.message)}${problem.further > 0 ? ` (and ${problem.further} more that may follow from it)` : ""}`,
    ),
  "duplicate-key": (problem) => plain(`the key ${quoted(problem.key)} stands here twice`),
  "unknown-tag": (problem) =>
    plain(`the tag ${quoted(problem.tag)} is not known here`, "plain YAML without tags"),
  "unknown-alias": (problem) =>
    plain(`no anchor before it bears the name of the alias ${quoted(problem.alias)}`),
  "too-many-aliases": (problem) => plain(`aliases expand to more than ${problem.limit} copies`),
  "too-many": (problem) => plain(`holds more than ${problem.limit} ${problem.what}`),
  "more-problems": ({ count }) =>
    plain(`has ${count} more ${count === 1 ? "problem" : "problems"} than are listed`),
  "too-many-in-all": ({ limit, lines }) =>
    plain(
      `with this file there are more than ${limit} surfaces: neither it nor any after it is taken`,
      `fewer files at a time${lines ? ", or `--format jsonl`, which reads any number of them" : ""}`,
    ),
  "key-too-long": (problem) => plain(`a key is longer than ${problem.limit} characters`),
  "too-deep": (problem) => plain(`nests deeper than ${problem.limit} levels`),
  "unknown-key": (problem) =>
    plain(
      `${within(problem.where)}unknown key ${quoted(problem.key)}${meant(problem.key, problem.known)}`,
      oneOf(problem.known),
    ),
  "missing-key": (problem) => plain(`${within(problem.where)}the key ${quoted(problem.key)} is missing`),
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
      `${quoted(problem.option)} is no option of ${quoted(problem.question)}${meant(problem.option, problem.known)}`,
      oneOf(problem.known),
    ),
  "one-answer-only": (problem) =>
    plain(
      `${quoted(problem.question)} takes one answer`,
      "the surface to be split where it seems to need two",
    ),
  "none-with-others": (problem) =>
    plain(`${quoted(problem.none)} excludes every other option of ${quoted(problem.question)}`),
  "repeated-option": (problem) =>
    plain(`${quoted(problem.option)} is chosen twice in ${quoted(problem.question)}`),
  "bad-date": (problem) => plain(`${quoted(problem.found)} is no day of the calendar`, "a day, YYYY-MM-DD"),
  "misplaced-decision": () =>
    plain("a decision belongs to a surface where there are surfaces", "`decision` under a surface"),
  "bad-setting": (problem) => plain(`${quoted(problem.text)} sets nothing`, problem.expected),
};
