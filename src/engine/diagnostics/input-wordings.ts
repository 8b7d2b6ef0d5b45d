import { lowerFirst, meant, oneOf, quoted, subject, type Wordings, within, wording } from "./phrases.js";
import type { DocumentKind, InputProblem } from "./problem.js";
import { shellFile } from "./shell-word.js";

/** What is expected of a document of a kind. */
const documents: Readonly<Record<DocumentKind, string>> = {
  "an answers file": "answers about what the API has to do; `api-advisor init` writes a file to fill in",
  "a rule pack": "files of rules, one of them with the header `pack`",
  "a config": "packs, files and terms, as `api-advisor schema config` describes them",
};

/** Wording of problems that any file can have. */
export const inputWordings: Wordings<InputProblem> = {
  "unreadable-file": (problem) => wording(`cannot be read: ${problem.reason}`),
  "folder-named": ({ found, pattern }) => {
    const [first, ...others] = found;
    const file = first === undefined ? "a file" : `a file, such as ${quoted(first)}`;
    const taken = others.length === 0 ? "a pattern of files" : `a pattern that takes all ${found.length}`;
    const all = pattern === null ? "" : `, or ${taken}: \`${shellFile(pattern)}\``;
    return wording("cannot be read: it is a directory", `${file}${all}`);
  },
  "closed-folder": ({ reason }) =>
    wording(
      `cannot be searched: ${reason}`,
      "a pattern that does not search it, such as `services/**/*.yaml`",
    ),
  "no-cases": () =>
    wording("there is no such folder", "cases next to the pack, or a folder named by `--cases`"),
  "file-too-large": ({ bytes, limit }) =>
    wording(
      bytes === null ? `exceeds the limit of ${limit} bytes` : `is ${bytes} bytes; the limit is ${limit}`,
    ),
  "line-too-long": ({ bytes, limit }) =>
    wording(
      bytes === null
        ? `this line exceeds the limit of ${limit} bytes; reading stopped here`
        : `this line is ${bytes} bytes long; the limit is ${limit}`,
    ),
  "not-utf8": () => wording("is not UTF-8 text"),
  "nothing-piped": () =>
    wording("is empty", "answers in YAML or JSON; or a file named instead, as in `advise api-advisor.yaml`"),
  "json-lines": () =>
    wording(
      "has a service on each line",
      "`--format jsonl` with `advise` or `check`, which then read such files; or one in YAML or JSON",
    ),
  "empty-document": () => wording("is empty", "an answers file or a rule pack in YAML or JSON"),
  syntax: ({ message, further }) =>
    wording(
      `${lowerFirst(message)}${further === 0 ? "" : ` (and ${further} more ${further === 1 ? "error" : "errors"}, possibly a result of this one)`}`,
    ),
  "duplicate-key": (problem) => wording(`duplicate key ${quoted(problem.key)}`),
  "merge-key": () =>
    wording(
      "merge keys (`<<`) are not read: YAML 1.2 has none",
      "the entries themselves, or an alias in place of the whole mapping; in an answers file, `answers` beside `surfaces` are shared by all of them",
    ),
  "unknown-tag": (problem) => wording(`unknown tag ${quoted(problem.tag)}`, "plain YAML without tags"),
  "unknown-alias": (problem) =>
    wording(
      `alias ${quoted(problem.alias)} refers to no earlier anchor`,
      "an anchor before it or, if it is a text that begins with `*`, quotes around it",
    ),
  "too-many-aliases": (problem) => wording(`aliases expand to more than ${problem.limit} copies`),
  "too-many": (problem) => wording(`has more than ${problem.limit} ${problem.what}`),
  "more-problems": ({ count }) =>
    wording(`has ${count} more ${count === 1 ? "problem that is" : "problems that are"} not listed`),
  "too-many-in-all": ({ limit, lines }) =>
    wording(
      `takes the total past ${limit} surfaces; this file and the ones after it are left out`,
      `fewer files at a time${lines ? ", or `--format jsonl`, which has no such limit" : ""}`,
    ),
  "key-too-long": (problem) => wording(`a key is longer than ${problem.limit} characters`),
  "too-deep": (problem) => wording(`is nested more than ${problem.limit} levels deep`),
  "other-document": ({ what, wanted }) => wording(`this is ${what}, not ${wanted}`, documents[wanted]),
  "unknown-key": (problem) =>
    wording(
      `${within(problem.where)}unknown key ${quoted(problem.key)}${meant(problem.key, problem.known)}`,
      oneOf(problem.known),
    ),
  "missing-key": ({ where, key }) =>
    wording(
      `${within(where)}missing key ${quoted(key)}`,
      key === "version" && where === "" ? "`version: 1`" : null,
    ),
  "wrong-type": (problem) => wording(`${subject(problem.where)} is ${problem.found}`, problem.expected),
  "not-allowed": (problem) =>
    wording(
      `${subject(problem.where)} cannot be ${quoted(problem.found)}${meant(problem.found, problem.known)}`,
      oneOf(problem.known),
    ),
  "out-of-range": (problem) =>
    wording(`${subject(problem.where)} cannot be ${quoted(problem.found)}`, problem.expected),
  "unknown-id": (problem) =>
    wording(
      `there is no ${problem.kind} ${quoted(problem.id)}${meant(problem.id, problem.known)}`,
      oneOf(problem.known),
    ),
  "unknown-option": (problem) =>
    wording(
      `${quoted(problem.option)} is not an option of ${quoted(problem.question)}${meant(problem.option, problem.known)}`,
      oneOf(problem.known),
    ),
  "one-answer-only": (problem) =>
    wording(
      `${quoted(problem.question)} takes only one answer`,
      "one option; if two are needed, two surfaces",
    ),
  "none-with-others": (problem) =>
    wording(`${quoted(problem.none)} excludes every other option of ${quoted(problem.question)}`),
  "repeated-option": (problem) =>
    wording(`${quoted(problem.option)} is chosen twice in ${quoted(problem.question)}`),
  "retired-option": ({ question, option, replacedBy }) =>
    wording(
      `${quoted(option)} is no longer an option of ${quoted(question)}; ${replacedBy === null ? "it is left out" : `it is read as ${quoted(replacedBy)}`}`,
      replacedBy === null ? "another option" : quoted(replacedBy),
    ),
  "bad-date": (problem) => wording(`${quoted(problem.found)} is not a calendar date`, "a date, YYYY-MM-DD"),
  "misplaced-decision": () =>
    wording("in a file with surfaces, a decision belongs to one of them", "`decision` under a surface"),
  "no-answers-file": ({ names }) =>
    wording(
      `no file is named, and there is neither ${names.map(quoted).join(" nor ")} here or below`,
      "a file; `api-advisor init` writes one to fill in",
    ),
  "unusable-pattern": ({ pattern, reason }) => wording(`${quoted(pattern)} cannot be used: ${reason}`),
  "second-config": ({ first }) => wording(`is a second config beside ${quoted(first)}`, "only one of them"),
  "unread-config": ({ name }) => wording("is not read: no config has this name", quoted(name)),
  "bad-setting": (problem) => wording(`${quoted(problem.text)} is not a valid setting`, problem.expected),
};
