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
  const reports = [
    reportOf(sample),
    reportOf(boundSample, undecidedSample),
    ...attacks.map((attack) =>
      reportOf(
        reworded(() => attack || "x"),
        reworded((text) => `${attack}${text}`, boundSample),
      ),
    ),
  ];
  for (const report of reports)
    for (const detail of ["normal", "full"] as const) {
      const document = drawn[name](report, { ...plainStyle, detail });
      expect(await format(document, { parser: "markdown" })).toBe(document);
    }
});
