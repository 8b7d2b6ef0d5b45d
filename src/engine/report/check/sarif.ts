import { jsonText, printable } from "../../diagnostics/plain-text.js";
import { type FindingKind, type FindingLevel, findingLevels } from "../../model/check.js";
import { plural } from "../numbers.js";
import { type CheckFormat, tally } from "./check-report.js";
import { findingFacts } from "./finding-facts.js";
import { invalidKind } from "./remarks.js";
import { type Result, resultLimit, resultsOf } from "./results.js";

const fingerprintKey = "surface/v1";

/**
 * SARIF 2.1.0. A rule is a kind of finding; a result points at the decision, or at the surface without one, and is
 * recognised again by file, service, surface and kind, even if it has moved within the file. An accepted deviation is
 * suppressed, by the record in the file that it is found in. If there are too many results, a notification gives the
 * number left out.
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
          surfaces: report.surfaces.length,
          surfacesWithoutDecision: tally(report).withoutDecision,
        },
        results: results.map(drawn),
      },
    ],
  };
  return jsonText(document, style);
};

const kinds = Object.keys(findingFacts).filter((kind): kind is FindingKind => kind in findingFacts);

function rulesOf(url: string | null): readonly object[] {
  const rule = (id: string, title: string, meaning: string, remedy: string, level: FindingLevel): object => ({
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

function leftOut(left: number): object {
  const text = `${plural(left, "more result")} ${left === 1 ? "is" : "are"} left out: a run has ${resultLimit} at most, errors first.`;
  return { toolExecutionNotifications: [{ level: "warning", message: { text } }] };
}

function drawn({ kind, level, message, expected, file, ...result }: Result): object {
  const { line, column, surface, accepted, identity } = result;
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
    partialFingerprints: { [fingerprintKey]: printable(identity) },
    // Empty unless suppressed: either all results of a run have this, or none (section 3.27.23).
    suppressions:
      accepted === null ? [] : [{ kind: "inSource", status: "accepted", justification: printable(accepted) }],
  };
}

/** A path as a URI: relative paths refer to the repository's root, wherever the reader has it. */
function artifact(path: string): object {
  const encoded = path.split("/").map(encodeURIComponent).join("/");
  if (path.startsWith("/")) return { uri: `file://${encoded}` };
  if (/^[A-Za-z]:\//.test(path)) return { uri: `file:///${path.slice(0, 2)}${encoded.slice(4)}` };
  return { uri: encoded, uriBaseId: "%SRCROOT%" };
}
