import type { McpServer } from "@modelcontextprotocol/server";
import type { CompiledPack } from "../../engine/model/compiled-pack.js";
import { tool } from "../tool.js";
import { addPrompt } from "./prompt.js";
import { addResources } from "./resources.js";
import type * as Sdk from "./sdk.js";
import { addTools } from "./tools.js";

const instructions =
  "Stateful or stateless? Call `advise` with what is known of the API, ask the person what `askNext` says, and call it again. The decision is the person's.";

/** How long, in milliseconds, a form may stay open in the older era: a day, as people are called away. */
const formTimeout = 24 * 60 * 60 * 1000;

/** A server of one pack: tools, resources and a prompt. It keeps nothing between two requests. */
export function createServer(pack: CompiledPack, sdk: typeof Sdk): McpServer {
  const server = new sdk.McpServer(
    { name: tool.name, version: tool.version },
    { instructions, inputRequired: { maxRounds: pack.questions.length, roundTimeoutMs: formTimeout } },
  );
  addTools(server, pack, sdk);
  addResources(server, pack.source);
  addPrompt(server);
  return server;
}
