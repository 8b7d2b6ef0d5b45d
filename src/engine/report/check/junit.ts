import { printable } from "../../diagnostics/printable.js";
import type { Problem } from "../../diagnostics/problem.js";
import { renderProblems } from "../../diagnostics/render-problem.js";
import { wordingOf } from "../../diagnostics/wording.js";
import { type CheckedSurface, findingLevels } from "../../model/check.js";
import { type CheckFormat, type CheckStyle, invalidByPlace, tally, uniqueNames } from "./check-report.js";
import { findingParagraph, findingSentence } from "./finding-words.js";

/**
 * JUnit XML: a suite a file, a test case a surface, passed ones too; notes go to the case's output. A file that
 * could not be checked is a suite with one case in error. It bears no time, so the same check gives the same bytes.
 */
export const junit: CheckFormat = (report, style) => {
  const { failed, invalidFiles } = tally(report);
  const surfaces = grouped(report.surfaces, ({ source }) => source);
  const invalid = grouped(invalidByPlace(report), ({ file }) => file);
  const files = [...new Set([...surfaces.keys(), ...invalid.keys()])];
  const suites = files.flatMap((file) =>
    suite(style.path(file), surfaces.get(file) ?? [], invalid.get(file) ?? [], style),
  );
  const tests = report.surfaces.length + invalidFiles;
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${report.tool.name} check" tests="${tests}" failures="${failed}" errors="${invalidFiles}">`,
    ...suites,
    "</testsuites>",
  ];
  const text = `${lines.join("\n")}\n`;
  return style.unicode ? text : text.replace(/\P{ASCII}/gu, (character) => `&#${character.codePointAt(0)};`);
};

function grouped<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

function suite(
  path: string,
  surfaces: readonly CheckedSurface[],
  problems: readonly Problem[],
  style: CheckStyle,
): readonly string[] {
  const failures = surfaces.filter(({ passes }) => !passes).length;
  const errors = problems.length === 0 ? 0 : 1;
  const names = uniqueNames(surfaces.map(({ service, surface }) => `${service} / ${surface}`));
  return [
    `  <testsuite name="${attribute(path)}" tests="${surfaces.length + errors}" failures="${failures}" errors="${errors}">`,
    ...surfaces.flatMap((checked, index) => testCase(checked, names[index] ?? "", style)),
    ...(errors === 0 ? [] : invalidCase(path, problems)),
    "  </testsuite>",
  ];
}

function testCase(checked: CheckedSurface, name: string, style: CheckStyle): readonly string[] {
  const { file, line, column } = checked.at;
  const place = `${style.path(file)}:${line}:${column}`;
  const said = (level: "error" | "note"): readonly string[] =>
    checked.findings
      .filter(({ kind }) => findingLevels[kind] === level)
      .map((finding) => `${place}: ${finding.kind}: ${findingParagraph(finding, checked)}`);
  const kinds = checked.findings
    .filter(({ kind }) => findingLevels[kind] === "error")
    .map(({ kind }) => kind);
  const errors = said("error");
  const notes = said("note");
  const attributes = `classname="${attribute(style.path(checked.source))}" name="${attribute(name)}"`;
  if (errors.length + notes.length === 0) return [`    <testcase ${attributes}/>`];
  return [
    `    <testcase ${attributes}>`,
    ...(errors.length === 0
      ? []
      : [
          `      <failure type="${kinds.join(" ")}" message="${attribute(firstSentence(checked))}">${content(errors.join("\n"))}</failure>`,
        ]),
    ...(notes.length === 0 ? [] : [`      <system-out>${content(notes.join("\n"))}</system-out>`]),
    "    </testcase>",
  ];
}

function firstSentence(checked: CheckedSurface): string {
  const first = checked.findings.find(({ kind }) => findingLevels[kind] === "error");
  return first === undefined ? "" : findingSentence(first, checked);
}

function invalidCase(path: string, problems: readonly Problem[]): readonly string[] {
  const first = problems[0];
  const message = first === undefined ? "" : wordingOf(first).message;
  return [
    `    <testcase classname="${attribute(path)}" name="valid">`,
    `      <error type="invalid-input" message="${attribute(message)}">${content(renderProblems(problems))}</error>`,
    "    </testcase>",
  ];
}

/** Text as content: markup escaped (`]]>` with it), characters that XML forbids made visible. */
function content(text: string): string {
  return printable(text, true)
    .replace(/\p{Surrogate}|[\ufffe\uffff]/gu, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

function attribute(text: string): string {
  return content(text).replaceAll('"', "&quot;").replaceAll("\n", "&#10;");
}
