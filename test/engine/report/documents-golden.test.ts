import { beforeAll, describe, expect, test } from "vitest";
import type { CompiledPack } from "../../../src/engine/model/compiled-pack.js";
import type { Report } from "../../../src/engine/model/recommendation.js";
import { formats } from "../../../src/engine/report/formats.js";
import { plainStyle, type ReportStyle } from "../../../src/engine/report/report-style.js";
import { advise, loadPack, type ServiceInput } from "../../../src/node.js";
import { chat, customers, shop } from "./golden-answers.js";
import { reportOf, sample, undecidedSample } from "./sample-recommendation.js";

/*
 * The formats that become documents, as they are written. Those of the default pack change with its wording: read
 * the difference, then `npx vitest run test/engine/report/documents-golden.test.ts -u`.
 */

const full: ReportStyle = { ...plainStyle, detail: "full" };
const ascii: ReportStyle = { ...plainStyle, unicode: false };

describe("the hand-made sample", () => {
  test.each([
    ["sample.md", "markdown", [sample], plainStyle],
    ["sample-undecided-full.md", "markdown", [undecidedSample], full],
    ["sample-ascii.md", "markdown", [sample], ascii],
    ["sample-checklist.md", "checklist", [sample, { ...undecidedSample, surface: "cart" }], plainStyle],
    ["sample-adr.md", "adr", [sample, { ...undecidedSample, surface: "cart" }], plainStyle],
    ["sample.html", "html", [sample, { ...undecidedSample, surface: "cart" }], plainStyle],
  ] as const)("%s", async (file, format, surfaces, style) => {
    await expect(formats[format](reportOf(...surfaces), style)).toMatchFileSnapshot(`golden/${file}`);
  });
});

describe("the default pack", () => {
  let pack: CompiledPack;
  beforeAll(async () => {
    pack = await loadPack();
  });

  const reportOn = (...services: readonly ServiceInput[]): Report => ({
    tool: { name: "api-advisor", version: "1.0.0" },
    pack: { name: "default", version: "1.0.0", digest: "sha256-golden" },
    services: services.map((service) => advise(pack, service)),
  });

  test.each([
    ["shop.md", "markdown", [shop]],
    ["chat-checklist.md", "checklist", [chat]],
    ["customers-adr.md", "adr", [customers]],
  ] as const)("%s", async (file, format, services) => {
    await expect(formats[format](reportOn(...services), plainStyle)).toMatchFileSnapshot(`golden/${file}`);
  });
});
