import { as } from "../../report/inline.js";
import { block, spaced } from "../../report/layout.js";
import { plural } from "../../report/numbers.js";
import type { ReportStyle } from "../../report/report-style.js";
import { section } from "../../report/section.js";
import { answerWords } from "../witness/witness-file.js";
import type { Mutant } from "./mutant.js";
import { type Mutation, mutationScore, type Survivor } from "./mutate.js";
import { effectOf } from "./mutation-witnesses.js";

/** The mutants that no case notices, each with answers that would show it, and the score; ends with a line feed. */
export function mutationText(mutation: Mutation, style: ReportStyle): string {
  const { killed, of } = mutationScore(mutation);
  const share = of === 0 ? "" : ` (${Math.floor((killed * 1000) / of) / 10} %)`;
  const lines = spaced([
    section(style, "Surviving mutants: changes that no case notices", [
      ...mutation.surviving.flatMap((survivor) => survivorLines(survivor, style)),
      ...mutation.undetermined.flatMap((mutant) => [
        ...mutantLine(mutant, style),
        ...block(style, ["No answers were found that reveal it, but there may be some."], { indent: 4 }),
      ]),
    ]),
    section(
      style,
      "Equivalent mutants: no answers reveal them, so they do not count",
      mutation.equivalent.flatMap((mutant) => mutantLine(mutant, style)),
    ),
    block(style, [`${killed} of ${plural(of, "mutant")} killed${share}.`], { indent: 0 }),
  ]);
  return `${lines.join("\n")}\n`;
}

function mutantLine({ entry, change }: Mutant, style: ReportStyle): readonly string[] {
  return block(style, [as("bold", entry), `: ${change}`], { mark: ["•"] });
}

function survivorLines(survivor: Survivor, style: ReportStyle): readonly string[] {
  return [
    ...mutantLine(survivor.mutant, style),
    ...block(style, [`${effectOf(survivor)} on ${answerWords(survivor.difference.answers)}`], { indent: 4 }),
  ];
}
