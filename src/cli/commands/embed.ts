import { resolve } from "node:path";
import { joinedLines, printable } from "../../engine/diagnostics/plain-text.js";
import { errorIn, failed, type Outcome, ok, type Problem } from "../../engine/diagnostics/problem.js";
import { embed as embedIn } from "../../engine/embed/embed.js";
import { type Block, findBlocks } from "../../engine/embed/find-blocks.js";
import { unifiedDiff } from "../../engine/embed/unified-diff.js";
import type { Service } from "../../engine/model/answers.js";
import { formats } from "../../engine/report/formats.js";
import { mermaidBlock } from "../../engine/report/picture/mermaid.js";
import { plainStyle, type ReportStyle } from "../../engine/report/report-style.js";
import { surfacesOf } from "../../engine/report/selection.js";
import { readExactTextFile, type TextFile } from "../../files/read-file.js";
import { rewriteTextFile } from "../../files/rewrite-file.js";
import { argument, defineCommand, flag, oneOf, value } from "../command-line/define-command.js";
import { ruleOptions } from "../command-line/options.js";
import { chosenFiles } from "../config/chosen-files.js";
import { exitCodes } from "../host.js";
import { ofSurface, readInputs } from "../input/read-inputs.js";
import { refuse } from "../refuse.js";
import { reportOn } from "../report-on.js";
import { warnOfClashes } from "../warn.js";

/** Brings a block of a document up to date with the answers, or shows what in it is stale. */
export const embed = defineCommand({
  name: "embed",
  about:
    "write a review checklist, a summary or a picture between two marker comments of a Markdown document",
  guide: "docs/embed.md",
  examples: [
    [
      "write the checklist, or bring it up to date",
      "api-advisor embed design.md --answers shop.api-advisor.yaml",
    ],
    [
      "in a pipeline: fail if it is out of date",
      "api-advisor embed design.md --answers shop.api-advisor.yaml --check",
    ],
    [
      "a picture of where the state of one surface lives",
      "api-advisor embed design.md --answers shop.api-advisor.yaml --surface checkout --as mermaid",
    ],
  ],
  arguments: [argument("<doc.md>", "the document; nothing outside the markers changes")],
  options: {
    answers: value(
      "--answers <file>",
      "answers file; - is standard input; if none is given, those that `check` would take",
    ),
    as: oneOf("--as <format>", "what to write; mermaid is a picture of where the state lives", [
      "checklist",
      "markdown",
      "mermaid",
    ]).or("checklist"),
    details: flag("--details", "all items of the checklist in all their words, or the whole summary"),
    surface: value("--surface <surface>", "only this surface"),
    block: value(
      "--block <block>",
      "the block, by the id after `api-advisor:begin`; required if there are several",
    ),
    check: flag("--check", "write nothing; show what is out of date, and exit with 1 if anything is"),
    ...ruleOptions,
  },
  run: async ([file], options, host, { config }) => {
    const path = resolve(host.cwd, file);
    // Checked before the answers are read: advising takes much longer and would be wasted.
    const target = await readTarget(path, file, options);
    if (target.kind === "failed") return refuse(target.problems, host);
    const { answers, rules } = options;
    const { files, problems } =
      answers === undefined ? await chosenFiles([], config, host) : { files: [answers], problems: [] };
    if (problems.length > 0) return refuse(problems, host);
    const inputs = await readInputs(files, { rules, set: [], oneFile: answers !== undefined }, host);
    if (inputs.kind === "failed") return refuse(inputs.problems, host);
    const [only = "embed", second] = files;
    const { pack, services } = inputs.value;
    const chosen = ofSurface(services, options.surface, second === undefined ? only : "embed");
    if (chosen.kind === "failed") return refuse(chosen.problems, host);
    const alike = options.as === "checklist" ? sameNames(chosen.value) : [];
    if (alike.length > 0) return refuse(alike, host);
    const report = reportOn(pack, chosen.value, { analysis: true });
    warnOfClashes(surfacesOf(report), host);
    const style: ReportStyle = { ...plainStyle, detail: options.details ? "full" : "normal" };
    const content =
      options.as === "mermaid"
        ? joinedLines(mermaidBlock(surfacesOf(report), style))
        : formats[options.as](report, style);
    const { text: before, block } = target.value;
    if (options.check) {
      const { text } = embedIn(before, block, content);
      const diff = unifiedDiff(printable(file), before, text);
      // If not shown on a terminal, it is a byte-exact patch.
      host.stdout.write(host.stdout.isTTY ? printable(diff, true) : diff);
      return text === before ? exitCodes.done : exitCodes.gate;
    }
    const written = await rewriteTextFile(path, file, (source) => {
      const found = targetIn(source, options);
      if (found.kind === "failed") return found;
      const { text, lost } = embedIn(found.value.text, found.value.block, content);
      return ok({ text, value: { lost, isNew: text !== source.text } });
    });
    if (written.kind === "failed") return refuse(written.problems, host);
    host.stderr.write(`${printable(updateMessage(file, written.value))}\n`);
    return exitCodes.done;
  },
});

/** The files whose ticks could not be told from those of an earlier file: service and surface are called the same. */
function sameNames(services: readonly Service[]): readonly Problem[] {
  const known = new Set<string>();
  return services.flatMap(({ service, source, surfaces }) => {
    const names = surfaces.map(({ name }) => JSON.stringify([service, name]));
    const isAlike = names.some((name) => known.has(name));
    for (const name of names) known.add(name);
    return isAlike ? [errorIn(source, { code: "same-name", kind: "service", id: service })] : [];
  });
}

function updateMessage(
  file: string,
  { lost, isNew }: { readonly lost: readonly string[]; readonly isNew: boolean },
): string {
  if (!isNew) return `${file} is up to date.`;
  const kept =
    lost.length === 0 ? "" : ` No longer asked, and kept at the end of the block: ${lost.join(", ")}.`;
  return `${file} updated.${kept}`;
}

/** The requested block and surface, by name. */
interface Wanted {
  readonly surface: string | undefined;
  readonly block: string | undefined;
}

/** The document, and the block of it that is wanted. */
async function readTarget(
  path: string,
  file: string,
  options: Wanted,
): Promise<Outcome<{ readonly text: string; readonly block: Block }>> {
  const source = await readExactTextFile(path, file);
  return source.kind === "failed" ? source : targetIn(source.value, options);
}

function targetIn(
  { file, text }: TextFile,
  options: Wanted,
): Outcome<{ readonly text: string; readonly block: Block }> {
  const blocks = findBlocks(file, text);
  if (blocks.kind === "failed") return blocks;
  const block = chosenBlock(blocks.value, options, file);
  return block.kind === "failed" ? block : ok({ text, block: block.value });
}

/** The wanted block; if none is named, the one named like the surface, or the only one. */
function chosenBlock(blocks: readonly Block[], options: Wanted, file: string): Outcome<Block> {
  const called = options.block ?? options.surface;
  const found = blocks.find(({ id }) => id === called);
  if (found !== undefined) return ok(found);
  const [only] = blocks;
  if (options.block === undefined && only !== undefined && blocks.length === 1) return ok(only);
  const known = blocks.map(({ id }) => id).filter((id) => id !== "");
  const problem =
    options.block === undefined
      ? errorIn(file, { code: "choice-needed", option: "--block", known })
      : errorIn(file, { code: "unknown-id", kind: "block", id: options.block, known });
  return failed([problem]);
}
