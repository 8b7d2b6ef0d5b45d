import { jsonText, printable } from "../../diagnostics/plain-text.js";
import { type FindingKind, type FindingLevel, findingLevels } from "../../model/check.js";
import { plural } from "../numbers.js";
import { type CheckFormat, type CheckReport, type CheckStyle, tally, uniqueNames } from "./check-report.js";
import { findingFacts } from "./finding-words.js";
import { invalidKind, type PendingRemark, type Remark, remarksOf } from "./remarks.js";

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
      invalidKind,
      "Invalid input",
      "The file could not be read as answers, so nothing in it was checked.",
      "Fix what the message names.",
      "error",
    ),
  ];
}

function resultsOf(
  report: CheckReport,
  style: CheckStyle,
): { readonly results: readonly object[]; readonly left: number } {
  const all = remarksOf(report, style);
  const left = Math.max(0, all.length - resultLimit);
  const remarks = (left === 0 ? all : foremost(all)).map(({ draw }) => draw());
  const fingerprints = uniqueNames(remarks.map(({ file, key }) => `${file}:${key}`));
  return { results: remarks.map((remark, index) => drawn(remark, fingerprints[index] ?? "")), left };
}

function foremost(all: readonly PendingRemark[]): readonly PendingRemark[] {
  const of = (level: FindingLevel): readonly PendingRemark[] => all.filter((each) => each.level === level);
  return [...of("error"), ...of("note")].slice(0, resultLimit);
}

function leftOut(left: number): object {
  const text = `${plural(left, "more result")} ${left === 1 ? "is" : "are"} left out: a run has ${resultLimit} at most, errors first.`;
  return { toolExecutionNotifications: [{ level: "warning", message: { text } }] };
}

function drawn({ kind, level, message, expected, file, ...remark }: Remark, fingerprint: string): object {
  const { line, column, surface } = remark;
  const region =
    line === null ? {} : { region: { startLine: line, ...(column === null ? {} : { startColumn: column }) } };
  const name = surface === null ? null : printable(`${surface.service}/${surface.surface}`);
  const logical = name === null ? {} : { logicalLocations: [{ fullyQualifiedName: name, kind: "resource" }] };
  const text = expected === null ? message : `${message}; expected ${expected}`;
  return {
    ruleId: kind,
    ruleIndex: [...kinds, invalidKind].indexOf(kind),
    level,
    message: { text: printable(text) },
    locations: [{ physicalLocation: { artifactLocation: artifact(file), ...region }, ...logical }],
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
