import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { main } from "../../src/cli/main.js";
import { readAnswers } from "../../src/engine/answers-file/read-answers.js";
import { renderProblems } from "../../src/engine/diagnostics/render-problem.js";
import { parseJson } from "../../src/engine/parse/parse-json.js";
import { endlessLimit, lineLimit, type ReadLine, readLines } from "../../src/files/read-lines.js";
import { root } from "../cli/run-main.js";
import { damagedTexts, noise, seeded, steering } from "./bytes.js";
import { questions, read } from "./read.js";

/** Real records: the examples as lines of JSON, one of them with several surfaces, and a minimal one. */
const records = [
  ...["examples/checkout.yaml", "examples/amazon-s3-rest.yaml", "examples/oauth-authorization-code.yaml"].map(
    (file) => JSON.stringify(parse(readFileSync(join(root, file), "utf8"))),
  ),
  '{"version":1,"service":"\u001b[31m é\u202e","answers":{"latency":{"answer":"interactive","note":"\\u0000\\u001b]0;x\\u0007\\ud800"}}}',
  '{"version":1,"service":"x"}',
];

/** A real record with one more key in one of its objects, which often repeats one of its own. */
const repeating: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...records),
    fc.constantFrom("version", "service", "answers", "surfaces", "latency", "answer", "note"),
    fc.nat(),
  )
  .map(([text, key, at]) => {
    const parts = text.split("{");
    const place = 1 + (at % (parts.length - 1));
    return `${parts.slice(0, place).join("{")}{"${key}":1,${parts.slice(place).join("{")}`;
  });

const whole = fc.constantFrom(...records).map((text) => Buffer.from(text));
const line: fc.Arbitrary<Buffer> = fc.oneof(
  { weight: 3, arbitrary: whole },
  { weight: 4, arbitrary: damagedTexts(records).map((text) => Buffer.from(text)) },
  { weight: 1, arbitrary: repeating.map((text) => Buffer.from(text)) },
  { weight: 2, arbitrary: noise.map((text) => Buffer.from(text)) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)) },
  { weight: 1, arbitrary: fc.json().map((text) => Buffer.from(text)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom("", " ", "\t\r", "\ufeff", "\u2028").map((text) => Buffer.from(text)),
  },
  // A byte of a real record turned into another: now and then no UTF-8 any more.
  {
    weight: 2,
    arbitrary: fc.tuple(whole, fc.nat(), fc.nat({ max: 255 })).map(([bytes, at, value]) => {
      const changed = Buffer.from(bytes);
      changed[at % changed.length] = value;
      return changed;
    }),
  },
);

const ends = fc.constantFrom("\n", "\n", "\r\n").map((end) => Buffer.from(end));

/** A stream of lines, perhaps with a byte order mark before them, the last perhaps without an end. */
const stream: fc.Arbitrary<Buffer> = fc
  .tuple(fc.boolean(), fc.array(fc.tuple(line, ends), { maxLength: 30 }), line)
  .map(([mark, lines, last]) => Buffer.concat([Buffer.from(mark ? "\ufeff" : ""), ...lines.flat(), last]));

/** The same bytes in pieces, empty ones among them. */
function pieces(bytes: Buffer, cuts: readonly number[]): readonly Buffer[] {
  const places = cuts.map((cut) => Math.floor(cut * (bytes.length + 1))).sort((a, b) => a - b);
  return [0, ...places].map((start, index) => bytes.subarray(start, places[index] ?? bytes.length));
}

const cuts = fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { maxLength: 40 });

async function linesOf(chunks: Iterable<Uint8Array | string>): Promise<readonly ReadLine[]> {
  const lines: ReadLine[] = [];
  for await (const some of readLines(Readable.from(chunks, { objectMode: true }), "f.jsonl"))
    lines.push(...some);
  return lines;
}

type Told = readonly [line: number, what: string];

/** The result of `readLines`, in brief. */
const told = (lines: readonly ReadLine[]): readonly Told[] =>
  lines.map(({ line: number, text }) => [
    number,
    text.kind === "ok" ? `text ${text.value}` : text.problems.map(({ code }) => code).join(),
  ]);

/** The same, worked out on all bytes at once. */
function expected(bytes: Buffer): readonly Told[] {
  const found: Told[] = [];
  let start = 0;
  for (let number = 1; start <= bytes.length; number += 1) {
    const feed = bytes.indexOf("\n", start);
    const end = feed < 0 ? bytes.length : feed;
    const raw = bytes.subarray(start, bytes[end - 1] === 0x0d && end > start ? end - 1 : end);
    start = end + 1;
    const what = whatIs(
      number === 1 && raw.toString("latin1").startsWith("\u00ef\u00bb\u00bf") ? raw.subarray(3) : raw,
      raw,
    );
    if (what !== null) found.push([number, what]);
  }
  return found;
}

