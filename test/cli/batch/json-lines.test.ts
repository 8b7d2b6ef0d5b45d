import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable, Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { main } from "../../../src/cli/main.js";
import { lineLimit } from "../../../src/files/read-lines.js";
import { type RunOptions, runMain } from "../run-main.js";

const chat = {
  version: 1,
  service: "chât",
  answers: {
    latency: "real-time",
    "interaction-style": { answer: "real-time-two-way", note: "typing… ✓" },
  },
};
const shop = {
  version: 1,
  service: "shop",
  answers: { latency: "interactive" },
  surfaces: {
    cart: { answers: { "interaction-style": "multi-step-workflow" }, decision: { style: "stateful" } },
    browse: { answers: { "interaction-style": "independent-requests" } },
  },
};
const bare = { version: 1, service: "bare" };

const json = (value: unknown): string => JSON.stringify(value);

async function lines(args: readonly string[], options: RunOptions) {
  const run = await runMain(args, options);
  const texts = run.stdout.split("\n");
  expect(texts.pop()).toBe("");
  return { ...run, texts, results: texts.map((text) => JSON.parse(text)) };
}

const advised = (input: string | Buffer, ...args: readonly string[]) =>
  lines(["advise", "--format", "jsonl", "--no-analysis", ...args], { input });

