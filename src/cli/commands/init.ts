import { resolve } from "node:path";
import { printBlankAnswers } from "../../engine/answers-file/print-answers.js";
import { printable } from "../../engine/diagnostics/plain-text.js";
import { errorIn } from "../../engine/diagnostics/problem.js";
import { shellFile } from "../../engine/diagnostics/shell-word.js";
import { findSchema } from "../../files/find-schema.js";
import { createTextFile } from "../../files/write-files.js";
import { isDefaultPack } from "../../packs/find-pack.js";
import { readPacks } from "../../packs/load-pack.js";
import { argument, defineCommand } from "../command-line/define-command.js";
import { nameOption, ruleOptions } from "../command-line/options.js";
import { exitCodes } from "../host.js";
import { serviceNameFor, usualName, whyNotNew } from "../input/usual-names.js";
import { isStandardOutput } from "../output/output-places.js";
import { refuse } from "../refuse.js";
import { startedAs } from "../tool.js";

/** Writes an answers file to fill in, or prints it if that is what the file stands for. An existing file is never replaced. */
export const init = defineCommand({
  name: "init",
  about: "write an answers file to fill in, with every question and option as a comment",
  guide: "docs/editors.md",
  examples: [
    ["api-advisor.yaml, for a service called like this folder", "api-advisor init"],
    ["a file of another name", "api-advisor init orders.api-advisor.yaml"],
    ["only to read the questions", "api-advisor init -"],
  ],
  arguments: [argument("[file]", "the file to write; - is standard output", { preset: usualName(null) })],
  options: {
    service: nameOption("--service <name>", "name of the service, if not the name of the file"),
    ...ruleOptions,
  },
  run: async ([file], options, host) => {
    const pack = await readPacks(options.rules, host.cwd);
    if (pack.kind === "failed") return refuse(pack.problems, host);
    const printed = isStandardOutput(file);
    const service = options.service ?? serviceNameFor(printed ? "-" : file, host.cwd);
    const path = resolve(host.cwd, printed ? "-" : file);
    const schema = findSchema(path, isDefaultPack(options.rules));
    const text = printBlankAnswers(service, pack.value.compiled.source, schema);
    if (printed) {
      host.stdout.write(text);
      return exitCodes.done;
    }
    const reason = whyNotNew(file);
    if (reason !== null) return refuse([errorIn(file, { code: "unwritable-file", reason })], host);
    const written = await createTextFile(path, file, text);
    if (written.kind === "failed") return refuse(written.problems, host);
    const name = printable(file);
    host.stderr.write(`${name} written. Once it has answers: ${startedAs(host)} advise ${shellFile(name)}\n`);
    if (schema === null)
      host.stderr.write(`To have it completed by an editor, see: ${startedAs(host)} schema --help\n`);
    return exitCodes.done;
  },
});
