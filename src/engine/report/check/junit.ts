import type { Problem } from "../../diagnostics/problem.js";
import { renderProblems } from "../../diagnostics/render-problem.js";
import { wordingOf } from "../../diagnostics/wording.js";
import { at } from "../../model/at.js";
import { type CheckedSurface, type CheckFinding, findingLevels } from "../../model/check.js";
import { grouped } from "../../model/grouped.js";
import {
  type CheckFormat,
  type CheckStyle,
  invalidByPlace,
  placeOf,
  tally,
  uniqueNames,
} from "./check-report.js";
import { findingParagraph, findingSentence } from "./finding-words.js";
import { type Element, xmlDocument } from "./xml.js";

/**
 * JUnit XML: one suite per file, one test case per surface, including those that pass; warnings and notes go to the
 * case's output. Without a decision there was nothing to compare, so the case is skipped, unless it fails. A file that
 * could not be checked is a suite with one case in error. There is no time in it, so the same check gives the
 * same bytes.
 */
export const junit: CheckFormat = (report, style) => {
  const { failed, invalidFiles } = tally(report);
  const surfaces = grouped(report.surfaces, ({ source }) => source);
  const invalid = grouped(invalidByPlace(report), ({ file }) => file);
  const files = [...new Set([...surfaces.keys(), ...invalid.keys()])];
  return xmlDocument(
    {
      name: "testsuites",
      attributes: {
        name: `${report.tool.name} check`,
        tests: report.surfaces.length + invalidFiles,
        failures: failed,
        errors: invalidFiles,
      },
      content: files.map((file) =>
        suite(style.path(file), surfaces.get(file) ?? [], invalid.get(file) ?? [], style),
      ),
    },
    style,
  );
};

function suite(
  path: string,
  surfaces: readonly CheckedSurface[],
  problems: readonly Problem[],
  style: CheckStyle,
): Element {
  const [problem] = problems;
  const errors = problem === undefined ? [] : [invalidCase(path, problem, problems)];
  const names = uniqueNames(surfaces.map(({ service, surface }) => `${service} / ${surface}`));
  return {
    name: "testsuite",
    attributes: {
      name: path,
      tests: surfaces.length + errors.length,
      failures: surfaces.filter(({ passes }) => !passes).length,
      errors: errors.length,
      skipped: surfaces.filter(isSkipped).length,
    },
    content: [...surfaces.map((checked, index) => testCase(checked, at(names, index), style)), ...errors],
  };
}

const isSkipped = ({ decision, passes }: CheckedSurface): boolean => decision === null && passes;

function testCase(checked: CheckedSurface, name: string, style: CheckStyle): Element {
  const paragraphs = (findings: readonly CheckFinding[]): string =>
    findings
      .map((finding) => {
        const { file, line, column } = placeOf(finding, checked);
        return `${style.path(file)}:${line}:${column}: ${finding.kind}: ${findingParagraph(finding, checked)}`;
      })
      .join("\n");
  const errors = checked.findings.filter(isError);
  const others = checked.findings.filter((finding) => !isError(finding));
  const content: Element[] = [];
  const [first] = errors;
  if (first !== undefined) {
    const type = errors.map(({ kind }) => kind).join(" ");
    const attributes = { type, message: findingSentence(first, checked) };
    content.push({ name: "failure", attributes, content: paragraphs(errors) });
  }
  if (isSkipped(checked)) {
    const none = findingSentence({ kind: "no-decision" }, checked);
    content.push({ name: "skipped", attributes: {}, content: none });
  }
  if (others.length > 0) content.push({ name: "system-out", attributes: {}, content: paragraphs(others) });
  return {
    name: "testcase",
    attributes: { classname: style.path(checked.source), name },
    content: content.length === 0 ? null : content,
  };
}

const isError = ({ kind }: CheckFinding): boolean => findingLevels[kind] === "error";

function invalidCase(path: string, first: Problem, problems: readonly Problem[]): Element {
  const attributes = { type: "invalid-input", message: wordingOf(first).message };
  return {
    name: "testcase",
    attributes: { classname: path, name: "valid" },
    content: [{ name: "error", attributes, content: renderProblems(problems) }],
  };
}
