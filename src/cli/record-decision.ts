import { recommend } from "../engine/advise/recommend.js";
import { type ChosenSurface, chooseSurface } from "../engine/answers-file/choose-surface.js";
import { confirmedAnswers, editAnswers, recordDecision } from "../engine/answers-file/edit-answers.js";
import { readServices } from "../engine/answers-file/read-answers.js";
import { type DecisionRequest, decide, packIdentity } from "../engine/check/decide.js";
import {
  type AnswerToConfirm,
  errorIn,
  failed,
  type Location,
  type Outcome,
  ok,
} from "../engine/diagnostics/problem.js";
import type { Position, RecordedDecision } from "../engine/model/answers.js";
import type { LoadedPack } from "../engine/model/compiled-pack.js";
import type { Recommendation } from "../engine/model/recommendation.js";
import { isDecisive } from "../engine/model/unconfirmed.js";
import { labelsOf } from "../engine/report/wording/titles.js";
import type { TextFile } from "../files/read-file.js";
import type { Edited } from "../files/rewrite-file.js";

/** What the decision is about, what was decided and what it is judged by. */
export interface DecisionTerms {
  readonly pack: LoadedPack;
  readonly style: DecisionRequest["style"];
  readonly surface: string | undefined;
  readonly service: string | undefined;
  readonly because: string | undefined;
  readonly until: string | undefined;
  readonly reviewBy: string | undefined;
  readonly by: string | undefined;
  /** The answers of an agent that a person has confirmed, as they were shown, or whatever there is to confirm. */
  readonly confirmed: readonly AnswerToConfirm[] | "all";
  readonly today: string;
}

/** What was decided on. */
export interface RecordedOn {
  readonly chosen: ChosenSurface;
  readonly recommendation: Recommendation;
  readonly decision: Omit<RecordedDecision, "at">;
  /** The questions whose answers have been confirmed with it. */
  readonly confirmed: readonly string[];
}

/**
 * The text of an answers file with a decision in it, and with the answers that it hangs on confirmed. Refused while
 * there are such answers of an agent that no person has confirmed.
 */
export function recordIn(source: TextFile, terms: DecisionTerms): Outcome<Edited<RecordedOn>> {
  const { compiled, digest } = terms.pack;
  const { questions } = compiled.source;
  const read = readServices(source, questions);
  if (read.kind === "failed") return read;
  const found = chooseSurface(read.value, terms, source.file);
  if (found.kind === "failed") return found;
  const chosen = found.value;
  const { service, surface, document, hasSurfaces } = chosen;
  const recommendation = recommend(compiled, service, surface, { analysis: false });
  const { style, because = null, until = null, reviewBy = null, by = null, today } = terms;
  const request = { style, because, until, reviewBy, by };
  const identity = packIdentity(compiled.source, digest);
  const decision = decide(surface, recommendation, identity, request, today);
  if (decision.kind === "failed") return decision;
  const decisive = recommendation.unconfirmed.filter(isDecisive);
  const left = decisive.flatMap(({ question, at }) => {
    const labels = labelsOf(recommendation, question);
    const note = surface.answers.get(question)?.note ?? null;
    if (isConfirmed({ question, labels, note }, terms)) return [];
    const detail = { code: "unconfirmed-answer", question, labels, note } as const;
    return [errorIn(source.file, detail, at && locationIn(source, at, question.length))];
  });
  if (left.length > 0) return failed(left);
  const place = { document, surface: hasSurfaces ? surface.name : null };
  const decided = recordDecision(source.text, place, decision.value);
  if (decided === null)
    return failed([errorIn(source.file, { code: "shared-by-alias", surface: surface.name })]);
  const questionsConfirmed = decisive.map(({ question }) => question);
  const text = editAnswers(decided, place, confirmedAnswers(surface.answers, questionsConfirmed));
  const reread = readServices({ file: source.file, text }, questions);
  return reread.kind === "failed"
    ? reread
    : ok(
        {
          text,
          value: { chosen, recommendation, decision: decision.value, confirmed: questionsConfirmed },
        },
        read.warnings,
      );
}

/** Not if the file has got another answer since the person was asked. */
function isConfirmed(
  { question, labels, note }: AnswerToConfirm,
  { confirmed }: Pick<DecisionTerms, "confirmed">,
): boolean {
  return (
    confirmed === "all" ||
    confirmed.some((each) => each.question === question && each.labels === labels && each.note === note)
  );
}

/** A position with its line. Lines end where YAML ends them. */
function locationIn({ text }: TextFile, at: Position, width: number): Location {
  const line = text.split("\n")[at.line - 1] ?? "";
  return { ...at, width, lineText: line.replace(/\r$/, "") };
}
