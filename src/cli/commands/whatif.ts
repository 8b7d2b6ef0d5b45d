import { recommend } from "../../engine/advise/recommend.js";
import { movementOf } from "../../engine/compare/compare.js";
import type { Service, Surface } from "../../engine/model/answers.js";
import type { Movement, Moves } from "../../engine/model/movement.js";
import type { Recommendation } from "../../engine/model/recommendation.js";
import { movesText } from "../../engine/report/comparison/moves.js";
import { movesMarkdown } from "../../engine/report/comparison/moves-markdown.js";
import { whatifJson } from "../../engine/report/comparison/whatif.js";
import type { ReportStyle } from "../../engine/report/report-style.js";
import { argument, defineCommand, value } from "../command-line/define-command.js";
import { comparisonOptions } from "../command-line/options.js";
import { exitCodes } from "../host.js";
import { ofSurface, readInputs, stdinName } from "../input/read-inputs.js";
import { outputConflicts } from "../output/output-conflicts.js";
import { writeOutputs } from "../output/write-outputs.js";
import { refuse, refuseUsage } from "../refuse.js";
import { reportHead } from "../report-on.js";

/** Recommends for each surface with its own and with other answers, and shows the differences. */
export const whatif = defineCommand({
  name: "whatif",
  about: "show what other answers would change",
  guide: "docs/reviews.md",
  examples: [
    [
      "if nobody had to see who is there",
      "api-advisor whatif shop.api-advisor.yaml --set client-liveness=not-needed",
    ],
    [
      "two changes at once, as JSON",
      "api-advisor whatif shop.api-advisor.yaml --set failover=restart-ok --set latency=real-time --format json",
    ],
  ],
  arguments: [argument("<file>", "answers file; - is standard input")],
  options: { surface: value("--surface <surface>", "only this surface"), ...comparisonOptions },
  run: async ([file], options, host) => {
    const { output, rules } = options;
    const conflicts = await outputConflicts(output, { files: [file], rules, format: options.format }, host);
    if (conflicts.length > 0) return refuse(conflicts, host);
    if (options.set.length === 0)
      return refuseUsage("nothing to change: give at least one --set question=option", host);
    const inputs = await readInputs([file], { ...options, oneFile: true }, host);
    if (inputs.kind === "failed") return refuse(inputs.problems, host);
    const { pack, given, settings } = inputs.value;
    const services = ofSurface(given, options.surface, file === "-" ? stdinName(options) : file);
    if (services.kind === "failed") return refuse(services.problems, host);
    const recommended = (service: Service, surface: Surface): Recommendation =>
      recommend(pack.compiled, service, surface, { analysis: true });
    const movements = services.value.flatMap((service) =>
      service.surfaces.map((surface) => {
        const changed = { ...surface, answers: new Map([...surface.answers, ...settings]) };
        return movementOf(recommended(service, surface), recommended(service, changed));
      }),
    );
    const head = reportHead(pack);
    const moves = movesOf(movements);
    const draw = {
      text: (style: ReportStyle) => movesText(moves, style),
      json: (style: ReportStyle) => whatifJson(head, movements, style),
      markdown: (style: ReportStyle) => movesMarkdown(head, moves, style),
    };
    const written = await writeOutputs(options, (format, style) => draw[format](style), host);
    return written.kind === "failed" ? refuse(written.problems, host) : exitCodes.done;
  },
});

function movesOf(movements: readonly Movement[]): Moves {
  const changed = movements.filter(({ answers }) => answers.length > 0);
  return { changed, added: [], removed: [], unchanged: movements.length - changed.length };
}
