import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { basisDigest, basisOf } from "../../../src/engine/advise/basis.js";
import { answersSchemaOf } from "../../../src/engine/answers-file/answers-schema-of.js";
import { confirmedAnswers, editAnswers } from "../../../src/engine/answers-file/edit-answers.js";
import { readAnswers } from "../../../src/engine/answers-file/read-answers.js";
import { readSettings, setAnswers } from "../../../src/engine/answers-file/set-answers.js";
import { renderProblems, unwrap } from "../../../src/engine/diagnostics/render-problem.js";
import type { Answer, Answers, Service } from "../../../src/engine/model/answers.js";
import { parseText } from "../../../src/engine/parse/parse-text.js";
import { smallPack } from "../small-pack.js";
import "../../seed.js";

const { source } = smallPack();
const head = "version: 1\nservice: shop\n";

function outcomeOf(text: string): ReturnType<typeof readAnswers> {
  const [document] = unwrap(parseText({ file: "a.yaml", text }));
  if (document === undefined) throw new Error("no document");
  return readAnswers(document, source.questions);
}

const read = (text: string): Service => unwrap(outcomeOf(text));

function answersIn(text: string, surface = 0): Answers {
  return read(text).surfaces[surface]?.answers ?? new Map();
}

describe("the author of an answer", () => {
  it("is read, and where an agent's answer is", () => {
    const text = `${head}answers:\n  style: { answer: steps, by: agent }\n  load: { answer: many, note: So., by: person }\n  order: strict\n`;
    expect(Object.fromEntries(answersIn(text))).toEqual({
      style: {
        ...{ kind: "chosen", options: ["steps"], note: null, by: "agent" },
        at: { file: "a.yaml", line: 4, column: 3 },
      },
      load: { kind: "chosen", options: ["many"], note: "So.", by: "person" },
      order: { kind: "chosen", options: ["strict"], note: null },
    });
  });

  it.each([
    ["Agent", "`answers.style.by` cannot be `Agent`; did you mean `agent`?"],
    ["persn", "`answers.style.by` cannot be `persn`; did you mean `person`?"],
    ["robot", "`answers.style.by` cannot be `robot`"],
    ["1", "`answers.style.by` cannot be `1`"],
    ["[agent]", "`answers.style.by` cannot be `list`"],
    ["~", "`answers.style.by` cannot be `null`"],
    ['"agent\\u001b[31m"', "`answers.style.by` cannot be `agent\\x1b[31m`"],
    ["__proto__", "`answers.style.by` cannot be `__proto__`"],
  ])("cannot be %s", (by, message) => {
    const outcome = outcomeOf(`${head}answers: { style: { answer: steps, by: ${by} } }\n`);
    const said = outcome.kind === "failed" ? renderProblems(outcome.problems) : "";
    expect(said).toContain(message);
    expect(said).toContain("expected one of person, agent");
  });

  it("is no answer without one, and nothing else is called so", () => {
    for (const given of ["{ by: agent }", "{ answer: steps, By: agent }"])
      expect(outcomeOf(`${head}answers: { style: ${given} }\n`).kind).toBe("failed");
  });

  it("is known to the schema of a pack's answers files", () => {
    const validate = new Ajv({ strict: false, formats: {} }).compile(answersSchemaOf(source));
    const isValid = (by: unknown) =>
      validate({ version: 1, service: "s", answers: { style: { answer: "steps", by } } });
    expect(["agent", "person", "robot", null].map(isValid)).toEqual([true, true, false, false]);
  });

  it("is a person for what is set on the command line", () => {
    const service = read(`${head}answers: { style: { answer: steps, by: agent } }\n`);
    const [set] = setAnswers([service], unwrap(readSettings(["style=steps"], source.questions)));
    expect(set?.surfaces[0]?.answers.get("style")?.by).toBeUndefined();
  });

  it("is no part of what a decision is based on", () => {
    const digestBy = (by: string): string =>
      basisDigest(basisOf(answersIn(`${head}answers: { style: { answer: steps${by} }, load: many }\n`)));
    expect(new Set(["", ", by: agent", ", by: person", ", by: agent, note: x"].map(digestBy)).size).toBe(1);
  });
});

const shared = `${head}answers:
  style: { answer: steps, note: "So: #1", by: agent } # shared
surfaces:
  cart:
    answers:
      load:
        # seen in the logs
        by: agent
        answer: many
      order: &o { answer: strict, by: agent }
  chat:
    answers: { style: { answer: stream, by: agent }, order: *o }
`;

describe("confirming", () => {
  const confirm = (text: string, surface: string | null, at: number, ...questions: string[]): string =>
    editAnswers(text, { document: 0, surface }, confirmedAnswers(answersIn(text, at), questions));

  it.each<[what: string, question: string, was: string, is: string]>([
    ["an answer where all surfaces share it", "style", '"So: #1", by: agent }', '"So: #1", by: person }'],
    ["an answer in a block", "load", "by: agent\n        answer", "by: person\n        answer"],
  ])("%s changes one word", (_, question, was, is) => {
    expect(confirm(shared, "cart", 0, question)).toBe(shared.replace(was, is));
  });

  it("an answer of a surface leaves the one alone that surfaces share", () => {
    expect(confirm(shared, "chat", 1, "style")).toBe(
      shared.replace("answer: stream, by: agent", "answer: stream, by: person"),
    );
  });

  it("an answer that an alias repeats confirms the one that was asked about", () => {
    const after = confirm(shared, "cart", 0, "order");
    expect(answersIn(after, 0).get("order")?.by).toBe("person");
    expect(answersIn(after, 1).get("order")?.by).toBe("agent");
  });

  it("keeps JSON, and a text with carriage returns, as they are", () => {
    const json = '{"version":1,"service":"s","answers":{"style":{"answer":["steps"],"by":"agent"}}}';
    expect(confirm(json, null, 0, "style")).toBe(json.replace("agent", "person"));
    const crlf = `${head}answers:\n  style: {answer: steps,by: agent}`.replaceAll("\n", "\r\n");
    expect(confirm(crlf, null, 0, "style")).toBe(crlf.replace("agent", "person"));
  });

  it("writes a confirmed answer that is another as a whole", () => {
    const answer: Answer = { kind: "chosen", options: ["apart"], note: null, by: "person" };
    const text = `${head}answers:\n  style: { answer: steps, by: agent }\n`;
    const after = editAnswers(text, { document: 0, surface: null }, new Map([["style", answer]]));
    expect(after).toBe(`${head}answers:\n  style: { answer: apart, by: person }\n`);
  });

  it("changes nothing but the authors, whichever answers it is about", () => {
    fc.assert(
      fc.property(fc.subarray(["style", "load", "order"]), fc.nat(1), (questions, at) => {
        const surface = at === 0 ? "cart" : "chat";
        const before = answersIn(shared, at);
        const after = answersIn(confirm(shared, surface, at, ...questions), at);
        const plain = (answers: Answers) =>
          [...answers].map(([id, { by: _, at: __, ...answer }]) => [id, answer]);
        expect(plain(after)).toEqual(plain(before));
        for (const [id, { by }] of after)
          expect(by).toBe(questions.includes(id) ? "person" : before.get(id)?.by);
      }),
    );
  });
});
