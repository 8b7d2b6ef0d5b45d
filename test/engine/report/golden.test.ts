import { Ajv } from "ajv";
import { beforeAll, describe, expect, test } from "vitest";
import type { CompiledPack } from "../../../src/engine/model/compiled-pack.js";
import type { Report } from "../../../src/engine/model/recommendation.js";
import { jsonReport as json } from "../../../src/engine/report/json/document.js";
import { reportSchema } from "../../../src/engine/report/json/report-schema.js";
import { plainStyle, type ReportStyle } from "../../../src/engine/report/report-style.js";
import { textReport as text } from "../../../src/engine/report/text/document.js";
import { advise, loadPack, type ServiceInput } from "../../../src/node.js";
import { chat, customers, shop } from "./golden-answers.js";

/*
 * Real recommendations of the default pack, drawn in the styles that people meet. They change with the wording of
 * the pack: read the difference, then `npx vitest run test/engine/report/golden.test.ts -u`.
 */

let pack: CompiledPack;

beforeAll(async () => {
  pack = await loadPack();
});

function reportOn(...services: readonly ServiceInput[]): Report {
  return {
    tool: { name: "api-advisor", version: "1.0.0" },
    pack: { name: "default", version: "1.0.0", digest: "sha256-golden" },
    services: services.map((service) => advise(pack, service)),
  };
}

const ascii: ReportStyle = { ...plainStyle, width: 60, unicode: false };
const full: ReportStyle = { ...plainStyle, width: 120, detail: "full" };

describe("the default pack, as text", () => {
  test.each([
    ["shop-80", [shop], plainStyle],
    ["chat-80", [chat], plainStyle],
    ["customers-80", [customers], plainStyle],
    ["chat-60-ascii", [chat], ascii],
    ["shop-120-full", [shop], full],
    ["all-80", [shop, chat, customers], plainStyle],
  ] as const)("%s", async (name, services, style) => {
    await expect(text(reportOn(...services), style)).toMatchFileSnapshot(`golden/${name}.txt`);
  });
});

test("the default pack, as JSON, keeps to the schema", () => {
  const validate = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true }).compile(reportSchema);
  const document: unknown = JSON.parse(json(reportOn(shop, chat, customers), plainStyle));
  validate(document);
  expect(validate.errors).toBeNull();
});

test("a report of a surface stays skimmable", () => {
  for (const service of [shop, chat, customers]) {
    for (const { surfaces, ...rest } of reportOn(service).services) {
      for (const surface of surfaces) {
        const lines = text({ ...reportOn(), services: [{ ...rest, surfaces: [surface] }] }, plainStyle).split(
          "\n",
        );
        expect(lines.length, surface.surface).toBeLessThan(225);
      }
    }
  }
});
