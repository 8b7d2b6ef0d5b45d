import { describe, expect, it } from "vitest";
import type { Finding, Transition } from "../../../../src/engine/model/pack-statistics.js";
import type { Style } from "../../../../src/engine/model/verdict.js";
import {
  directionStatistics,
  questionStatistics,
} from "../../../../src/engine/pack-tools/statistics/question-effects.js";
import { lettered, tangledPack } from "../../tangled-pack.js";

/** The first answers and the verdicts before and after a change; otherwise the kind of finding. */
function shown(finding: Finding<Transition> | undefined): string | undefined {
  if (finding?.kind !== "shown") return finding?.kind;
  const sides = [finding.witness.before, finding.witness.after].map(({ answers, verdict }) => {
    const letters = [...answers.values()].map((answer) =>
      answer.kind === "chosen" ? answer.options[0] : "",
    );
    return `${letters.join("").slice(0, 6)} ${verdict}`;
  });
  return sides.join(" -> ");
}

describe("where questions are tied too closely to search all answers", () => {
  it("samples show that another answer changes a verdict, and what they do not show is not known", () => {
    const pack = tangledPack({ rules: [[{ q0: "d" }, { N: 9 }]] });
    const findings = (samples: readonly string[]) =>
      questionStatistics(pack, samples.map(lettered)).map(({ changesVerdict }) => shown(changesVerdict));
    const unknown = new Array<string>(12).fill("unknown");
    expect(findings([])).toEqual(unknown);
    // With c everywhere nothing counts: of the first question d does, of others nothing by itself.
    expect(findings(["cccccc"])).toEqual(["cccccc undecided -> dccccc stateful", ...unknown.slice(1)]);
    // The first sample that shows something is shown. After an a, of the second question in the last sample, b counts.
    expect(findings(["dccccc", "cccccc", "cacccc"]).slice(0, 4)).toEqual([
      "dccccc stateful -> accccc undecided",
      "unknown",
      "cacccc undecided -> cabccc stateless",
      "cacccc undecided -> cacbcc stateless",
    ]);
  });

  it.each<{ direction: Style; question: string; samples: string[]; finding: string }>([
    // Nine points for stateful against one for stateless.
    {
      direction: "stateless",
      question: "q0",
      samples: ["cabccc"],
      finding: "cabccc stateless -> dabccc stateful",
    },
    // Down, or from and to nothing, is no move against it.
    { direction: "stateless", question: "q0", samples: ["dabccc", "cccccc"], finding: "unknown" },
    { direction: "stateful", question: "q0", samples: ["cabccc"], finding: "unknown" },
    // One point for stateful decides until there is a b after two that have a.
    {
      direction: "stateful",
      question: "q5",
      samples: ["cccccc", "cccaaa"],
      finding: "cccaaa stateful -> cccaab stateless",
    },
    { direction: "stateless", question: "q5", samples: ["cccaaa"], finding: "unknown" },
  ])("of samples $samples, against the direction $direction of $question: $finding", (row) => {
    const pack = tangledPack({
      directions: { [row.question]: row.direction },
      rules: [
        [{ q0: "d" }, { N: 9 }],
        [{ q3: "a" }, { N: 1 }],
      ],
    });
    const [found, ...others] = directionStatistics(pack, row.samples.map(lettered));
    expect(found).toMatchObject({ question: row.question, direction: row.direction });
    expect(shown(found?.violated)).toBe(row.finding);
    expect(others).toEqual([]);
  });
});
