import { readPacks } from "../../packs/load-pack.js";
import { defineCommand, wordArgument } from "../command-line/define-command.js";
import { ruleOptions } from "../command-line/options.js";
import { exitCodes } from "../host.js";
import { refuse } from "../refuse.js";
import { schemaKinds, schemaText } from "../schemas.js";

export const schema = defineCommand({
  name: "schema",
  about: "print the JSON Schema of a kind of file, for editors and other tools",
  guide: "docs/editors.md",
  examples: [
    [
      "for editors: in the root of a repository, where `init` and the interview find it",
      "api-advisor schema answers > api-advisor.schema.json",
    ],
    [
      "with the questions of a pack of your own",
      "api-advisor schema answers --rules ./acme-rules > api-advisor.schema.json",
    ],
    ["of what `advise --format json` prints", "api-advisor schema report"],
  ],
  arguments: [wordArgument("<kind>", "kind of file", schemaKinds)],
  options: ruleOptions,
  run: async ([kind], options, host) => {
    const pack = await readPacks(options.rules, host.cwd);
    if (pack.kind === "failed") return refuse(pack.problems, host);
    host.stdout.write(schemaText(kind, pack.value.compiled.source));
    return exitCodes.done;
  },
});
