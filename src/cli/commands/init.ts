import { basename, extname, resolve } from "node:path";
import { printBlankAnswers } from "../../engine/answers-file/print-answers.js";
import { printable } from "../../engine/diagnostics/plain-text.js";
import { createTextFile } from "../../files/write-files.js";
import { readPacks } from "../../packs/load-pack.js";
import { exitCodes } from "../exit-codes.js";
import type { Host } from "../host.js";
import { refuse } from "../refuse.js";
import { tool } from "../tool.js";

export interface InitOptions {
  readonly service?: string | undefined;
  readonly rules: readonly string[];
}

/** Writes an answers file to fill in, or prints it when the file is `-`. A file that is there is never replaced. */
export async function init(file: string, options: InitOptions, host: Host): Promise<number> {
  const pack = await readPacks(options.rules, host.cwd);
  if (pack.kind === "failed") return refuse(pack.problems, host);
  const text = printBlankAnswers(options.service ?? nameFor(file, host.cwd), pack.value.compiled.source);
  if (file === "-") {
    host.stdout.write(text);
    return exitCodes.done;
  }
  const written = await createTextFile(resolve(host.cwd, file), file, text);
  if (written.kind === "failed") return refuse(written.problems, host);
  const name = printable(file);
  host.stderr.write(`Written to ${name}. When answers are in it: ${tool.name} advise ${name}\n`);
  return exitCodes.done;
}

/** A service is called like its file, or like its folder where the file's name says nothing. */
function nameFor(file: string, cwd: string): string {
  const stem = basename(file, extname(file)).trim();
  return ["", "-", tool.name].includes(stem) ? basename(cwd).trim() || "service" : stem;
}
