import type { Problem } from "../../diagnostics/problem.js";
import { wordingOf } from "../../diagnostics/wording.js";
import {
  type CheckedSurface,
  type CheckFinding,
  type FindingKind,
  type FindingLevel,
  findingLevels,
} from "../../model/check.js";
import { type CheckReport, type CheckStyle, invalidByPlace, placeOf } from "./check-report.js";
import { findingFacts } from "./finding-facts.js";
import { findingMessage } from "./finding-words.js";

/** The kind of a remark on a file that could not be checked. */
export const invalidKind = "invalid-input";

/** A finding, or a problem of a file that could not be checked, pinned to its place. */
export interface Remark {
  readonly kind: FindingKind | typeof invalidKind;
  readonly level: FindingLevel;
  /** What it is about: the surface; null for a problem. */
  readonly surface: Pick<CheckedSurface, "service" | "surface"> | null;
  readonly title: string;
  readonly message: string;
  /** What was expected instead, of a problem. */
  readonly expected: string | null;
  /** Relative to the repository's root. */
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
  /** The reason for which a deviation is accepted; null: the remark is about something else. */
  readonly accepted: string | null;
  /** Identifies the remark in its file, wherever it moves. */
  readonly key: string;
}

/** A remark that is put into words only if there is room for it. */
export interface PendingRemark extends Pick<Remark, "level"> {
  readonly draw: () => Remark;
}

/** Everything that a check has to say, problems of files first. */
export function remarksOf(report: CheckReport, style: CheckStyle): readonly PendingRemark[] {
  return [
    ...invalidByPlace(report).map(
      (problem): PendingRemark => ({ level: "error", draw: () => invalidRemark(problem, style) }),
    ),
    ...report.surfaces.flatMap((checked) =>
      checked.findings.map((finding): PendingRemark => {
        const { kind } = finding;
        const { service, surface } = checked;
        const at = placeOf(finding, checked);
        return {
          level: findingLevels[kind],
          draw: () => ({
            kind,
            level: findingLevels[kind],
            surface: { service, surface },
            title: findingFacts[kind].title,
            message: findingMessage(finding, checked),
            expected: null,
            file: style.path(at.file),
            line: at.line,
            column: at.column,
            accepted: kind === "deviation-accepted" ? (checked.decision?.because ?? "") : null,
            key: `${service}/${surface}:${[kind, ...entryOf(finding)].join(":")}`,
          }),
        };
      }),
    ),
  ];
}

/** What tells a finding from others of its kind on the same surface. */
function entryOf(finding: CheckFinding): readonly string[] {
  if ("clash" in finding) return [finding.clash];
  return "question" in finding ? [finding.question] : [];
}

function invalidRemark(problem: Problem, style: CheckStyle): Remark {
  const { message, expected } = wordingOf(problem);
  return {
    kind: invalidKind,
    level: "error",
    surface: null,
    title: "Invalid input",
    message,
    expected,
    file: style.path(problem.file),
    line: problem.at?.line ?? null,
    column: problem.at?.column ?? null,
    accepted: null,
    key: `${problem.code}:${message}`,
  };
}
