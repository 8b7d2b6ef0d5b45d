import { resolve } from "node:path";
import { recommend } from "../../engine/advise/recommend.js";
import { recordDecision } from "../../engine/answers-file/edit-answers.js";
import { type FileService, readServices } from "../../engine/answers-file/read-answers.js";
import { type DecisionRequest, decide as decisionOn, packIdentity } from "../../engine/check/decide.js";
import { printable } from "../../engine/diagnostics/plain-text.js";
import {
  failed,
  type Outcome,
  ok,
  type Problem,
  type ProblemDetail,
} from "../../engine/diagnostics/problem.js";
import type { Service, Surface } from "../../engine/model/answers.js";
import type { Question } from "../../engine/model/pack.js";
import type { Verdict } from "../../engine/model/verdict.js";
import { parseText } from "../../engine/parse/parse-text.js";
import { readExactTextFile } from "../../files/read-file.js";
import { writeTextFile } from "../../files/write-files.js";
import { readPacks } from "../../packs/load-pack.js";
import { exitCodes } from "../exit-codes.js";
import type { Host } from "../host.js";
import { refuse } from "../refuse.js";

export interface DecideOptions {
  readonly style: DecisionRequest["style"];
  readonly surface?: string | undefined;
  readonly service?: string | undefined;
  readonly because?: string | undefined;
  readonly until?: string | undefined;
  readonly by?: string | undefined;
  readonly today?: string | undefined;
  readonly rules: readonly string[];
}

/** Records a decision in an answers file, with the answers and the pack that it was taken on. */
export async function decide(file: string, options: DecideOptions, host: Host): Promise<number> {
  const pack = await readPacks(options.rules, host.cwd);
  if (pack.kind === "failed") return refuse(pack.problems, host);
  const path = resolve(host.cwd, file);
  const source = await readExactTextFile(path, file);
  if (source.kind === "failed") return refuse(source.problems, host);
  const { compiled, digest } = pack.value;
  const read = servicesIn(source.value, compiled.source.questions);
  if (read.kind === "failed") return refuse(read.problems, host);
  const chosen = choose(read.value, options, file);
  if (chosen.kind === "failed") return refuse(chosen.problems, host);
  const { service, surface, document, hasSurfaces } = chosen.value;
  const recommendation = recommend(compiled, service, surface, { analysis: false });
  const request = {
    style: options.style,
    because: options.because ?? null,
    until: options.until ?? null,
    by: options.by ?? null,
  };
  const identity = packIdentity(compiled.source, digest);
  const decision = decisionOn(surface, recommendation, identity, request, options.today ?? host.today());
  if (decision.kind === "failed") return refuse(decision.problems, host);
  const text = recordDecision(
    source.value.text,
    { document, surface: hasSurfaces ? surface.name : null },
    decision.value,
  );
  if (text === null) return refuse([problem(file, { code: "shared-by-alias", surface: surface.name })], host);
  const reread = servicesIn({ file, text }, compiled.source.questions);
  if (reread.kind === "failed") return refuse(reread.problems, host);
  const written = await writeTextFile(path, text, file);
  if (written.kind === "failed") return refuse(written.problems, host);
  host.stdout.write(`${printable(confirmation(service, surface, recommendation.verdict, request, file))}\n`);
  return exitCodes.done;
}

function servicesIn(
  source: { readonly file: string; readonly text: string },
  questions: readonly Question[],
): Outcome<readonly FileService[]> {
  const documents = parseText(source);
  return documents.kind === "ok" ? readServices(documents.value, questions) : documents;
}

interface Choice extends FileService {
  readonly surface: Surface;
}

function choose(services: readonly FileService[], options: DecideOptions, file: string): Outcome<Choice> {
  const names = services.map(({ service }) => service.service);
  const service = chosenName("service", options.service, names, file);
  if (service.kind === "failed") return service;
  const found = services[service.value];
  if (found === undefined) throw new RangeError(`there is no document ${service.value}`);
  const surfaces = found.service.surfaces.map(({ name }) => name);
  const surface = chosenName("surface", options.surface, surfaces, file);
  if (surface.kind === "failed") return surface;
  const at = found.service.surfaces[surface.value];
  if (at === undefined) throw new RangeError(`there is no surface ${surface.value}`);
  return ok({ ...found, surface: at });
}

/** Index of the one that is meant: of the only one when no name is given. */
function chosenName(
  kind: "service" | "surface",
  name: string | undefined,
  known: readonly string[],
  file: string,
): Outcome<number> {
  const matches = known.flatMap((each, index) => (name === undefined || each === name ? [index] : []));
  const [first] = matches;
  if (first !== undefined && matches.length === 1) return ok(first);
  if (name !== undefined && first === undefined)
    return failed([problem(file, { code: "unknown-id", kind, id: name, known })]);
  return failed([problem(file, { code: "choice-needed", option: `--${kind}`, known })]);
}

function problem(file: string, detail: ProblemDetail): Problem {
  return { severity: "error", file, at: null, ...detail };
}

function confirmation(
  service: Service,
  surface: Surface,
  verdict: Verdict,
  { style, until }: DecisionRequest,
  file: string,
): string {
  const name = service.service === surface.name ? surface.name : `${service.service} / ${surface.name}`;
  const standing =
    verdict === "undecided"
      ? "while the answers are too few for a recommendation, which `check` does not let pass"
      : verdict === style
        ? "as recommended"
        : `where ${verdict} is recommended: accepted until ${until}`;
  return `Recorded in ${file}: ${name} is ${style}, ${standing}.`;
}
