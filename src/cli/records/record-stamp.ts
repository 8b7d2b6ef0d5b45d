import { createHash } from "node:crypto";
import { Occurrences } from "../../engine/model/occurrences.js";
import type { Recommendation } from "../../engine/model/recommendation.js";
import { statusOf } from "../../engine/report/adr/status.js";
import { idPart } from "../../engine/report/checklist/item.js";

/**
 * What a decision record is about and rests on. Kept in a comment of its file, as neither a change of the date nor one
 * of wording, in the tool or in the rule pack, makes another decision of it.
 */
export interface RecordStamp {
  /** Service and surface. */
  readonly key: string;
  /** Of the answers, and of what they lead to. */
  readonly answers: string;
  /** Of the decision; `none` while there is only a proposal. */
  readonly decision: string;
}

/** The surfaces of one run with their stamps. Those of the same name are numbered, so that keys stay apart. */
export function stamped(
  surfaces: readonly Recommendation[],
): readonly { readonly from: Recommendation; readonly stamp: RecordStamp }[] {
  const names = new Occurrences();
  return surfaces.map((from) => {
    const name = `${idPart(from.service)}/${idPart(from.surface)}`;
    const time = names.next(name);
    const stamp = {
      key: time === 1 ? name : `${name}~${time}`,
      answers: digestOf(basisOf(from)),
      decision: statusOf(from) === "proposed" ? "none" : digestOf(decisionOf(from)),
    };
    return { from, stamp };
  });
}

/** The given answers, the verdict, and where each kind of state lives by which patterns. */
const basisOf = ({ answers, verdict, concerns }: Recommendation): unknown => [
  verdict,
  answers
    .filter(({ state }) => state === "given")
    .map(({ question, options, note }) => [question, options.map(({ id }) => id), note]),
  concerns.map(({ concern, class: at, placement }) => [
    concern,
    at,
    placement?.place,
    placement?.pattern?.id,
    placement?.beside?.id,
    placement?.backedBy?.pattern.id,
  ]),
];

const decisionOf = ({ decision }: Recommendation): unknown =>
  decision && [decision.style, decision.because, decision.until, decision.reviewBy, decision.by];

const digestOf = (value: unknown): string =>
  createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 16);

export const stampLine = ({ key, answers, decision }: RecordStamp): string =>
  `<!-- decision record of ${key}: answers ${answers}, decision ${decision} -->`;

const stamp = /^<!-- decision record of (\S+): answers ([\da-f]{16}), decision (none|[\da-f]{16}) -->\r?$/m;

/** The stamp in the text of a record; null if it has none. */
export function stampIn(text: string): RecordStamp | null {
  const [, key, answers, decision] = stamp.exec(text) ?? [];
  return key === undefined || answers === undefined || decision === undefined
    ? null
    : { key, answers, decision };
}
