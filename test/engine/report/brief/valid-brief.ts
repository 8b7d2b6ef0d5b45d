import { Ajv } from "ajv";
import { expect } from "vitest";
import type { Brief } from "../../../../src/engine/report/brief/brief.js";
import { briefSchema } from "../../../../src/engine/report/brief/brief-schema.js";

const validate = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true }).compile(briefSchema);

/** At most 1 kB of JSON that keeps to the schema, whatever way beyond ASCII is written. */
export function expectValid(brief: Brief): void {
  const text = JSON.stringify(brief);
  validate(JSON.parse(text));
  expect(validate.errors).toBeNull();
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1024);
}
