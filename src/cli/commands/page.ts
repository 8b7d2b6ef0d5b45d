import { basename } from "node:path";
import { recommendService } from "../../engine/advise/recommend.js";
import { pagePack, restorePagePack } from "../../engine/compile/page-pack.js";
import { errorIn, type Outcome, ok } from "../../engine/diagnostics/problem.js";
import type { Position, Service } from "../../engine/model/answers.js";
import { htmlReport } from "../../engine/report/html/document.js";
import { readPacks } from "../../packs/load-pack.js";
import { defineCommand, optionalArgument } from "../command-line/define-command.js";
import { drawingOptions, output, ruleOptions, stdinFilename } from "../command-line/options.js";
import { exitCodes, type Host } from "../host.js";
import { type Inputs, readInputs } from "../input/read-inputs.js";
import { livePage, mostLive } from "../output/live-page.js";
import { outputConflicts } from "../output/output-conflicts.js";
import { pagePresets } from "../output/page-presets.js";
import { writeOutputs } from "../output/write-outputs.js";
import { refuse } from "../refuse.js";
import { reportHead } from "../report-on.js";

/** Writes the questions of a pack as a page that advises while it is filled in. */
export const page = defineCommand({
  name: "page",
  about: "write a questionnaire for the browser that advises as it is filled in, as one file",
  guide: "docs/page.md",
  examples: [
    ["a page to start from nothing, for any static host", "api-advisor page --output questionnaire.html"],
    ["from the answers of a file", "api-advisor page shop.api-advisor.yaml --output shop.html"],
  ],
  arguments: [optionalArgument("[file]", "answers file to start from; - is standard input")],
  options: {
    output: output(["html"]),
    ...ruleOptions,
    ascii: drawingOptions.ascii,
    stdinFilename,
  },
  run: async ([file], options, host) => {
    const { output, rules } = options;
    const files = file === undefined ? [] : [file];
    const conflicts = await outputConflicts(output, { files, rules, format: "html" }, host);
    if (conflicts.length > 0) return refuse(conflicts, host);
    const inputs = await inputsFor(file, options, host);
    if (inputs.kind === "failed") return refuse(inputs.problems, host);
    const { pack, services } = inputs.value;
    const presets = await pagePresets(pack.compiled.source.questions);
    // Drawn from the pack that the page has: it lacks the texts that only a report in full shows.
    const shown = restorePagePack(pagePack(pack, "first"));
    const report = {
      ...reportHead(pack),
      services: services.map((each) => recommendService(shown.compiled, each, { analysis: true })),
    };
    const live = livePage("questionnaire", pack, services, presets);
    const written = await writeOutputs(
      { ...options, format: "html" },
      (_, style) => htmlReport(report, { ...style, live }),
      host,
    );
    return written.kind === "failed" ? refuse(written.problems, host) : exitCodes.done;
  },
});

interface ReadingOptions {
  readonly rules: readonly string[];
  readonly stdinFilename?: string | undefined;
}

/** The pack, and the services of a file or, without one, one that has no answers yet. */
async function inputsFor(
  file: string | undefined,
  options: ReadingOptions,
  host: Host,
): Promise<Outcome<Inputs>> {
  if (file === undefined) {
    const pack = await readPacks(options.rules, host.cwd);
    return pack.kind === "failed" ? pack : ok({ pack: pack.value, services: [blank] });
  }
  const inputs = await readInputs([file], { ...options, set: [], oneFile: true }, host);
  if (inputs.kind === "failed") return inputs;
  const { pack, services } = inputs.value;
  const surfaces = services.reduce((sum, each) => sum + each.surfaces.length, 0);
  if (surfaces > mostLive) {
    const problem = errorIn(file, { code: "too-many", what: "surfaces for a page", limit: mostLive });
    return { kind: "failed", problems: [problem] };
  }
  return ok({ pack, services: services.map(withoutFolder) });
}

/** Folders of the machine that a page is made on are nothing to put on a web server. */
const withoutFolder = (service: Service): Service => ({
  ...service,
  source: basename(service.source),
  surfaces: service.surfaces.map(({ decision, ...each }) => ({
    ...each,
    at: inFile(each.at),
    decision: decision && { ...decision, at: inFile(decision.at) },
  })),
});

const inFile = (at: Position): Position => ({ ...at, file: basename(at.file) });

/** A name that people will want to change. */
const newName = "my-service";

const blank: Service = {
  service: newName,
  source: newName,
  surfaces: [
    { name: newName, answers: new Map(), decision: null, at: { file: newName, line: 1, column: 1 } },
  ],
};
