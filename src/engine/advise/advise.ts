import { readAnswers } from "../answers-file/read-answers.js";
import { unwrap } from "../diagnostics/render-problem.js";
import type { Author, Decision } from "../model/answers.js";
import type { CompiledPack } from "../model/compiled-pack.js";
import type { ServiceReport } from "../model/recommendation.js";
import { parseText } from "../parse/parse-text.js";
import { type RecommendOptions, recommendService } from "./recommend.js";

type AnswerInput =
  | string
  | readonly string[]
  | { readonly answer: string | readonly string[]; readonly note?: string; readonly by?: Author };
interface SurfaceInput {
  readonly answers?: Readonly<Record<string, AnswerInput>>;
  readonly decision?: Readonly<Partial<Record<keyof Decision | "pack", string>>> & {
    readonly model?: 1 | 2;
    readonly basis?: Readonly<Record<string, string | readonly string[]>>;
  };
}

/** An answers file as an object; see docs/answers.md for its shape. */
export interface ServiceInput extends SurfaceInput {
  readonly version: 1;
  readonly service: string;
  readonly surfaces?: Readonly<Record<string, SurfaceInput>>;
}

/**
 * Recommends for one service.
 * @throws ProblemError with every problem of the input; places in them are lines of its indented JSON.
 */
export function advise(
  pack: CompiledPack,
  input: ServiceInput,
  options: RecommendOptions = { analysis: true },
): ServiceReport {
  const text = JSON.stringify(input, null, 2) ?? "";
  const documents = unwrap(parseText({ file: "<input>", text }));
  const document = documents[0];
  if (document === undefined) throw new Error("a JSON text is always one document");
  return recommendService(pack, unwrap(readAnswers(document, pack.source.questions)), options);
}
