import { jsonText, printable } from "../../diagnostics/plain-text.js";
import type { Problem } from "../../diagnostics/problem.js";
import { wordingOf } from "../../diagnostics/wording.js";
import {
  type CheckedSurface,
  type CheckFinding,
  type FindingKind,
  findingLevels,
} from "../../model/check.js";
import { plural } from "../numbers.js";
import {
  type CheckFormat,
  type CheckReport,
  type CheckStyle,
  invalidByPlace,
  tally,
  uniqueNames,
} from "./check-report.js";
import { findingFacts, findingMessage } from "./finding-words.js";

const invalidRule = "invalid-input";
const fingerprintKey = "surface/v1";

/** The most results of a run: GitHub's code scanning stores no more, and refuses a run with over 25,000. */
const resultLimit = 5000;

/**
 * SARIF 2.1.0. A rule is a kind of finding; a result points at the decision, or at the surface without one, and is
 * recognised again by file, service, surface and kind, even if it has moved within the file. If there are too many
 * results, the first are kept, errors before notes, and a notification gives the number left out.
 */
export const sarif: CheckFormat = (report, style) => {
  const { tool } = report;
  const { results, left } = resultsOf(report, style);
  const document = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: tool.name,
            semanticVersion: tool.version,
            rules: rulesOf(tool.findingsUrl),
          },
        },
        automationDetails: { id: `${tool.name}/check/` },
        invocations: [
          { executionSuccessful: tally(report).invalidFiles === 0, ...(left === 0 ? {} : leftOut(left)) },
        ],
        columnKind: "utf16CodeUnits",
        properties: {
          pack: `${report.pack.name}@${report.pack.version} ${report.pack.digest}`,
          today: report.today,
        },
        results,
      },
    ],
  };
  return jsonText(document, style);
};

const kinds = Object.keys(findingFacts).filter((kind): kind is FindingKind => kind in findingFacts);

function rulesOf(url: string | null): readonly object[] {
  const rule = (
    id: string,
    title: string,
    meaning: string,
    remedy: string,
    level: "error" | "note",
  ): object => ({
    id,
    name: title.replace(/ (\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: `${title}.` },
    fullDescription: { text: meaning },
    help: { text: `${meaning} ${remedy}` },
    ...(url === null ? {} : { helpUri: `${url}#${id}` }),
    defaultConfiguration: { level },
  });
  return [
    ...kinds.map((kind) => {
      const { title, meaning, remedy } = findingFacts[kind];
      return rule(kind, title, meaning, remedy, findingLevels[kind]);
    }),
    rule(
      invalidRule,
      "Invalid input",
      "The file could not be read as answers, so nothing in it was checked.",
      "Fix what the message names.",
      "error",
    ),
  ];
}

interface Result {
  readonly ruleId: string;
  readonly level: "error" | "note";
  readonly text: string;
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly logicalName: string | null;
  readonly fingerprint: string;
}

/** A result, drawn only if there is room for it. */
type Pending = Pick<Result, "level"> & { readonly draw: () => Result };

function resultsOf(
  report: CheckReport,
  style: CheckStyle,
): { readonly results: readonly object[]; readonly left: number } {
  const all: readonly Pending[] = [
    ...invalidByPlace(report).map(
      (problem): Pending => ({ level: "error", draw: () => invalidResult(problem, style) }),
    ),
    ...report.surfaces.flatMap((checked) =>
      checked.findings.map(
        (finding): Pending => ({
          level: findingLevels[finding.kind],
          draw: () => findingResult(finding, checked, style),
        }),
      ),
    ),
  ];
  const left = Math.max(0, all.length - resultLimit);
  const results = (left === 0 ? all : foremost(all)).map(({ draw }) => draw());
  const fingerprints = uniqueNames(results.map(({ fingerprint }) => fingerprint));
  return { results: results.map((result, index) => drawn(result, fingerprints[index] ?? "")), left };
}

function foremost(all: readonly Pending[]): readonly Pending[] {
  const of = (level: Pending["level"]): readonly Pending[] => all.filter((each) => each.level === level);
  return [...of("error"), ...of("note")].slice(0, resultLimit);
}

function leftOut(left: number): object {
  const text = `${plural(left, "more result")} ${left === 1 ? "is" : "are"} left out: a run has ${resultLimit} at most, errors first.`;
  return { toolExecutionNotifications: [{ level: "warning", message: { text } }] };
}

function findingResult(finding: CheckFinding, checked: CheckedSurface, style: CheckStyle): Result {
  const { file, line, column } = checked.at;
  const logicalName = `${checked.service}/${checked.surface}`;
  return {
    ruleId: finding.kind,
    level: findingLevels[finding.kind],
    text: findingMessage(finding, checked),
    file: style.path(file),
    line,
    column,
    logicalName,
    fingerprint: `${style.path(file)}:${logicalName}:${finding.kind}`,
  };
}

function invalidResult(problem: Problem, style: CheckStyle): Result {
  const { message, expected } = wordingOf(problem);
  const file = style.path(problem.file);
  return {
    ruleId: invalidRule,
    level: "error",
    text: expected === null ? message : `${message}; expected ${expected}`,
    file,
    line: problem.at?.line ?? null,
    column: problem.at?.column ?? null,
    logicalName: null,
    fingerprint: `${file}:${problem.code}:${message}`,
  };
}

function drawn(result: Result, fingerprint: string): object {
  const { line, column, logicalName } = result;
  const region =
    line === null ? {} : { region: { startLine: line, ...(column === null ? {} : { startColumn: column }) } };
  const logical =
    logicalName === null
      ? {}
      : { logicalLocations: [{ fullyQualifiedName: printable(logicalName), kind: "resource" }] };
  return {
    ruleId: result.ruleId,
    ruleIndex: [...kinds, invalidRule].indexOf(result.ruleId),
    level: result.level,
    message: { text: printable(result.text) },
    locations: [{ physicalLocation: { artifactLocation: artifact(result.file), ...region }, ...logical }],
    partialFingerprints: { [fingerprintKey]: printable(fingerprint) },
  };
}

/** A path as a URI: relative paths refer to the repository's root, wherever the reader has it. */
function artifact(path: string): object {
  const encoded = path.split("/").map(encodeURIComponent).join("/");
  if (path.startsWith("/")) return { uri: `file://${encoded}` };
  if (/^[A-Za-z]:\//.test(path)) return { uri: `file:///${path.slice(0, 2)}${encoded.slice(4)}` };
  return { uri: encoded, uriBaseId: "%SRCROOT%" };
}
