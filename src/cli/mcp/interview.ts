import type {
  CallToolResult,
  InputRequiredResult,
  McpServer,
  ServerContext,
} from "@modelcontextprotocol/server";
import { recommend } from "../../engine/advise/recommend.js";
import { printAnswers } from "../../engine/answers-file/print-answers.js";
import { questionsToAsk } from "../../engine/interview/questions-to-ask.js";
import type { CompiledPack } from "../../engine/model/compiled-pack.js";
import { isMapping, type Mapping, mappingOf } from "../../engine/parse/parsed-document.js";
import { adviceOf } from "../../engine/report/brief/advice.js";
import { formOf } from "./form.js";
import { readGiven } from "./read-given.js";
import type * as Sdk from "./sdk.js";
import { dataResult, refusal } from "./tool-results.js";

/** Questions on one form. */
const pageSize = 4;

/** The key of the form among what a result asks for. */
const formKey = "questions";

/**
 * What the client keeps between two forms, as the server keeps nothing. It is read as arguments are: by it, a client can
 * say no more than by them.
 */
interface Kept {
  /** What the forms so far were filled in with. */
  readonly answers: Mapping;
  /** The questions that were on them. */
  readonly met: readonly string[];
}

export interface Asking {
  readonly pack: CompiledPack;
  readonly sdk: typeof Sdk;
  readonly server: McpServer;
  readonly context: ServerContext;
}

/** One round: takes in the form that was filled in, if any, and asks the next one; without a next one, the advice. */
export function interviewRound(given: Mapping, asking: Asking): CallToolResult | InputRequiredResult {
  const { pack, sdk, context } = asking;
  const kept = keptIn(context.mcpReq.requestState());
  const form = sdk.inputResponse(context.mcpReq.inputResponses, formKey);
  const filled = form.kind === "elicit" && form.action === "accept" ? filledIn(form.content) : {};
  const answers = { ...kept.answers, ...filled };
  const read = readGiven({ ...given, answers: laidOver(given["answers"], answers) }, pack.source.questions);
  if (read.kind === "failed") return refusal(read.problems);
  const [service] = read.value;
  const [surface] = service?.surfaces ?? [];
  if (service === undefined || surface === undefined) throw new Error("a service has a surface");
  const from = recommend(pack, service, surface, { analysis: true });
  const page = questionsToAsk(from)
    .map(({ question }) => question)
    .filter(({ id }) => !kept.met.includes(id))
    .slice(0, pageSize);
  const stopped = form.kind === "elicit" && form.action !== "accept";
  if (page.length === 0 || stopped || !canShowForms(asking)) {
    const answersFile = printAnswers(service.service, surface.answers, pack.source);
    return dataResult({ surfaces: [adviceOf(from)], answersFile }, read.warnings);
  }
  const met = [...kept.met, ...page.map(({ id }) => id)];
  return sdk.inputRequired({
    inputRequests: { [formKey]: sdk.inputRequired.elicit(formOf(page, knowsTitles(asking))) },
    requestState: JSON.stringify({ answers, met } satisfies Kept),
  });
}

function keptIn(state: unknown): Kept {
  try {
    const { answers, met } = mappingOf(JSON.parse(String(state)));
    const ids = Array.isArray(met) ? met.filter((id) => typeof id === "string") : [];
    return { answers: mappingOf(answers), met: ids };
  } catch {
    return { answers: {}, met: [] };
  }
}

/** The fields that are not empty. */
const filledIn = (content: unknown): Mapping =>
  Object.fromEntries(
    Object.entries(mappingOf(content)).filter(([, value]) => value !== "" && String(value) !== ""),
  );

/** Answers over others, which are left as they are if they are none, to be refused. */
const laidOver = (under: unknown, over: Mapping): unknown =>
  under === undefined || isMapping(under) ? { ...mappingOf(under), ...over } : under;

/** A client of the modern era says with every call what it can do, one of the older era at its start. */
function canShowForms({ sdk, server, context }: Asking): boolean {
  const { elicitation } = mappingOf(
    mappingOf(context.mcpReq.envelope)[sdk.CLIENT_CAPABILITIES_META_KEY] ??
      server.server.getClientCapabilities(),
  );
  // An empty object means forms: at first there was no other way to ask.
  return isMapping(elicitation) && ("form" in elicitation || !("url" in elicitation));
}

const knowsTitles = ({ server }: Asking): boolean =>
  (server.server.getNegotiatedProtocolVersion() ?? "") >= "2025-11-25";
