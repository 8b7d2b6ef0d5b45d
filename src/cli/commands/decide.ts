import { resolve } from "node:path";
import { recommend } from "../../engine/advise/recommend.js";
import { type ChosenSurface, chooseSurface } from "../../engine/answers-file/choose-surface.js";
import { recordDecision } from "../../engine/answers-file/edit-answers.js";
import { type FileService, readServices } from "../../engine/answers-file/read-answers.js";
import { type DecisionRequest, decide as decisionOn, packIdentity } from "../../engine/check/decide.js";
import { printable } from "../../engine/diagnostics/plain-text.js";
import { errorIn, failed, type Outcome, ok } from "../../engine/diagnostics/problem.js";
import type { LoadedPack } from "../../engine/model/compiled-pack.js";
import type { Question } from "../../engine/model/pack.js";
import type { Recommendation } from "../../engine/model/recommendation.js";
import { decidedVerdicts, type Verdict } from "../../engine/model/verdict.js";
import { parseText } from "../../engine/parse/parse-text.js";
import type { TextFile } from "../../files/read-file.js";
import { type Edited, rewriteTextFile } from "../../files/rewrite-file.js";
import { readPacks } from "../../packs/load-pack.js";
import { argument, badValue, defineCommand, oneOf, value } from "../define-command.js";
import { exitCodes } from "../host.js";
import { day, rules } from "../options.js";
import { refuse } from "../refuse.js";
import { warn, warnOfClashes } from "../warn.js";

/** Records a decision in an answers file, with the answers and the pack that it was made on. */
export const decide = defineCommand({
  name: "decide",
  about: "record a decision in an answers file, with the answers it was based on",
  arguments: [
    argument("<file>", "answers file; comments and layout are kept", {
      parse: (file) => {
        if (file === "-")
          throw badValue("A decision is written into the file, so it cannot be standard input.");
        return file;
      },
    }),
  ],
  options: {
    style: oneOf("--style <style>", "what was decided", decidedVerdicts).required(),
    surface: value("--surface <name>", "the surface it is about; required if there are several"),
    service: value("--service <name>", "the service, in a file with several"),
    because: value("--because <reason>", "why; required for a deviation from the recommendation"),
    until: day("--until <day>", "last day on which a deviation is accepted, YYYY-MM-DD"),
    by: value("--by <owner>", "who owns the decision"),
    today: day("--today <day>", "the date of the decision, YYYY-MM-DD"),
    rules,
  },
  run: async ([file], options, host) => {
    const pack = await readPacks(options.rules, host.cwd);
    if (pack.kind === "failed") return refuse(pack.problems, host);
    const { today = host.today() } = options;
    const terms = { ...options, pack: pack.value, today };
    const recorded = await rewriteTextFile(resolve(host.cwd, file), file, (source) => record(source, terms));
    if (recorded.kind === "failed") return refuse(recorded.problems, host);
    warn(recorded.warnings, host);
    warnOfClashes([recorded.value.recommendation], host);
    host.stdout.write(`${printable(confirmation(recorded.value, options, file))}\n`);
    return exitCodes.done;
  },
});

interface Terms {
  readonly pack: LoadedPack;
  readonly style: DecisionRequest["style"];
  readonly surface: string | undefined;
  readonly service: string | undefined;
  readonly because: string | undefined;
  readonly until: string | undefined;
  readonly by: string | undefined;
  readonly today: string;
}

/** What was decided on. */
interface Recorded {
  readonly chosen: ChosenSurface;
  readonly recommendation: Recommendation;
}

/** The text of an answers file with a decision in it. */
function record(source: TextFile, terms: Terms): Outcome<Edited<Recorded>> {
  const { compiled, digest } = terms.pack;
  const { questions } = compiled.source;
  const read = servicesIn(source, questions);
  if (read.kind === "failed") return read;
  const found = chooseSurface(read.value, terms, source.file);
  if (found.kind === "failed") return found;
  const chosen = found.value;
  const { service, surface, document, hasSurfaces } = chosen;
  const recommendation = recommend(compiled, service, surface, { analysis: false });
  const { style, because = null, until = null, by = null, today } = terms;
  const identity = packIdentity(compiled.source, digest);
  const decision = decisionOn(surface, recommendation, identity, { style, because, until, by }, today);
  if (decision.kind === "failed") return decision;
  const place = { document, surface: hasSurfaces ? surface.name : null };
  const text = recordDecision(source.text, place, decision.value);
  if (text === null)
    return failed([errorIn(source.file, { code: "shared-by-alias", surface: surface.name })]);
  const reread = servicesIn({ file: source.file, text }, questions);
  return reread.kind === "failed" ? reread : ok({ text, value: { chosen, recommendation } }, read.warnings);
}

function servicesIn(source: TextFile, questions: readonly Question[]): Outcome<readonly FileService[]> {
  const documents = parseText(source);
  return documents.kind === "ok" ? readServices(documents.value, questions) : documents;
}

function confirmation(
  { chosen, recommendation: { verdict } }: Recorded,
  { style, until }: Pick<Terms, "style" | "until">,
  file: string,
): string {
  const { surface } = chosen;
  const { service } = chosen.service;
  const name = service === surface.name ? service : `${service} / ${surface.name}`;
  return `Recorded in ${file}: ${name} is ${style}, ${againstVerdict(verdict, style, until)}.`;
}

function againstVerdict(
  verdict: Verdict,
  style: DecisionRequest["style"],
  until: string | undefined,
): string {
  if (verdict === style) return "as recommended";
  return verdict === "undecided"
    ? "although there are too few answers for a recommendation, so `check` fails"
    : `although ${verdict} is recommended: accepted until ${until}`;
}
