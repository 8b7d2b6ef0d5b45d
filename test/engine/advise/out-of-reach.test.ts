import { describe, expect, it } from "vitest";
import { tryOutlook } from "../../../src/engine/analyse/analyse.js";
import { startInterview } from "../../../src/engine/interview/interview.js";
import { nextStep } from "../../../src/engine/interview/next-step.js";
import { formatIds, formats } from "../../../src/engine/report/formats.js";
import { plainStyle } from "../../../src/engine/report/report-style.js";
import { profileOf } from "../../../src/engine/score/fill-implied.js";
import { tangledPack } from "../tangled-pack.js";
import { answersOf } from "../tiny-pack.js";
import { recommended } from "./recommended.js";

const names = Array.from({ length: 12 }, (_, index) => `q${index}`);
/** The pairs weigh against five points for keeping the conversation. */
const pack = tangledPack({ rules: [[{ q0: "a" }, { need: 5 }]] });

describe("a pack that ties its questions together too closely", () => {
  const open = () => recommended(pack, answersOf({ q0: "a" }));

  it("is scored all the same, and the questions are named instead of an analysis", () => {
    const scored = open();
    expect(scored).toMatchObject({ verdict: "hybrid", analysis: null, outOfReach: names.slice(1) });
    expect(scored.open.map(({ question }) => question)).toEqual(names.slice(1));
  });

  it("is analysed once few enough questions are open", () => {
    const answered = recommended(
      pack,
      answersOf(Object.fromEntries(names.slice(2).map((name) => [name, "c"]))),
    );
    expect(answered.outOfReach).toEqual([]);
    expect(answered.analysis?.open.map(({ question }) => question).sort()).toEqual(["q0", "q1"]);
  });

  it.each(formatIds)("can be reported as %s", (format) => {
    const report = {
      tool: { name: "api-advisor", version: "0.0.0" },
      pack: { name: "tied", version: "1", digest: "sha256-0", drawnFrom: null, notAsked: null },
      services: [{ service: "x", source: "x.yaml", surfaces: [open()] }],
    };
    expect(formats[format](report, plainStyle).length).toBeGreaterThan(0);
  });

  it("is asked in the pack's order, also quickly", () => {
    expect(tryOutlook(pack, profileOf(pack, new Map()))).toBeNull();
    const interview = startInterview(pack, new Map(), true);
    expect(nextStep({ ...interview, phase: "deeper" }, tryOutlook)).toMatchObject({
      kind: "ask",
      question: { id: "q0" },
    });
  });
});
