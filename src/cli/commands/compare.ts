import { resolve } from "node:path";
import { differingAnswers } from "../../engine/compare/compare.js";
import { ok } from "../../engine/diagnostics/problem.js";
import { compareMarkdown } from "../../engine/report/comparison/compare-markdown.js";
import { compareText } from "../../engine/report/comparison/compare-text.js";
import { movesJson, movesText } from "../../engine/report/comparison/moves.js";
import { movesMarkdown } from "../../engine/report/comparison/moves-markdown.js";
import { formats } from "../../engine/report/formats.js";
import type { ReportStyle } from "../../engine/report/report-style.js";
import { isSamePlace } from "../../files/folders.js";
import { defineCommand, value } from "../command-line/define-command.js";
import { answersFiles, comparisonOptions } from "../command-line/options.js";
import { chosenFiles } from "../config/chosen-files.js";
import type { LoadedConfig } from "../config/load-config.js";
import { exitCodes, type Host } from "../host.js";
import { filesSince, isBaseFolder } from "../input/base-files.js";
import { movesOf, readSides } from "../input/moves-since.js";
import { type InputOptions, readInputs } from "../input/read-inputs.js";
import { outputConflicts } from "../output/output-conflicts.js";
import { type OutputOptions, writeOutputs } from "../output/write-outputs.js";
import { refuse, refuseUsage } from "../refuse.js";
import { reportHead, reportOn } from "../report-on.js";

type ComparisonFormat = "text" | "json" | "markdown";
type ComparisonOptions = InputOptions & OutputOptions<ComparisonFormat>;

/** Sets every surface of the files side by side, as JSON the report of `advise`; or says what moved since a base. */
export const compare = defineCommand({
  name: "compare",
  about: "compare several surfaces or services in one table",
  guide: "docs/reviews.md",
  examples: [
    ["the surfaces of a service in one table", "api-advisor compare shop.api-advisor.yaml"],
    ["two versions of a file", "api-advisor compare --base before.yaml after.yaml"],
    [
      "what a branch moves, from a checkout of the one that it goes to",
      "api-advisor compare --base ../main --format markdown",
    ],
  ],
  arguments: [answersFiles],
  options: {
    base: value(
      "--base <folder>",
      "show what moved since: a folder with the earlier versions of the same files, such as a checkout of another branch; or one file, - for standard input",
    ),
    ...comparisonOptions,
  },
  run: async ([names], options, host, { config }) =>
    options.base === undefined
      ? sideBySide(names, options, host, config)
      : sinceBase(options.base, names, options, host, config),
});

async function sideBySide(
  names: readonly string[],
  options: ComparisonOptions,
  host: Host,
  config: LoadedConfig | null,
): Promise<number> {
  const { output, rules } = options;
  const { files, problems } = await chosenFiles(names, config, host);
  if (problems.length > 0) return refuse(problems, host);
  const conflicts = await outputConflicts(output, { files, rules, format: options.format }, host);
  if (conflicts.length > 0) return refuse(conflicts, host);
  const inputs = await readInputs(files, options, host);
  if (inputs.kind === "failed") return refuse(inputs.problems, host);
  const report = reportOn(inputs.value.pack, inputs.value.services, { analysis: true });
  const surfaces = report.services.flatMap((service) => service.surfaces);
  const draw = {
    text: (style: ReportStyle) => compareText(surfaces, differingAnswers(surfaces), style),
    json: (style: ReportStyle) => formats.json(report, style),
    markdown: (style: ReportStyle) => compareMarkdown(surfaces, differingAnswers(surfaces), style),
  };
  return write(options, draw, host);
}

async function sinceBase(
  base: string,
  names: readonly string[],
  options: ComparisonOptions,
  host: Host,
  config: LoadedConfig | null,
): Promise<number> {
  const [name, second] = names;
  if (isBaseFolder(base, host) && isSamePlace(resolve(host.cwd, base), host.cwd))
    return refuseUsage(
      "--base is the folder of the files themselves: name one with their earlier versions",
      host,
    );
  if (!isBaseFolder(base, host) && (name === undefined || second !== undefined))
    return refuseUsage("--base with one file needs one file to compare with it", host);
  const files = isBaseFolder(base, host)
    ? await filesSince(base, names, config, host)
    : ok({ before: [{ name: base, now: base }], after: names });
  if (files.kind === "failed") return refuse(files.problems, host);
  const { before, after } = files.value;
  const { output, rules } = options;
  const read = [...before.map((file) => file.name), ...after];
  const conflicts = await outputConflicts(output, { files: read, rules, format: options.format }, host);
  if (conflicts.length > 0) return refuse(conflicts, host);
  const sides = await readSides(files.value, options, host);
  if (sides.kind === "failed") return refuse(sides.problems, host);
  const { pack } = sides.value;
  const moves = await movesOf(sides.value, host);
  const head = reportHead(pack);
  const draw = {
    text: (style: ReportStyle) => movesText(moves, style),
    json: (style: ReportStyle) => movesJson(head, moves, style),
    markdown: (style: ReportStyle) => movesMarkdown(head, moves, style),
  };
  return write(options, draw, host);
}

async function write(
  options: ComparisonOptions,
  draw: Readonly<Record<ComparisonFormat, (style: ReportStyle) => string>>,
  host: Host,
): Promise<number> {
  const written = await writeOutputs(options, (format, style) => draw[format](style), host);
  return written.kind === "failed" ? refuse(written.problems, host) : exitCodes.done;
}
