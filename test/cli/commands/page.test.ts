import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PageData } from "../../../src/page/protocol.js";
import { smallPackText } from "../../engine/small-pack.js";
import { root, runMain } from "../run-main.js";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "page-"));
  writeFileSync(join(folder, "small.yaml"), smallPackText);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function page(...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await runMain(["page", ...args], { cwd: folder });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return stdout;
}

function dataIn(html: string): PageData {
  const [, json = ""] = /<script type="application\/json" id="page-data">(.*?)<\/script>/.exec(html) ?? [];
  return JSON.parse(json);
}

describe("page", () => {
  it("starts from nothing, or from one of the examples", async () => {
    const { kind, surfaces, presets } = dataIn(await page());
    expect(kind).toBe("questionnaire");
    expect(surfaces).toMatchObject([{ service: "my-service", name: "my-service", answers: [] }]);
    expect(presets.map(({ label }) => label)).toEqual([
      "Amazon S3's object operations over REST",
      "A shop: catalogue",
      "A shop: checkout",
      "A shop: support-chat",
      "The OAuth 2.0 authorization code flow",
      "The connection between the WhatsApp apps and their servers",
    ]);
    for (const { answers } of presets) expect(answers.length).toBeGreaterThan(15);
  });

  it("is at most 400 kB, and 100 kB once compressed", async () => {
    const bytes = Buffer.from(await page());
    expect(bytes.length).toBeLessThanOrEqual(400_000);
    expect(gzipSync(bytes, { level: 9 }).length).toBeLessThanOrEqual(100_000);
  });

  it("starts from the answers of a file, each surface by itself", async () => {
    const html = await page(join(root, "examples/checkout.yaml"));
    expect(dataIn(html).surfaces.map(({ service, name }) => `${service} ${name}`)).toEqual([
      "shop catalogue",
      "shop checkout",
      "shop support-chat",
    ]);
    expect(html).toContain('<p class="verdict-word hybrid">');
  });

  it("does not tell in which folder the file was", async () => {
    const html = await page(join(root, "examples/checkout.yaml"));
    expect(dataIn(html).surfaces[0]).toMatchObject({
      source: "checkout.yaml",
      at: { file: "checkout.yaml" },
    });
    expect(html).not.toContain(root);
  });

  it("has another pack inside, and of the examples only those that fit it", async () => {
    const html = await page("--rules", "small.yaml");
    expect(html).toContain("small 1.2.3");
    expect(dataIn(html).presets).toEqual([]);
    expect(dataIn(html).marks.pack).not.toBe(dataIn(await page()).marks.pack);
  });

  it("goes to a file", async () => {
    expect(await page("--ascii", "--output", "q.html")).toBe("");
    const html = readFileSync(join(folder, "q.html"), "utf8");
    expect(html).toMatch(/^[\n -~]*$/);
    expect(dataIn(html).surfaces).toHaveLength(1);
  });

  it("says where the report in full is, which it has no texts for", async () => {
    const [html = ""] = (await page(join(root, "examples/amazon-s3-rest.yaml"))).split('id="page-data"');
    expect(html).toContain("api-advisor advise FILE --format html --output report.html");
    expect(html).not.toMatch(/surface-1-all-|Errors and operation/);
  });

  it.each([
    ["a file that is not there", ["no.yaml"], /no\.yaml/],
    ["the file itself as output", ["a.yaml", "-o", "a.yaml"], /a\.yaml/],
    ["more surfaces than a page has room for", ["many.json"], /has more than 100 surfaces for a page/],
  ])("refuses %s", async (_, args, message) => {
    const surfaces = Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`s${at}`, { answers: {} }]));
    writeFileSync(join(folder, "many.json"), JSON.stringify({ version: 1, service: "x", surfaces }));
    writeFileSync(join(folder, "a.yaml"), "version: 1\nservice: x\nanswers: {}\n");
    const { code, stdout, stderr } = await runMain(["page", ...args], { cwd: folder });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(message);
  });
});

describe("advise --format html", () => {
  it("answers back, with all texts of the pack", async () => {
    const { stdout } = await runMain(["advise", "examples/checkout.yaml", "--format", "html"]);
    expect(dataIn(stdout)).toMatchObject({ kind: "report", presets: [] });
    expect(JSON.stringify(dataIn(stdout).pack)).toContain("error-model");
  });

  it.each([
    ["without analysis", ["advise", "examples/checkout.yaml", "--format", "html", "--no-analysis"]],
    ["of more surfaces than a page has room for", ["advise", "many.json", "--format", "html"]],
  ])("is a report alone %s", async (_, args) => {
    const surfaces = Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`s${at}`, { answers: {} }]));
    writeFileSync(join(folder, "many.json"), JSON.stringify({ version: 1, service: "x", surfaces }));
    const cwd = args.includes("many.json") ? folder : root;
    const { stdout } = await runMain(args, { cwd });
    expect(stdout).toContain("</html>");
    expect(stdout).not.toContain("<script");
    expect(stdout).toContain("default-src 'none'; style-src 'unsafe-inline'; base-uri");
  });
});
