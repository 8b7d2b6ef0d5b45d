import type { Recommendation, Report } from "../../engine/model/recommendation.js";
import { decisionRecord } from "../../engine/report/adr/document.js";
import { recordNumber, statusOf } from "../../engine/report/adr/status.js";
import { recordSlug } from "../../engine/report/adr/title.js";
import type { ReportStyle } from "../../engine/report/report-style.js";
import { deviationOf, surfacesOf } from "../../engine/report/selection.js";
import { isUnedited, sealed } from "../output/seal.js";
import { NumberedNames, type RecordFile, type RecordFolder } from "./record-files.js";
import { type RecordStamp, stamped, stampLine } from "./record-stamp.js";
import { statusIn, supersededBy, supersededIn, withStatus } from "./record-status.js";

/** A record to write: a new file, or another text for an old one. */
export interface PlannedRecord {
  readonly name: string;
  readonly text: string;
  /** The text that it replaces; null for a new file. */
  readonly old: string | null;
  /** What is done to it, to follow its name. */
  readonly about: string;
}

/** What is to become of the records in a folder. */
export interface RecordPlan {
  readonly records: readonly PlannedRecord[];
  /** Names of records that need nothing. */
  readonly current: readonly string[];
  /** What is left to those who have edited a record. */
  readonly byHand: readonly HandWork[];
}

/** A record that a person has edited, and the status that it is to get. */
interface HandWork {
  readonly name: string;
  readonly status: string;
}

/**
 * Works out which records a report adds to a folder. A surface gets a new one unless the latest of it still holds; that
 * one is superseded. A proposal that is decided on as it stands becomes the record of the decision instead. What people
 * have edited, or written themselves, is never touched.
 * @param today YYYY-MM-DD, the date of what is written
 */
export function planRecords(
  report: Report,
  folder: RecordFolder,
  style: ReportStyle,
  today: string,
): RecordPlan {
  const names = new NumberedNames(folder.names);
  const steps = stamped(surfacesOf(report)).flatMap(({ from, stamp }): readonly Step[] => {
    const latest = folder.records.findLast((record) => record.stamp.key === stamp.key) ?? null;
    const draw = (supersedes: string | null): string =>
      sealed(`${decisionRecord(from, report, style, { date: today, supersedes })}\n${stampLine(stamp)}\n`);
    if (latest === null || !isSameProposal(latest.stamp, stamp, from)) {
      const before = latest === null || isOver(latest) ? null : latest;
      return added(names.next(recordSlug(from)), before, draw);
    }
    if (latest.stamp.decision === stamp.decision) return [{ kind: "current", name: latest.name }];
    return [decided(latest, statusOf(from), draw)];
  });
  return {
    records: steps.filter((step) => step.kind === "write"),
    current: steps.filter((step) => step.kind === "current").map(({ name }) => name),
    byHand: steps.filter((step) => step.kind === "by hand"),
  };
}

type Step =
  | ({ readonly kind: "write" } & PlannedRecord)
  | { readonly kind: "current"; readonly name: string }
  | ({ readonly kind: "by hand" } & HandWork);

type Draw = (supersedes: string | null) => string;

/** A new record and, of the one before it, the new status. */
function added(name: string, before: RecordFile | null, draw: Draw): readonly Step[] {
  const text = draw(before?.name ?? null);
  if (before === null) return [{ kind: "write", name, text, old: null, about: "is new" }];
  const status = supersededBy(name);
  const { name: beforeName, text: old } = before;
  return [
    { kind: "write", name, text, old: null, about: `is new and supersedes ${recordNumber(beforeName)}` },
    isUnedited(old)
      ? { kind: "write", name: beforeName, text: withStatus(old, status), old, about: "is superseded" }
      : { kind: "by hand", name: beforeName, status },
  ];
}

/** A proposal that has been decided on as it stands. */
function decided({ name, text: old }: RecordFile, status: string, draw: Draw): Step {
  if (isUnedited(old))
    return { kind: "write", name, text: draw(supersededIn(old)), old, about: `is ${status} now` };
  return statusIn(old) === status ? { kind: "current", name } : { kind: "by hand", name, status };
}

/** Whether a record still holds, apart from a decision for just what it proposes. */
const isSameProposal = (before: RecordStamp, now: RecordStamp, from: Recommendation): boolean =>
  before.answers === now.answers &&
  (before.decision === now.decision || (before.decision === "none" && deviationOf(from) === null));

/** Whether somebody has ended it: then there is nothing to supersede. */
const isOver = ({ text }: RecordFile): boolean =>
  /^(superseded|rejected|deprecated)\b/i.test(statusIn(text) ?? "");
