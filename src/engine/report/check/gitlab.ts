import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { jsonText, printable } from "../../diagnostics/plain-text.js";
import type { FindingLevel } from "../../model/check.js";
import { plural } from "../numbers.js";
import type { CheckFormat } from "./check-report.js";
import { invalidKind, type Remark } from "./remarks.js";
import { type Result, resultLimit, resultsOf } from "./results.js";

/**
 * A code quality report of GitLab: a subset of Code Climate's format, https://docs.gitlab.com/ci/testing/code_quality/.
 * It is an array and nothing else, so if there are too many results, the last entry says how many are left out.
 */
export const gitlab: CheckFormat = (report, style) => {
  const { results, left } = resultsOf(report, style);
  const entries = results.map(entry);
  const last = results.at(-1);
  if (left > 0 && last !== undefined) entries.push(leftOut(left, last));
  return jsonText(entries, style);
};

type Severity = "info" | "minor" | "major" | "critical" | "blocker";

const severities: Readonly<Record<FindingLevel, Severity>> = {
  error: "major",
  warning: "minor",
  note: "info",
};

function entry({ kind, level, title, surface, message, expected, file, line, identity }: Result): object {
  const about = surface === null ? title : `${title}: ${surface.service} / ${surface.surface}`;
  const text = expected === null ? message : `${message}; expected ${expected}`;
  return {
    description: printable(`${about}: ${text}`),
    check_name: kind,
    fingerprint: fingerprint(identity),
    // Of a file that could not be read, nothing was checked.
    severity: kind === invalidKind ? "critical" : severities[level],
    location: { path: printable(file), lines: { begin: line ?? 1 } },
  };
}

function leftOut(left: number, { file, line }: Remark): object {
  return {
    description: `${plural(left, "more finding")} left out: a report has ${resultLimit} at most, errors first.`,
    check_name: "left-out",
    fingerprint: fingerprint("left-out"),
    severity: "info",
    location: { path: printable(file), lines: { begin: line ?? 1 } },
  };
}

/** As JSON, so that texts with different lone surrogates, which UTF-8 does not have, stay different. */
const fingerprint = (identity: string): string => bytesToHex(sha256(utf8ToBytes(JSON.stringify(identity))));