function whatIs(bytes: Buffer, withMark: Buffer): string | null {
  if (withMark.length > lineLimit) return "line-too-long";
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.trim() === "" ? null : `text ${text}`;
  } catch {
    return "not-utf8";
  }
}

describe("lines of a stream", () => {
  it("of any bytes are those of the whole, wherever it is cut into pieces", async () => {
    const bytes = fc.oneof(
      stream,
      fc.uint8Array({ maxLength: 60 }).map((array) => Buffer.from(array)),
    );
    await fc.assert(
      fc.asyncProperty(bytes, cuts, async (content, at) => {
        const lines = await linesOf(pieces(content, at));
        expect(told(lines)).toEqual(expected(content));
        expect(lines).toEqual(await linesOf([content]));
        for (const { line: number, text } of lines) {
          if (text.kind === "failed") {
            expect(text.problems.map((problem) => problem.at?.line)).toEqual([number]);
            expect(renderProblems(text.problems)).not.toMatch(steering);
          }
        }
      }),
      seeded(1500),
    );
  });

  it("of one byte at a time, too", async () => {
    const content = Buffer.from(`\ufeff${records.join("\r\n")}\n\n\xff\n😀`, "utf8");
    const bytes = Array.from(content, (byte) => Buffer.of(byte));
    expect(told(await linesOf(bytes))).toEqual(expected(content));
  });

  it("about as long as they may be", { timeout: 60_000 }, async () => {
    for (const [length, more] of [
      [lineLimit - 1, ""],
      [lineLimit, ""],
      [lineLimit, "\r"],
      [lineLimit - 1, "\r\r"],
      [lineLimit + 1, ""],
      [lineLimit + 1, "\r"],
      [3 * lineLimit, "\r"],
      [lineLimit - 1, "é"],
    ] as const) {
      const content = Buffer.from(`a\n${"x".repeat(length)}${more}\nb\r\n${"y".repeat(length)}${more}`);
      for (const size of [65_536, lineLimit, lineLimit + 1, 4099, content.length]) {
        const chunks = Array.from({ length: Math.ceil(content.length / size) }, (_, n) =>
          content.subarray(n * size, (n + 1) * size),
        );
        const lines = await linesOf(chunks);
        // Not `toEqual`, which would show a megabyte of difference.
        expect(JSON.stringify(told(lines)) === JSON.stringify(expected(content))).toBe(true);
        expect(lines.map((each) => each.line)).toEqual([1, 2, 3, 4]);
      }
    }
  });

  it("that fail on the way have one problem more, and nothing after it", async () => {
    function* failing(): Generator<Buffer, void, void> {
      yield Buffer.from("a\nb");
      throw Object.assign(new Error("gone"), { code: "EIO" });
    }
    expect(told(await linesOf(failing()))).toEqual([
      [1, "text a"],
      [2, "unreadable-file"],
    ]);
  });

  it("without end are given up, and nothing of them is kept", { timeout: 60_000 }, async () => {
    const zeros = Buffer.alloc(2 ** 20);
    let sent = 0;
    function* endless(): Generator<Buffer, void, void> {
      yield Buffer.from("a\n");
      for (;;) {
        sent += zeros.length;
        yield zeros;
      }
    }
    const lines = await linesOf(endless());
    expect(told(lines)).toEqual([
      [1, "text a"],
      [2, "line-too-long"],
    ]);
    const { text } = lines[1] ?? {};
    expect(renderProblems(text?.kind === "failed" ? text.problems : [])).toMatch(
      /^f\.jsonl:2:1: error: this line exceeds the limit of 1073741824 bytes; reading stopped here\n/,
    );
    expect(sent).toBeLessThanOrEqual(endlessLimit + 40 * zeros.length);
  });
});

