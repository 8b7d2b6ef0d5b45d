import { Script } from "node:vm";
import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { acceptingCode } from "../../scripts/build/accepting-code.mjs";
import { answersSchema } from "../../src/engine/answers-file/answers-schema.js";
import { validatorOptions } from "../../src/engine/validate/validator.js";

const acceptorOf = (schema: object): ((value: unknown) => boolean) =>
  new Script(`(() => { ${acceptingCode(schema)}\nreturn accepts; })()`).runInThisContext();

describe("code that accepts what fits a schema", () => {
  const accepts = acceptorOf(answersSchema);
  const validates = new Ajv(validatorOptions).compile(answersSchema);

  it("says of answers what Ajv does", () => {
    let fitting = 0;
    fc.assert(
      fc.property(nearlyAnswers, (value) => {
        const fits = validates(value);
        if (fits) fitting += 1;
        expect(accepts(value)).toBe(fits);
      }),
      { numRuns: 2000 },
    );
    expect(fitting).toBeGreaterThan(200);
  });

  it("counts characters, not units", () => {
    const named = (length: number) => ({ version: 1, service: "\u{1f600}".repeat(length) });
    expect([200, 201].map((length) => accepts(named(length)))).toEqual([true, false]);
  });

  it("knows no keys that an object does not have by itself", () => {
    for (const key of ["constructor", "__proto__", "toString", "more"])
      for (const text of [
        `{ "version": 1, "service": "s", "${key}": 1 }`,
        `{ "version": 1, "service": "s", "decision": { "style": "hybrid", "${key}": 1 } }`,
      ])
        expect(accepts(JSON.parse(text))).toBe(false);
    expect(acceptorOf({ type: "object", required: ["toString"] })({})).toBe(false);
  });

  it.each([
    [{ type: "array", uniqueItems: true }, "no code for the keyword uniqueItems"],
    [{ type: "string", minLength: 2 }, "no code for a minLength other than 1"],
    [{ type: "string", const: "a" }, "no code for other keywords beside const"],
    [{ enum: ["a"], pattern: "b" }, "no code for other keywords beside enum"],
    [{ type: "integer" }, "no code for the type integer"],
    [{ type: "object", properties: { a: {} } }, "no code for a schema without a type"],
  ])("refuses %o", (schema, message) => {
    expect(() => acceptingCode(schema)).toThrow(message);
  });
});

const text = fc.oneof(
  { weight: 30, arbitrary: fc.constantFrom("a", "a b", "unsure", "hybrid", "2026-01-31") },
  { weight: 1, arbitrary: fc.constantFrom("", " ", " a", "a ", "2026-1-31", "x".repeat(201)) },
);
const digest = `sha256-${"0".repeat(64)}`;

/** Mostly what belongs there, now and then anything. */
const or = <Value>(usual: fc.Arbitrary<Value>, weight = 60): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight, arbitrary: usual },
    { weight: 1, arbitrary: fc.constantFrom<unknown>(null, 1, true, "", "a", [], ["a"], {}, { a: "b" }) },
  );

const listOfTexts = fc.array(or(text), { minLength: 1, maxLength: 3 });
const answer = or(
  fc.oneof(
    text,
    listOfTexts,
    fc.record(
      { answer: or(fc.oneof(text, listOfTexts)), note: or(text), other: text },
      { requiredKeys: ["answer"] },
    ),
  ),
);
const answers = or(fc.dictionary(text, answer, { maxKeys: 3 }));
const decision = or(
  fc.record(
    {
      style: or(fc.constantFrom("stateless", "stateful", "hybrid")),
      because: or(text),
      until: or(fc.constantFrom("2026-01-31", "2026-13-99")),
      by: or(text),
      answers: or(fc.constant(digest)),
      basis: or(fc.dictionary(text, or(fc.oneof(text, listOfTexts)), { maxKeys: 2 })),
      pack: or(fc.constant(`default@1.0.0 ${digest}`)),
    },
    { requiredKeys: ["style"] },
  ),
);
const nearlyAnswers = or(
  fc.record(
    {
      $schema: or(text),
      version: or(fc.constant(1)),
      service: or(fc.constantFrom("a", "a service")),
      answers,
      decision,
      surfaces: or(
        fc.dictionary(text, or(fc.record({ answers, decision }, { requiredKeys: [] })), { maxKeys: 2 }),
      ),
    },
    { requiredKeys: ["version", "service"] },
  ),
);
