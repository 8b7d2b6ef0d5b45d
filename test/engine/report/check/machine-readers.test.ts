import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import { beforeAll, describe, expect, it } from "vitest";
import type { CheckStyle } from "../../../../src/engine/report/check/check-report.js";
import { gitlab } from "../../../../src/engine/report/check/gitlab.js";
import { junit } from "../../../../src/engine/report/check/junit.js";
import { sarif } from "../../../../src/engine/report/check/sarif.js";
import { plainStyle } from "../../../../src/engine/report/report-style.js";
import { everything, quiet, surface } from "./sample-check.js";

const styles: Readonly<Record<string, CheckStyle>> = {
  plain: { ...plainStyle, path: (file) => file },
  ascii: { ...plainStyle, unicode: false, path: (file) => file },
};
const require = createRequire(import.meta.url);

const sarifSchema = require.resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");

/** With more results than a run of SARIF holds. */
const tooMuch = {
  ...quiet,
  surfaces: Array.from({ length: 5100 }, () => surface("over", [{ kind: "basis-mismatch" as const }])),
};

const cases = Object.entries(styles).flatMap(([name, style]) =>
  [everything, quiet, tooMuch].map((report) => [name, report.surfaces.length, report, style] as const),
);

describe("SARIF keeps to the schema of 2.1.0", () => {
  let validate: ValidateFunction;
  beforeAll(() => {
    const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(sarifSchema, "utf8"));
    validate = new Ajv({
      strict: false,
      allErrors: true,
      validateFormats: false,
      unicodeRegExp: false,
    }).compile(schema);
  });

  it.each(cases)("%s, with %i surfaces", (_, __, report, style) => {
    validate(JSON.parse(sarif(report, style)));
    expect(validate.errors).toBeNull();
  });

  it("which would notice a level that there is not", () => {
    const document = sarif(everything, styles["plain"] ?? fail()).replaceAll(
      '"level": "error"',
      '"level": "bad"',
    );
    expect(validate(JSON.parse(document))).toBe(false);
  });
});