describe("a line of JSON", () => {
  it("is read as JSON.parse does, and as a file of it would be, with the same problems in the same places", () => {
    const text = fc.oneof(damagedTexts(records), repeating, fc.json(), noise);
    fc.assert(
      fc.property(text, (given) => {
        // A carriage return alone is white space in JSON, and a character like others in YAML.
        const single = given.replaceAll(/[\r\n]/g, " ");
        const document = parseJson({ file: "f.yaml", text: single }, 1);
        if (document.kind === "failed") {
          expect(document.problems).toHaveLength(1);
          expect(renderProblems(document.problems)).not.toMatch(steering);
          return;
        }
        expect(JSON.stringify(document.value.value)).toBe(JSON.stringify(JSON.parse(single)));
        const answers = readAnswers(document.value, questions);
        const file = read(single);
        if (answers.kind === "ok") expect(file).toEqual({ ...answers, value: [answers.value] });
        else {
          const shown = renderProblems(answers.problems);
          expect(shown).not.toMatch(steering);
          if (file.kind === "failed") expect(shown).toBe(renderProblems(file.problems));
        }
      }),
      seeded(1500),
    );
  });

  it.each([
    ["brackets", "[".repeat(lineLimit)],
    ["brackets and their ends", "[".repeat(lineLimit / 2) + "]".repeat(lineLimit / 2)],
    ["braces", '{"a":'.repeat(lineLimit / 5)],
    ["a text without end", `"${"x".repeat(lineLimit - 1)}`],
    ["escapes without end", `"${"\\u00".repeat(lineLimit / 4 - 1)}`],
    ["backslashes", `"${"\\".repeat(lineLimit - 1)}`],
    ["digits", "1".repeat(lineLimit)],
    ["commas", `[${",".repeat(lineLimit - 2)}]`],
    ["spaces", `${" ".repeat(lineLimit - 2)}[x`],
    ["one key over and over", `{${'"a":1,'.repeat(lineLimit / 6 - 1)}"a":1}`],
    ["colons in a text", `{"version":1,"service":"${":".repeat(lineLimit - 30)}","service":1}`],
    ["numbers in a list", `[${"1,".repeat(lineLimit / 2 - 2)}1]`],
  ])("of nothing but %s is refused in time", { timeout: 30_000 }, (_, text) => {
    const document = parseJson({ file: "f.jsonl", text }, 7);
    const problems =
      document.kind === "failed"
        ? document.problems
        : (([answers]) => (answers?.kind === "failed" ? answers.problems : []))([
            readAnswers(document.value, questions),
          ]);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.every(({ at }) => at?.line === 7)).toBe(true);
    expect(renderProblems(problems).length).toBeLessThan(20_000);
  });
});

interface Filtered {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function filtered(command: string, chunks: readonly Buffer[]): Promise<Filtered> {
  const [stdout, stderr] = [collector(), collector()];
  const args = [command, "-", "--format", "jsonl", "--no-analysis"];
  const code = await main(args, {
    stdin: Readable.from(chunks, { objectMode: true }),
    stdout: stdout.stream,
    stderr: stderr.stream,
    env: {},
    cwd: tmpdir(),
    today: () => "2026-01-15",
  });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

function collector(): { readonly stream: Writable; readonly text: () => string } {
  const chunks: Buffer[] = [];
  const collecting = new Writable({
    write(chunk: Buffer, _, done) {
      chunks.push(chunk);
      done();
    },
  });
  return { stream: collecting, text: () => Buffer.concat(chunks).toString() };
}

/** By line: the number of surfaces of its record; null if it is not one valid record. */
function surfacesByLine(bytes: Buffer): readonly (readonly [line: number, surfaces: number | null])[] {
  return expected(bytes).map(([number, what]) => {
    if (!what.startsWith("text ")) return [number, null];
    const text = what.slice("text ".length);
    try {
      JSON.parse(text);
    } catch {
      return [number, null];
    }
    const services = read(text);
    return [number, services.kind === "ok" ? (services.value[0]?.surfaces.length ?? 0) : null];
  });
}

describe("the filter", () => {
  it.each(["advise", "check"])(
    "gives each line of any bytes one result or one report of its problems, in order, by `%s`",
    { timeout: 120_000 },
    async (command) => {
      await fc.assert(
        fc.asyncProperty(stream, cuts, async (content, at) => {
          const { code, stdout, stderr } = await filtered(command, pieces(content, at));
          expect(stdout).toMatch(/^[\x20-\x7e\n]*$/);
          expect(stderr).not.toMatch(steering);
          const texts = stdout.split("\n");
          expect(texts.pop()).toBe("");
          const results = texts.map((text) => JSON.parse(text));
          const lines = surfacesByLine(content);
          const said = results.map((each) =>
            "problems" in each ? [each.line, null] : [each.line, each.surfaces?.length],
          );
          if (command === "advise") expect(said).toEqual(lines);
          // Only that there is a result for each surface, as results do not say the line of their record.
          else
            expect(said.map(([number, count]) => (count === null ? number : "result"))).toEqual(
              lines.flatMap(([number, count]): readonly (number | "result")[] =>
                count === null ? [number] : new Array<"result">(count).fill("result"),
              ),
            );
          const bad = lines.filter(([, count]) => count === null);
          if (bad.length > 0) expect(code).toBe(2);
          else expect(command === "advise" ? [0] : [0, 1]).toContain(code);
          for (const [number] of bad) expect(stderr).toContain(`<stdin>:${number}:`);
          expect(bad.length > 0 || stderr === "").toBe(true);
          expect(await filtered(command, [content])).toEqual({ code, stdout, stderr });
        }),
        seeded(20),
      );
    },
  );
});
