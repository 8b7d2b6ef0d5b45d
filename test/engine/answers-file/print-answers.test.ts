import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printAnswers, printSurfaces } from "../../../src/engine/answers-file/print-answers.js";
import { readAnswers } from "../../../src/engine/answers-file/read-answers.js";
import type { Answer, Answers } from "../../../src/engine/model/answers.js";
import type { Question } from "../../../src/engine/model/pack.js";
import { parseText } from "../../../src/engine/parse/parse-text.js";
import { barePack, bareQuestion } from "../bare-pack.js";
import { chosen, smallPack, unsure } from "../interview/interview-pack.js";

const { source: pack } = smallPack;

function read(text: string): { readonly service: string; readonly answers: Answers } {
  const documents = parseText({ file: "answers.yaml", text });
  if (documents.kind === "failed") throw new Error(JSON.stringify(documents.problems));
  const [document] = documents.value;
  if (document === undefined) throw new Error("no document");
  const service = readAnswers(document, pack.questions);
  if (service.kind === "failed") throw new Error(JSON.stringify(service.problems));
  const found = service.value.surfaces[0]?.answers ?? new Map<string, Answer>();
  // An answer that is not from a file has no place in one.
  const answers = new Map([...found].map(([id, { at: _, ...answer }]) => [id, answer]));
  return { service: service.value.service, answers };
}

const note = fc.option(fc.string({ minLength: 1 }).filter((text) => /\S/.test(text)));

const author = fc.constantFrom("person" as const, "agent" as const);

function answerTo({ options, several }: Question): fc.Arbitrary<Answer> {
  const ids = options.filter(({ none }) => !none).map(({ id }) => id);
  const words = several ? fc.subarray(ids, { minLength: 1 }) : fc.constantFrom(...ids).map((id) => [id]);
  return fc.oneof(
    fc.record(
      { kind: fc.constant("chosen" as const), options: words, note, by: author },
      { requiredKeys: ["kind", "options", "note"] },
    ),
    fc.record({ kind: fc.constant("unsure" as const), note, by: author }, { requiredKeys: ["kind", "note"] }),
  );
}

const someAnswers = fc
  .tuple(...pack.questions.map((question) => fc.option(answerTo(question))))
  .map(
    (drawn) =>
      new Map(pack.questions.flatMap(({ id }, index) => (drawn[index] ? [[id, drawn[index]] as const] : []))),
  );

describe("printSurfaces", () => {
  it("writes the answers of each surface below its name", () => {
    const given = new Map<string, Answer>([["load", chosen("low")]]);
    const surfaces = [
      { name: "api", answers: given },
      { name: "no", answers: new Map() },
    ];
    expect(printSurfaces({ service: "chat", surfaces }, pack, "s.json")).toBe(
      [
        "# yaml-language-server: $schema=s.json",
        "version: 1",
        'service: "chat"',
        "surfaces:",
        "  api:",
        "    answers:",
        "      # Scale",
        "      load: low # Option low",
        '  "no":',
        "    answers: {}",
        "",
      ].join("\n"),
    );
  });
});

describe("printAnswers", () => {
  it("writes by topic, with the label of each answer beside it", () => {
    const given = new Map<string, Answer>([
      ["load", unsure],
      ["style", chosen("b")],
      ["depth", { kind: "chosen", options: ["some"], note: "Names only: 5" }],
      ["kinds", chosen("shop", "game")],
    ]);
    expect(printAnswers("chat", given, pack)).toBe(
      [
        "version: 1",
        'service: "chat"',
        "answers:",
        "  # Talk",
        "  style: b # Option b",
        '  depth: { answer: some, note: "Names only: 5" } # Option some',
        "  # Scale",
        "  load: unsure # Not sure yet",
        "  kinds: [shop, game]",
        "",
      ].join("\n"),
    );
  });

  it("names a topic only if something of it is answered", () => {
    expect(printAnswers("chat", new Map([["load", chosen("low")]]), pack)).toBe(
      ["version: 1", 'service: "chat"', "answers:", "  # Scale", "  load: low # Option low", ""].join("\n"),
    );
  });

  it("says that there are no answers", () => {
    expect(printAnswers("chat", new Map(), pack)).toBe('version: 1\nservice: "chat"\nanswers: {}\n');
  });

  it.each([
    ["true", '"true"'],
    ["null", '"null"'],
    ["5", '"5"'],
    ["nullable", "nullable"],
    ["not-null", "not-null"],
  ])("writes the option %s as %s, a text whatever YAML reads in it", (option, written) => {
    const { topics } = barePack({});
    const questions = [bareQuestion("kind", [option, "other"])];
    const text = printAnswers("chat", new Map([["kind", chosen(option)]]), { topics, questions });
    expect(text).toContain(`  kind: ${written} # ${option}\n`);
  });

  it("is read again as the same answers, whatever the notes and the name", () => {
    const name = fc.string({ minLength: 1, maxLength: 50 }).filter((text) => /\S/.test(text));
    fc.assert(
      fc.property(name, someAnswers, (service, answers) => {
        expect(read(printAnswers(service, answers, pack))).toEqual({ service, answers });
      }),
      { seed: 20, numRuns: 300 },
    );
  });
});
