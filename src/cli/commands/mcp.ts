import { readPacks } from "../../packs/load-pack.js";
import { defineCommand } from "../command-line/define-command.js";
import { ruleOptions } from "../command-line/options.js";
import { exitCodes } from "../host.js";
import { serve } from "../mcp/serve.js";
import { refuse } from "../refuse.js";

export const mcp = defineCommand({
  name: "mcp",
  about: "serve coding agents over standard input and output, by the Model Context Protocol",
  guide: "docs/agents.md",
  examples: [
    ["what an agent is told to start", "api-advisor mcp"],
    ["with questions and rules of your own", "api-advisor mcp --rules ./acme-rules"],
  ],
  arguments: [],
  options: ruleOptions,
  run: async (_, options, host) => {
    const pack = await readPacks(options.rules, host.cwd);
    if (pack.kind === "failed") return refuse(pack.problems, host);
    return (await serve(pack.value.compiled, host)) ? exitCodes.done : exitCodes.invalid;
  },
});
