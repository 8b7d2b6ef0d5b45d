import { readPacks } from "../../packs/load-pack.js";
import { defineCommand, wordArgument } from "../define-command.js";
import { exitCodes } from "../host.js";
import { ruleOptions } from "../options.js";
import { refuse } from "../refuse.js";
import { schemaKinds, schemaText } from "../schemas.js";

export const schema = defineCommand({
  name: "schema",
  about: "print the JSON Schema of a kind of file, for editors and other tools",
  arguments: [wordArgument("<kind>", "kind of file", schemaKinds)],
  options: ruleOptions,
  run: async ([kind], options, host) => {
    const pack = await readPacks(options.rules, host.cwd);
    if (pack.kind === "failed") return refuse(pack.problems, host);
    host.stdout.write(schemaText(kind, pack.value.compiled.source));
    return exitCodes.done;
  },
});
