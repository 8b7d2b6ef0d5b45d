import { differingAnswers } from "../../engine/compare/compare.js";
import { compareText } from "../../engine/report/comparison/compare-text.js";
import { formats } from "../../engine/report/formats.js";
import { chosenFiles } from "../config/chosen-files.js";
import { defineCommand } from "../define-command.js";
import { styleFor } from "../drawing.js";
import { exitCodes } from "../host.js";
import { answersFiles, comparisonOptions } from "../options.js";
import { readInputs } from "../read-inputs.js";
import { refuse } from "../refuse.js";
import { reportOn } from "../tool.js";

/** Sets every surface of the files side by side; as JSON it is the report of `advise`. */
export const compare = defineCommand({
  name: "compare",
  about: "compare several surfaces or services in one table",
  guide: "docs/reviews.md",
  examples: [
    ["the surfaces of a service in one table", "api-advisor compare shop.api-advisor.yaml"],
    ["before and after a change", "api-advisor compare before.yaml after.yaml"],
  ],
  arguments: [answersFiles],
  options: comparisonOptions,
  run: async ([names], options, host, { config }) => {
    const { files, problems } = await chosenFiles(names, config, host);
    if (problems.length > 0) return refuse(problems, host);
    const inputs = await readInputs(files, options, host);
    if (inputs.kind === "failed") return refuse(inputs.problems, host);
    const report = reportOn(inputs.value.pack, inputs.value.services, { analysis: true });
    const style = styleFor(host.stdout, host, options);
    const surfaces = report.services.flatMap((service) => service.surfaces);
    host.stdout.write(
      options.format === "json"
        ? formats.json(report, style)
        : compareText(surfaces, differingAnswers(surfaces), style),
    );
    return exitCodes.done;
  },
});
