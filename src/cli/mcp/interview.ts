import type {
  CallToolResult,
  InputRequiredResult,
  McpServer,
  ServerContext,
} from "@modelcontextprotocol/server";
import { recommend } from "../../engine/advise/recommend.js";
import { printAnswers } from "../../engine/answers-file/print-answers.js";
import { questionsToAsk } from "../../engine/interview/questions-to-ask.js";
import type { Answers } from "../../engine/model/answers.js";
import { at } from "../../engine/model/at.js";
import type { CompiledPack } from "../../engine/model/compiled-pack.js";
import type { Recommendation } from "../../engine/model/recommendation.js";
import { isMapping, type Mapping, mappingOf } from "../../engine/parse/parsed-document.js";
import { adviceOf } from "../../engine/report/brief/advice.js";
import { labelsOf } from "../../engine/report/wording/titles.js";
import { decisiveAnswers } from "../../engine/report/wording/unconfirmed-words.js";
import { agentNote } from "../ask/agent-note.js";
import { type Asked, formOf } from "./form.js";
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
  const service = at(read.value, 0);
  const surface = at(service.surfaces, 0);
  const from = recommend(pack, service, surface, { analysis: true });
  const page = [...toConfirm(from, surface.answers), ...toAsk(from)]
    .filter(({ question }) => !kept.met.includes(question.id))
    .slice(0, pageSize);
  const stopped = form.kind === "elicit" && form.action !== "accept";
  if (page.length === 0 || stopped || !canShowForms(asking)) {
    const answersFile = printAnswers(service.service, surface.answers, pack.source);
    return dataResult({ surfaces: [adviceOf(from)], answersFile }, read.warnings);
  }
  const met = [...kept.met, ...page.map(({ question }) => question.id)];
  return sdk.inputRequired({
    inputRequests: { [formKey]: sdk.inputRequired.elicit(formOf(page, knowsTitles(asking))) },
    requestState: JSON.stringify({ answers, met } satisfies Kept),
  });
}

const toAsk = (from: Recommendation): readonly Asked[] =>
  questionsToAsk(from).map(({ question }) => ({ question, remark: "" }));

/** The answers of an agent that decide, each with its note. */
function toConfirm(from: Recommendation, answers: Answers): readonly Asked[] {
  return decisiveAnswers(from).flatMap(({ question: id }) => {
    const question = from.questions.get(id);
    const remark = `An agent answered “${labelsOf(from, id)}”: choose that to confirm it.${agentNote(answers.get(id)?.note ?? null)}`;
    return question === undefined ? [] : [{ question, remark }];
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
    Object.entries(mappingOf(content)).filter(
      ([, value]) => value !== "" && value !== null && !(Array.isArray(value) && value.length === 0),
    ),
  );

/** Answers over others, which are left as they are if they are none, to be refused. */
const laidOver = (under: unknown, over: Mapping): unknown =>
  under === undefined || isMapping(under)
    ? {
        ...mappingOf(under),
        ...Object.fromEntries(
          Object.entries(over).map(([id, reply]) => [id, repliedTo(mappingOf(under)[id], reply)]),
        ),
      }
    : under;

/** A person's reply to what was known, with the note if it confirms what an agent answered. */
function repliedTo(known: unknown, reply: unknown): unknown {
  const { answer, by } = mappingOf(known);
  const isSame = JSON.stringify([answer].flat()) === JSON.stringify([reply].flat());
  return by === "agent" && isSame ? { ...mappingOf(known), by: "person" } : reply;
}

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
