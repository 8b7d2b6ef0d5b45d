import { resolve } from "node:path";
import { recommend } from "../../engine/advise/recommend.js";
import { type ChosenSurface, chooseSurface } from "../../engine/answers-file/choose-surface.js";
import { recordDecision } from "../../engine/answers-file/edit-answers.js";
import { type FileService, readServices } from "../../engine/answers-file/read-answers.js";
import { type DecisionRequest, decide as decisionOn, packIdentity } from "../../engine/check/decide.js";
import { printable } from "../../engine/diagnostics/plain-text.js";
import { errorIn, type Outcome, ok } from "../../engine/diagnostics/problem.js";
import type { Question } from "../../engine/model/pack.js";
import { decidedVerdicts, type Verdict } from "../../engine/model/verdict.js";
import { parseText } from "../../engine/parse/parse-text.js";
import { readExactTextFile, type TextFile } from "../../files/read-file.js";
import { writeTextFile } from "../../files/write-files.js";
import { readPacks } from "../../packs/load-pack.js";
import { onlyFile } from "../config/chosen-files.js";
import { warnOfBounds } from "../config/warn-of-bounds.js";
import { badValue, defineCommand, oneOf, optionalArgument, value } from "../define-command.js";
import { exitCodes } from "../host.js";
import { day, nameOption, ruleOptions } from "../options.js";
import { refuse } from "../refuse.js";
import { warn, warnOfClashes } from "../warn.js";

/** Records a decision in an answers file, with the answers and the pack that it was made on. */
export const decide = defineCommand({
  name: "decide",
  about: "record a decision in an answers file, with the answers it was based on",
  arguments: [
    optionalArgument(
      "[file]",
      "answers file; comments and layout are kept; if none is given, the only one that `check` would take",
      (file) => {
        if (file === "-")
          throw badValue("A decision is written into the file, so it cannot be standard input.");
        return file;
      },
    ),
  ],
  options: {
    style: oneOf("--style <style>", "what was decided", decidedVerdicts).required(),
    surface: value("--surface <name>", "the surface it is about; required if there are several"),
    service: value("--service <name>", "the service, in a file with several"),
    because: value("--because <reason>", "why; required for a deviation from the recommendation"),
    until: day("--until <day>", "last day on which a deviation is accepted, YYYY-MM-DD"),
    by: nameOption("--by <owner>", "who owns the decision"),
    today: day("--today <day>", "the date of the decision, YYYY-MM-DD"),
    ...ruleOptions,
  },
  run: async ([name], options, host, { config }) => {
    const wanted = name === undefined ? await onlyFile(config, host) : ok(name);
    if (wanted.kind === "failed") return refuse(wanted.problems, host);
    const file = wanted.value;
    const pack = await readPacks(options.rules, host.cwd);
    if (pack.kind === "failed") return refuse(pack.problems, host);
    const path = resolve(host.cwd, file);
    const source = await readExactTextFile(path, file);
    if (source.kind === "failed") return refuse(source.problems, host);
    const { compiled, digest } = pack.value;
    const { questions } = compiled.source;
    const read = servicesIn(source.value, questions);
    if (read.kind === "failed") return refuse(read.problems, host);
    warn(read.warnings, host);
    const chosen = chooseSurface(read.value, options, file);
    if (chosen.kind === "failed") return refuse(chosen.problems, host);
    const { service, surface, document, hasSurfaces } = chosen.value;
    const recommendation = recommend(compiled, service, surface, { analysis: false });
    warnOfClashes([recommendation], host);
    const { style, because = null, until = null, by = null, today = host.today() } = options;
    const request = { style, because, until, by };
    const identity = packIdentity(compiled.source, digest);
    const decision = decisionOn(surface, recommendation, identity, request, today);
    if (decision.kind === "failed") return refuse(decision.problems, host);
    const place = { document, surface: hasSurfaces ? surface.name : null };
    const text = recordDecision(source.value.text, place, decision.value);
    if (text === null)
      return refuse([errorIn(file, { code: "shared-by-alias", surface: surface.name })], host);
    const reread = servicesIn({ file, text }, questions);
    if (reread.kind === "failed") return refuse(reread.problems, host);
    const written = await writeTextFile(path, text, file);
    if (written.kind === "failed") return refuse(written.problems, host);
    host.stdout.write(`${printable(confirmation(chosen.value, recommendation.verdict, request, file))}\n`);
    const decided = { ...surface, decision: { ...decision.value, at: surface.at } };
    warnOfBounds(decided, recommendation, identity, { config, today }, host);
    return exitCodes.done;
  },
});

function servicesIn(source: TextFile, questions: readonly Question[]): Outcome<readonly FileService[]> {
  const documents = parseText(source);
  return documents.kind === "ok" ? readServices(documents.value, questions) : documents;
}

function confirmation(
  { service: { service }, surface }: ChosenSurface,
  verdict: Verdict,
  { style, until }: DecisionRequest,
  file: string,
): string {
  const name = service === surface.name ? service : `${service} / ${surface.name}`;
  return `Recorded in ${file}: ${name} is ${style}, ${againstVerdict(verdict, style, until)}.`;
}

function againstVerdict(verdict: Verdict, style: DecisionRequest["style"], until: string | null): string {
  if (verdict === style) return "as recommended";
  return verdict === "undecided"
    ? "although there are too few answers for a recommendation, so `check` fails"
    : `although ${verdict} is recommended: accepted until ${until}`;
}