describe("SARIF", () => {
  interface Result {
    readonly ruleId: string;
    readonly ruleIndex: number;
    readonly level: string;
    readonly message: { readonly text: string };
    readonly suppressions: readonly object[];
    readonly partialFingerprints: Readonly<Record<string, string>>;
    readonly locations: readonly {
      readonly physicalLocation: {
        readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string };
        readonly region?: { readonly startLine: number; readonly startColumn: number };
      };
    }[];
  }
  interface Rule {
    readonly id: string;
    readonly helpUri?: string;
  }
  const runOf = (report: typeof everything, path = (file: string): string => file) => {
    const [run] = JSON.parse(sarif(report, { ...plainStyle, path })).runs;
    return {
      results: run.results as readonly Result[],
      rules: run.tool.driver.rules as readonly Rule[],
      run,
    };
  };

  it("gives every result a rule, a place and a fingerprint of its own", () => {
    const { results, rules } = runOf(everything);
    expect(results.map(({ ruleId }) => ruleId)).toEqual(results.map(({ ruleIndex }) => rules[ruleIndex]?.id));
    const prints = results.map(({ partialFingerprints }) => JSON.stringify(partialFingerprints));
    expect(new Set(prints).size).toBe(results.length);
    expect(results[1]?.locations[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: "services/old%2C%20bad.yaml", uriBaseId: "%SRCROOT%" },
      region: { startLine: 3, startColumn: 1 },
    });
  });

  it("recognises a finding whose lines and words have changed", () => {
    const moved = {
      ...everything,
      surfaces: everything.surfaces.map((each) => ({
        ...each,
        grade: "firm" as const,
        at: { ...each.at, line: each.at.line + 7 },
      })),
    };
    const prints = (report: typeof everything) =>
      runOf(report).results.map(({ partialFingerprints }) => partialFingerprints);
    expect(prints(moved)).toEqual(prints(everything));
  });

  it("suppresses deviations that are accepted, for their reason, and nothing else", () => {
    const suppressed = runOf(everything).results.filter(({ suppressions }) => suppressions.length > 0);
    expect(suppressed.map(({ ruleId }) => ruleId)).toEqual(suppressed.map(() => "deviation-accepted"));
    expect(suppressed).toHaveLength(4);
    expect(suppressed[0]?.suppressions).toEqual([
      { kind: "inSource", status: "accepted", justification: "The old till keeps a session" },
    ]);
  });

  it("says of every result whether it is suppressed, as all of a run must or none", () => {
    for (const { results } of [runOf(everything), runOf(tooMuch)])
      expect(results.every(({ suppressions }) => Array.isArray(suppressions))).toBe(true);
  });

  it("says how many surfaces there are, and how many without a decision", () => {
    expect(runOf(everything).run.properties).toMatchObject({ surfaces: 28, surfacesWithoutDecision: 2 });
    expect(runOf(quiet).run.properties).toMatchObject({ surfaces: 2, surfacesWithoutDecision: 1 });
  });

  it("links each rule to where it is explained if that is known", () => {
    expect(
      runOf(everything).rules.map(({ id, helpUri }) => helpUri === `https://example.org/check.md#${id}`),
    ).not.toContain(false);
    expect(runOf(quiet).rules.some((rule) => "helpUri" in rule)).toBe(false);
  });

  it("says whether all files could be checked", () => {
    expect(runOf(everything).run.invocations).toEqual([{ executionSuccessful: false }]);
    expect(runOf(quiet).run.invocations).toEqual([{ executionSuccessful: true }]);
  });

  it.each([
    [5000, 0, 0, null],
    [4999, 2, 1, "1 more result is left out"],
    [5001, 1, 2, "2 more results are left out"],
    [25_000, 0, 20_000, "20000 more results are left out"],
  ])("of %i errors and %i notes leaves out %i, notes first, and says so", (errors, notes, left, says) => {
    const { results, run } = runOf({
      ...quiet,
      surfaces: [
        ...Array.from({ length: notes }, () =>
          surface("note", [{ kind: "deviation-not-needed", until: "2027-06-30" }]),
        ),
        ...Array.from({ length: errors }, () => surface("error", [{ kind: "basis-mismatch" }])),
      ],
    });
    expect(results).toHaveLength(errors + notes - left);
    expect(results.filter(({ level }) => level === "error")).toHaveLength(Math.min(errors, 5000));
    expect(new Set(results.map((each) => JSON.stringify(each.partialFingerprints))).size).toBe(
      results.length,
    );
    const [{ executionSuccessful, toolExecutionNotifications = null }] = run.invocations;
    expect(executionSuccessful).toBe(true);
    if (says === null) expect(toolExecutionNotifications).toBeNull();
    else
      expect(toolExecutionNotifications).toMatchObject([
        { level: "warning", message: { text: expect.stringContaining(says) } },
      ]);
  });

  it("leaves out notes before what is wrong with files", () => {
    const note = surface("note", [{ kind: "deviation-not-needed", until: "2027-06-30" }]);
    const { results } = runOf({ ...everything, surfaces: Array.from({ length: 5000 }, () => note) });
    expect(results).toHaveLength(5000);
    expect(results.slice(0, 3).map(({ ruleId }) => ruleId)).toEqual([
      "invalid-input",
      "invalid-input",
      "deviation-not-needed",
    ]);
  });

  it.each([
    ["a/b c.yaml", { uri: "a/b%20c.yaml", uriBaseId: "%SRCROOT%" }],
    ["/tmp/ü.yaml", { uri: "file:///tmp/%C3%BC.yaml" }],
    ["ab:/x/y.yaml", { uri: "ab%3A/x/y.yaml", uriBaseId: "%SRCROOT%" }],
    ["C:/x/y.yaml", { uri: "file:///C:/x/y.yaml" }],
    ["<stdin>", { uri: "%3Cstdin%3E", uriBaseId: "%SRCROOT%" }],
  ])("names %s by its address", (path, expected) => {
    const { results } = runOf(everything, () => path);
    expect(results[0]?.locations[0]?.physicalLocation.artifactLocation).toEqual(expected);
  });
});

describe("JUnit XML keeps to its schemas: the published one of Jenkins, and a stricter one of our own", () => {
  const errorsOf = async (contents: string, file: string): Promise<readonly unknown[]> => {
    const schema = readFileSync(join(import.meta.dirname, "../../../schemas", file), "utf8");
    const { validateXML } = require("xmllint-wasm");
    const { errors } = await validateXML({ xml: [{ fileName: "check.xml", contents }], schema: [schema] });
    return errors;
  };

  it.each(cases)("%s, with %i surfaces", async (_, __, report, style) => {
    expect(await errorsOf(junit(report, style), "jenkins-junit.xsd")).toEqual([]);
    expect(await errorsOf(junit(report, style), "junit.xsd")).toEqual([]);
  });

  it("which would notice an element that there is not, and a name that comes twice", async () => {
    const document = junit(everything, styles["plain"] ?? fail());
    expect(await errorsOf(document.replaceAll("failure", "failed"), "jenkins-junit.xsd")).not.toEqual([]);
    expect(await errorsOf(document.replace(" (2)", ""), "junit.xsd")).not.toEqual([]);
  });
});

