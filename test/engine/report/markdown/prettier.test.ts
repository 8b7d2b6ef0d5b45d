import { format } from "prettier";
import { expect, test } from "vitest";
import { checklist } from "../../../../src/engine/report/checklist/document.js";
import { markdownReport } from "../../../../src/engine/report/markdown/document.js";
import { plainStyle } from "../../../../src/engine/report/report-style.js";
import { attacks, reworded } from "../hostile.js";
import { boundSample, reportOf, sample, undecidedSample } from "../sample-recommendation.js";

const drawn = { checklist, markdown: markdownReport } as const;

/** The documents that end up in other people's, where a formatter goes over them. */
test.each(["checklist", "markdown"] as const)("Prettier leaves a %s as it is", async (name) => {
  const plain = [reportOf(sample), reportOf(boundSample, undecidedSample)];
  const attacked = attacks.map((attack) =>
    reportOf(
      reworded(() => attack || "x"),
      reworded((text) => `${attack}${text}`, boundSample),
    ),
  );
  // Full detail has the same entries once more, so the attacks need not be tried on it.
  const drawings = [
    ...[...plain, ...attacked].map((report) => drawn[name](report, plainStyle)),
    ...plain.map((report) => drawn[name](report, { ...plainStyle, detail: "full" })),
  ];
  for (const document of drawings) expect(await format(document, { parser: "markdown" })).toBe(document);
});
