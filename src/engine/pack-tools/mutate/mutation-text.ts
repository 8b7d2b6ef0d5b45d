import { Occurrences } from "../../model/occurrences.js";
import { as } from "../../report/inline.js";
import { block, section, spaced } from "../../report/layout.js";
import { plural } from "../../report/numbers.js";
import type { ReportStyle } from "../../report/report-style.js";
import { answerWords, type NamedWitness } from "../witness/witness-file.js";
import type { Mutant } from "./mutants.js";
import { type Mutation, mutationScore, type Survivor } from "./mutate.js";

/** The surviving mutants, each with answers that reveal it, and the score. */
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

/** For each surviving mutant answers that reveal it, named after the changed entry and numbered. */
export function mutationWitnesses({ surviving }: Mutation): readonly NamedWitness[] {
  const entries = new Occurrences();
  return surviving.map((survivor) => {
    const { entry, change } = survivor.mutant;
    return {
      name: `${entry}-${entries.next(entry)}`,
      shows: `${entry}, ${change}: ${effectOf(survivor)}.`,
      answers: survivor.difference.answers,
    };
  });
}

/** What differs: "the verdict changes from hybrid to stateful". */
export function effectOf({ mutant, difference: { by, before, after } }: Survivor): string {
  switch (by) {
    case "verdict":
      return `the verdict changes from ${before} to ${after}`;
    case "placement":
      return "a placement changes";
    case "firing":
      return `${mutant.entry} fires only before or only after the change`;
    default:
      return by satisfies never;
  }
}