it("JUnit XML counts what it holds", () => {
  const document = junit(everything, styles["plain"] ?? fail());
  const count = (pattern: RegExp): number => [...document.matchAll(pattern)].length;
  const skipped = [...document.matchAll(/<testsuite .*skipped="(\d+)">/g)].map(([, each]) => Number(each));
  expect(skipped.reduce((sum, each) => sum + each, 0)).toBe(count(/<skipped>/g));
  const [, tests, failures, errors] =
    /<testsuites .*tests="(\d+)" failures="(\d+)" errors="(\d+)">/.exec(document) ?? [];
  expect([tests, failures, errors].map(Number)).toEqual([
    count(/<testcase /g),
    count(/<failure /g),
    count(/<error /g),
  ]);
});

/* What GitLab documents of code quality reports: https://docs.gitlab.com/ci/testing/code_quality/ */
const text = { type: "string", minLength: 1 } as const;
const lines = { type: "object", properties: { begin: { type: "integer", minimum: 1 } }, required: ["begin"] };
const gitlabSchema = {
  type: "array",
  items: {
    type: "object",
    properties: {
      description: text,
      check_name: text,
      fingerprint: { type: "string", pattern: "^[0-9a-f]{64}$" },
      severity: { enum: ["info", "minor", "major", "critical", "blocker"] },
      location: { type: "object", properties: { path: text, lines }, required: ["path", "lines"] },
    },
    required: ["description", "check_name", "fingerprint", "severity", "location"],
    additionalProperties: false,
  },
} as const;

describe("a code quality report of GitLab", () => {
  interface Entry {
    readonly description: string;
    readonly check_name: string;
    readonly fingerprint: string;
    readonly severity: string;
    readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
  }
  const entriesOf = (report: typeof everything): readonly Entry[] =>
    JSON.parse(gitlab(report, { ...plainStyle, path: (file) => file }));

  it.each(cases)("keeps to what is documented: %s, with %i surfaces", (_, __, report, style) => {
    const document = gitlab(report, style);
    expect(document.startsWith("[")).toBe(true);
    const validate = new Ajv({ strict: false, allErrors: true }).compile(gitlabSchema);
    validate(JSON.parse(document));
    expect(validate.errors).toBeNull();
  });

  it("has an entry for each finding, which says where and how grave it is", () => {
    const entries = entriesOf({
      ...quiet,
      surfaces: [surface("late", [{ kind: "review-overdue", reviewBy: "2027-06-27" }])],
    });
    expect(entries).toEqual([
      {
        description:
          "Review overdue: shop / late: Decided stateful, owned by till-team; the review was due by 2027-06-27. Look at the decision again, and record it again with `api-advisor decide` and a later `--review-by`.",
        check_name: "review-overdue",
        fingerprint: createHash("sha256")
          .update('"services/shop.yaml:shop/late:review-overdue"')
          .digest("hex"),
        severity: "minor",
        location: { path: "services/shop.yaml", lines: { begin: 12 } },
      },
    ]);
    expect(entriesOf(quiet)).toEqual([]);
  });

  it.each([
    ["invalid-input", "critical"],
    ["undecided", "major"],
    ["review-overdue", "minor"],
    ["deviation-accepted", "info"],
  ])("calls %s %s", (kind, severity) => {
    const of = entriesOf(everything).filter((each) => each.check_name === kind);
    expect(new Set(of.map((each) => each.severity))).toEqual(new Set([severity]));
  });

  it("points at the first line of a file that has no place to point at", () => {
    expect(entriesOf(everything)[0]?.location).toEqual({ path: "gone/*.yaml", lines: { begin: 1 } });
  });

  it("has fingerprints that are unique, and stay when lines, words and the rest of the report change", () => {
    const prints = (report: typeof everything) => entriesOf(report).map(({ fingerprint }) => fingerprint);
    expect(new Set(prints(everything)).size).toBe(prints(everything).length);
    const changed = {
      ...everything,
      today: "2028-01-01",
      invalid: [],
      surfaces: everything.surfaces.slice(3).map((each) => ({
        ...each,
        grade: "firm" as const,
        at: { ...each.at, line: each.at.line + 7 },
      })),
    };
    expect(prints(everything).slice(-prints(changed).length)).toEqual(prints(changed));
  });

  it("tells names apart that differ in halves of characters alone", () => {
    const surfaces = ["\ud800", "\udbff"].map((name) => surface(name, [{ kind: "basis-mismatch" }]));
    const [one, other] = entriesOf({ ...quiet, surfaces });
    expect(one?.fingerprint).not.toBe(other?.fingerprint);
  });

  it("says in a last entry how many findings it leaves out", () => {
    const entries = entriesOf(tooMuch);
    expect(entries).toHaveLength(5001);
    expect(entries.at(-1)).toMatchObject({
      description: "100 more findings left out: a report has 5000 at most, errors first.",
      check_name: "left-out",
      severity: "info",
    });
  });
});

function fail(): never {
  throw new Error("no such style");
}
