import { resolve } from "node:path";
import { printable } from "../../engine/diagnostics/plain-text.js";
import { failed, type Outcome, ok, type Problem } from "../../engine/diagnostics/problem.js";
import { embed as embedIn } from "../../engine/embed/embed.js";
import { type Block, findBlocks } from "../../engine/embed/find-blocks.js";
import { unifiedDiff } from "../../engine/embed/unified-diff.js";
import type { Report } from "../../engine/model/recommendation.js";
import { formats } from "../../engine/report/formats.js";
import { plainStyle } from "../../engine/report/report-style.js";
import { readExactTextFile } from "../../files/read-file.js";
import { writeTextFile } from "../../files/write-files.js";
import type { Embeddable } from "../embeddable.js";
import { exitCodes } from "../exit-codes.js";
import type { Host } from "../host.js";
import { type Inputs, readInputs } from "../read-inputs.js";
import { refuse } from "../refuse.js";
import { reportOn } from "../report-on.js";

export interface EmbedOptions {
  readonly answers: string;
  readonly as: Embeddable;
  readonly surface?: string | undefined;
  readonly block?: string | undefined;
  readonly check?: boolean | undefined;
  readonly rules: readonly string[];
}

/** Brings a block of a document up to date with the answers, or says what in it is stale. */
export async function embed(file: string, options: EmbedOptions, host: Host): Promise<number> {
  const path = resolve(host.cwd, file);
  // Before the answers: advising takes longer by far, and would be for nothing.
  const target = await readTarget(path, file, options);
  if (target.kind === "failed") return refuse(target.problems, host);
  const inputs = await readInputs([options.answers], { rules: options.rules, set: [] }, host);
  if (inputs.kind === "failed") return refuse(inputs.problems, host);
  const report = reportFor(inputs.value, options);
  if (report.kind === "failed") return refuse(report.problems, host);
  const { text: before, block } = target.value;
  const { text, dropped } = embedIn(before, block, formats[options.as](report.value, plainStyle));
  if (options.check) {
    const diff = unifiedDiff(printable(file), before, text);
    // Off a terminal it is a patch, to the byte.
    host.stdout.write(host.stdout.isTTY ? printable(diff, true) : diff);
    return text === before ? exitCodes.done : exitCodes.gate;
  }
  if (text === before) {
    host.stderr.write(`${printable(file)} is up to date.\n`);
    return exitCodes.done;
  }
  const written = await writeTextFile(path, text, file);
  if (written.kind === "failed") return refuse(written.problems, host);
  const gone = dropped.length === 0 ? "" : ` No longer in it, though ticked: ${dropped.join(", ")}.`;
  host.stderr.write(`${printable(`${file} is brought up to date.${gone}`)}\n`);
  return exitCodes.done;
}

/** The document, and the block of it that was asked for. */
async function readTarget(
  path: string,
  file: string,
  options: EmbedOptions,
): Promise<Outcome<{ readonly text: string; readonly block: Block }>> {
  const source = await readExactTextFile(path, file);
  if (source.kind === "failed") return source;
  const { text } = source.value;
  const blocks = findBlocks(file, text);
  if (blocks.kind === "failed") return blocks;
  const block = chosenBlock(blocks.value, options, file);
  return block.kind === "failed" ? block : ok({ text, block: block.value });
}

/** A report on every surface, or on those of the name that was asked for. */
function reportFor({ pack, services }: Inputs, { surface, answers }: EmbedOptions): Outcome<Report> {
  const known = services.flatMap((service) => service.surfaces.map(({ name }) => name));
  if (surface !== undefined && !known.includes(surface))
    return failed([
      { severity: "error", file: answers, at: null, code: "unknown-id", kind: "surface", id: surface, known },
    ]);
  const chosen = services
    .map((service) => ({
      ...service,
      surfaces: service.surfaces.filter((each) => surface === undefined || each.name === surface),
    }))
    .filter(({ surfaces }) => surfaces.length > 0);
  return ok(reportOn(pack, chosen, { analysis: true }));
}

/** The block that was asked for; without a word the only one, or the one that is called like the surface. */
function chosenBlock(blocks: readonly Block[], options: EmbedOptions, file: string): Outcome<Block> {
  const called = options.block ?? options.surface;
  const found = blocks.find(({ id }) => id === called);
  if (found !== undefined) return ok(found);
  const [only] = blocks;
  if (options.block === undefined && only !== undefined && blocks.length === 1) return ok(only);
  const known = blocks.map(({ id }) => id);
  const problem: Problem =
    options.block === undefined
      ? { severity: "error", file, at: null, code: "choice-needed", option: "--block", known }
      : { severity: "error", file, at: null, code: "unknown-id", kind: "block", id: options.block, known };
  return failed([problem]);
}
