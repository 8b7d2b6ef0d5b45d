import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { formats } from "../../../src/engine/report/formats.js";
import { jsonDocument } from "../../../src/engine/report/json/document.js";
import { reportSchema } from "../../../src/engine/report/json/report-schema.js";
import { plainStyle, type ReportStyle } from "../../../src/engine/report/report-style.js";
import { chat, fresh, reportOn, shop } from "./golden-answers.js";
import { boundSample, reportOf, sample, undecidedSample } from "./sample-recommendation.js";

/* Whole reports. When one changes, read the difference, then `npx vitest run test/engine/report/golden.test.ts -u`. */

const full: ReportStyle = { ...plainStyle, detail: "full" };
const ascii: ReportStyle = { ...plainStyle, unicode: false };

describe("the hand-made sample", () => {
  test.each([
    ["sample.md", "markdown", [sample], plainStyle],
    ["sample-undecided-full.md", "markdown", [undecidedSample], full],
    ["bound.md", "markdown", [boundSample], plainStyle],
    ["sample-ascii.md", "markdown", [sample], ascii],
    ["sample-checklist.md", "checklist", [sample, { ...undecidedSample, surface: "cart" }], plainStyle],
    ["sample-adr.md", "adr", [sample, { ...undecidedSample, surface: "cart" }], plainStyle],
    ["sample.html", "html", [sample, { ...undecidedSample, surface: "cart" }], plainStyle],
  ] as const)("%s", async (file, format, surfaces, style) => {
    await expect(formats[format](reportOf(...surfaces), style)).toMatchFileSnapshot(`golden/${file}`);
  });
});

describe("recommendations by a pack", () => {
  test.each([
    ["all-80.txt", "text", [shop, chat, fresh], plainStyle],
    ["chat-60-ascii.txt", "text", [chat], { ...ascii, width: 60 }],
    ["shop-120-full.txt", "text", [shop], { ...full, width: 120 }],
    ["shop.md", "markdown", [shop], plainStyle],
    ["chat-checklist.md", "checklist", [chat], plainStyle],
    ["chat-adr.md", "adr", [chat], plainStyle],
  ] as const)("%s", async (file, format, services, style) => {
    await expect(formats[format](reportOn(...services), style)).toMatchFileSnapshot(`golden/${file}`);
  });

  test("as JSON, keep to the schema", () => {
    const validate = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true }).compile(reportSchema);
    validate(JSON.parse(JSON.stringify(jsonDocument(reportOn(shop, chat, fresh)))));
    expect(validate.errors).toBeNull();
  });
});
