import type {
  CallToolResult,
  InputRequiredResult,
  McpServer,
  ServerContext,
} from "@modelcontextprotocol/server";
import { recommend } from "../../engine/advise/recommend.js";
import { movementOf } from "../../engine/compare/compare.js";
import { errorIn, type Outcome, type Problem } from "../../engine/diagnostics/problem.js";
import { explain, explanationJson } from "../../engine/explain/explain.js";
import { nearEntries } from "../../engine/explain/find-entry.js";
import type { CompiledPack } from "../../engine/model/compiled-pack.js";
import type { Mapping } from "../../engine/parse/parsed-document.js";
import { adviceOf } from "../../engine/report/brief/advice.js";
import { shortMovementJson } from "../../engine/report/comparison/whatif.js";
import { interviewRound } from "./interview.js";
import { readAnswerSet, readGiven } from "./read-given.js";
import type * as Sdk from "./sdk.js";
import { dataResult, refusal } from "./tool-results.js";
import { inputsOf, outputs, stated, type ToolName } from "./tool-schemas.js";

interface Tool {
  readonly title: string;
  readonly description: string;
  readonly run: (given: Mapping, context: ServerContext) => CallToolResult | InputRequiredResult;
}

/** Adds the tools. They read nothing but their arguments, and write nothing. */
export function addTools(server: McpServer, pack: CompiledPack, sdk: typeof Sdk): void {
  const { source } = pack;
  const inputs = inputsOf(source.questions);
  const tools: Readonly<Record<ToolName, Tool>> = {
    advise: {
      title: "Advise",
      description:
        "Should an API be stateful or stateless? From the answers so far: verdict, grade, places of state, and in `askNext` what to ask the person next. Leave out what is not known.",
      run: (given) => advise(given, pack),
    },
    whatif: {
      title: "What if",
      description: "What other answers would change: before and after, and what moves.",
      run: (given) => whatif(given, pack),
    },
    explain: {
      title: "Explain",
      description:
        "What an id means, why, and its sources: of a question, question=option, rule, clash, pattern, tradeoff or reference.",
      run: ({ id }) => {
        if (typeof id !== "string") return refusal([missing("id")]);
        const found = explain(source, id);
        return found === null
          ? refusal([errorIn("id", { code: "unknown-entry", id, near: nearEntries(source, id) })])
          : dataResult(JSON.parse(explanationJson(found, source, { unicode: true })));
      },
    },
    interview: {
      title: "Interview",
      description:
        "Asks the person by forms, if the client shows any; then, as otherwise at once, as `advise`, with the answers as a file.",
      run: (given, context) => interviewRound(given, { pack, sdk, server, context }),
    },
  };
  for (const name of Object.keys(tools) as ToolName[]) {
    const { title, description, run } = tools[name];
    server.registerTool(
      name,
      {
        title,
        description,
        inputSchema: stated(inputs[name]),
        outputSchema: stated(outputs[name]),
        annotations: {
          readOnlyHint: true,
          destructiveHint: false,
          idempotentHint: true,
          openWorldHint: false,
        },
      },
      (given, context) => {
        const unknown = unknownKeys(given, Object.keys(inputs[name].properties));
        return unknown.length > 0 ? refusal(unknown) : run(given, context);
      },
    );
  }
}

function advise(given: Mapping, pack: CompiledPack): CallToolResult {
  const services = readGiven(given, pack.source.questions);
  if (services.kind === "failed") return refusal(services.problems);
  const surfaces = services.value.flatMap((service) =>
    service.surfaces.map((surface) => adviceOf(recommend(pack, service, surface, { analysis: true }))),
  );
  return dataResult({ surfaces }, services.warnings);
}

function whatif(given: Mapping, pack: CompiledPack): CallToolResult {
  const { questions } = pack.source;
  const services = readGiven(given, questions);
  const set = readAnswerSet("set", given["set"], questions);
  if (services.kind === "failed" || set.kind === "failed")
    return refusal([...problemsOf(services), ...problemsOf(set)]);
  if (set.value.size === 0) return refusal([missing("set")]);
  const surfaces = services.value.flatMap((service) =>
    service.surfaces.map((surface) => {
      const changed = { ...surface, answers: new Map([...surface.answers, ...set.value]) };
      const before = recommend(pack, service, surface, { analysis: true });
      const after = recommend(pack, service, changed, { analysis: true });
      return shortMovementJson(movementOf(before, after));
    }),
  );
  return dataResult({ surfaces }, [...services.warnings, ...set.warnings]);
}

const problemsOf = (outcome: Outcome<unknown>): readonly Problem[] =>
  outcome.kind === "failed" ? outcome.problems : [];

const missing = (key: string): Problem => errorIn("arguments", { code: "missing-key", key, where: "" });

/** A misspelt argument would otherwise pass for one that was left out. */
const unknownKeys = (given: Mapping, known: readonly string[]): readonly Problem[] =>
  Object.keys(given)
    .filter((key) => !known.includes(key))
    .map((key) => errorIn("arguments", { code: "unknown-key", key, where: "", known }));