describe("advise --format jsonl", () => {
  it.each([
    [chat, []],
    [chat, ["--no-analysis"]],
    [shop, []],
    [shop, ["--no-analysis", "--set", "peak-clients=under-1k"]],
    [bare, ["--no-analysis"]],
  ])("says of %j with %j what the JSON report says", async (document, args) => {
    const stream = await lines(["advise", "--format", "jsonl", ...args], { input: `\n${json(document)}\n` });
    const report = await runMain(["advise", "--format", "json", ...args], { input: `\n${json(document)}\n` });
    const {
      definitions,
      services: [service],
    } = JSON.parse(report.stdout);
    expect(stream).toMatchObject({ code: 0, stderr: "" });
    expect(stream.results).toEqual([{ ...service, definitions, line: 2 }]);
    const { service: name, source, surfaces } = service;
    const compact = json({ service: name, source, line: 2, definitions, surfaces });
    expect(stream.texts[0]).toBe(
      compact.replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`),
    );
  });

  it("keeps the order, counts lines that are empty, and takes CRLF, a byte order mark and a last line without end", async () => {
    const input = `\ufeff${json(bare)}\r\n\r\n   \n${json({ ...bare, service: "b" })}\n\n${json({ ...bare, service: "c" })}`;
    const { code, results } = await advised(input);
    expect(code).toBe(0);
    expect(results.map(({ service, line }) => [service, line])).toEqual([
      ["bare", 1],
      ["b", 4],
      ["c", 6],
    ]);
  });

  it("reads characters that fall on two chunks", async () => {
    const bytes = Buffer.from(`${json(chat)}\n${json(bare)}\n`);
    const cut = bytes.indexOf("â") + 1;
    const { results } = await piped([bytes.subarray(0, cut), bytes.subarray(cut)]);
    expect(results.map(({ service }) => service)).toEqual(["chât", "bare"]);
  });

  it("writes nothing for no input", async () => {
    expect(await advised("\n\n")).toMatchObject({ code: 0, stdout: "", stderr: "" });
  });

  it.each([
    ["broken JSON", '{"version":1,"service":"x",}', "syntax", 28],
    ["YAML that is no JSON", "{version: 1, service: x}", "syntax", 2],
    ["two values", '{"version":1,"service":"x"} {}', "syntax", 29],
    ["a key twice", '{"version":1,"service":"x","service":"y"}', "duplicate-key", 28],
    [
      "an unknown option",
      '{"version":1,"service":"x","answers":{"latency":"realtime"}}',
      "unknown-option",
      49,
    ],
    [
      "an unknown question",
      ' {"version":1,"service":"x","answers":{"latenzy":"real-time"}}',
      "unknown-id",
      40,
    ],
    ["a missing key", '{"version":1}', "missing-key", 1],
    ["no object", "[1]", "wrong-type", 1],
    ["depth", `${"[".repeat(5000)}${"]".repeat(5000)}`, "too-deep", 1],
    ["a line too long", json({ ...bare, service: "x".repeat(lineLimit) }), "line-too-long", 1],
  ])("reports %s by line and column, and goes on", async (_, bad, problem, column) => {
    const { code, results, stderr } = await advised(`${json(bare)}\n\n${bad}\n${json(shop)}\n`);
    expect(code).toBe(2);
    expect(results.map(({ line }) => line)).toEqual([1, 3, 4]);
    expect(results[1].problems[0]).toMatchObject({ code: problem, file: "<stdin>", line: 3, column });
    expect(stderr).toContain(`<stdin>:3:${column}: error: `);
    expect(results[2].surfaces).toHaveLength(2);
  });

  it("reports bytes that are not UTF-8, and takes the replacement character where it is written", async () => {
    const good = Buffer.from(`${json({ ...bare, service: "\ufffd" })}\n`);
    const bad = Buffer.from(`{"version":1,"service":"\xff"}\n`, "latin1");
    const { code, results } = await advised(Buffer.concat([good, bad, good]));
    expect(code).toBe(2);
    expect(results.map(({ service }) => service)).toEqual(["\ufffd", undefined, "\ufffd"]);
    expect(results[1].problems).toMatchObject([{ code: "not-utf8", line: 2, column: 25 }]);
  });

  it("takes a line of exactly the limit", async () => {
    const empty = json({ ...bare, $schema: "" }).length;
    const longest = json({ ...bare, $schema: "x".repeat(lineLimit - empty) });
    expect(longest).toHaveLength(lineLimit);
    expect((await advised(`${longest}\r\n`)).code).toBe(0);
    expect((await advised(`${longest} \n`)).code).toBe(2);
  });

  it("reads files: JSON Lines by their names, and answers files one service a document", async () => {
    const cwd = mkdtempSync(join(tmpdir(), "lines-"));
    mkdirSync(join(cwd, "services"));
    writeFileSync(join(cwd, "services/a.yaml"), "version: 1\nservice: a\n---\nversion: 1\nservice: b\n");
    writeFileSync(join(cwd, "services/c.yaml"), "version: 1\nservice: [c]\n");
    writeFileSync(join(cwd, "d.jsonl"), `${json({ ...bare, service: "d" })}\n`);
    const args = ["services/*.yaml", "d.jsonl", "missing.jsonl", "-"];
    const { code, results } = await lines(["advise", "--format", "jsonl", "--no-analysis", ...args], {
      cwd,
      input: `${json(bare)}\n`,
    });
    expect(code).toBe(2);
    expect(results.map(({ service, source, line }) => [service, source, line])).toEqual([
      ["a", "services/a.yaml", null],
      ["b", "services/a.yaml", null],
      [undefined, "services/c.yaml", null],
      ["d", "d.jsonl", 1],
      [undefined, "missing.jsonl", 1],
      ["bare", "<stdin>", 1],
    ]);
    expect(results[4].problems).toMatchObject([{ code: "unreadable-file" }]);
  });

  it("names the stream as it is told to", async () => {
    const { results, stderr } = await advised("{}\n", "--stdin-filename", "fleet.jsonl");
    expect(results[0].source).toBe("fleet.jsonl");
    expect(stderr).toContain("fleet.jsonl:1:1: error: ");
  });

  it("writes no file", async () => {
    const { code, stdout, stderr } = await runMain(["advise", "--format", "jsonl", "-o", "x.jsonl"], {
      input: "",
    });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("--output");
  });

  it("waits for a slow reader instead of piling up results", async () => {
    let most = 0;
    let bytes = 0;
    const stdout = new Writable({
      highWaterMark: 1,
      write(chunk: Buffer, _, done) {
        bytes += chunk.length;
        most = Math.max(most, stdout.writableLength);
        setTimeout(done, 1);
      },
    });
    const record = Buffer.from(`${json(chat)}\n`.repeat(200));
    const input = Readable.from(Array.from({ length: 10 }, () => record));
    const code = await main(["advise", "--format", "jsonl", "--no-analysis"], host(input, stdout));
    expect(code).toBe(0);
    expect(bytes).toBeGreaterThan(4 * 2 ** 20);
    expect(most).toBeLessThanOrEqual(256 * 1024);
  });

  it("ends when nobody reads any more", async () => {
    let read = 0;
    async function* endless(): AsyncGenerator<Buffer, void, void> {
      for (;;) {
        read += 1;
        yield Buffer.from(`${json(chat)}\n`.repeat(50));
      }
    }
    const stdout = new Writable({
      write(_, __, done) {
        stdout.destroy();
        done();
      },
    });
    const code = await main(
      ["advise", "--format", "jsonl", "--no-analysis"],
      host(Readable.from(endless()), stdout),
    );
    expect(code).toBe(0);
    expect(read).toBeLessThan(100);
  });
});

describe("check --format jsonl", () => {
  const checked = (input: string, ...args: readonly string[]) =>
    lines(["check", "-", "--format", "jsonl", ...args], { input });

  it.each([[[]], [["--no-analysis"]], [["--require-decision"]]])(
    "says of each surface what the JSON of %j says",
    async (args) => {
      const stream = await checked(`${json(shop)}\n`, ...args);
      const report = await runMain(["check", "-", "--format", "json", ...args], { input: `${json(shop)}\n` });
      expect(stream.results).toEqual(JSON.parse(report.stdout).surfaces);
      expect(stream.code).toBe(report.code);
    },
  );

  it("tells by its exit code whether all pass, or something is not valid", async () => {
    const answered = json({ ...chat, decision: { style: "stateful" } });
    expect((await checked(`${answered}\n`)).code).toBe(0);
    expect((await checked(`${json(bare)}\n`)).code).toBe(1);
    const mixed = await checked(`${json(bare)}\n{\n${answered}\n`);
    expect(mixed.code).toBe(2);
    expect(mixed.results.map(({ passes, line }) => passes ?? line)).toEqual([false, 2, true]);
  });

  it("holds no grade to a least one when it computes none", async () => {
    const args = ["check", "-", "--format", "jsonl", "--no-analysis", "--min-grade", "fair"];
    expect((await runMain(args, { input: "" })).code).toBe(2);
  });
});

function host(stdin: Readable, stdout: Writable) {
  const stderr = new PassThrough().resume();
  return { stdin, stdout, stderr, env: {}, cwd: tmpdir(), today: () => "2026-01-15" };
}

async function piped(chunks: readonly Buffer[]) {
  const stdout = new PassThrough();
  const output = stdout.toArray();
  const code = await main(
    ["advise", "--format", "jsonl", "--no-analysis"],
    host(Readable.from(chunks), stdout),
  );
  stdout.end();
  const text = Buffer.concat(await output).toString();
  return {
    code,
    results: text
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line)),
  };
}
