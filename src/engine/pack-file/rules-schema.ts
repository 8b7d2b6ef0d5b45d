import { textSchema } from "../answers-file/answers-schema.js";
import { entries, shared } from "./entry-shapes.js";

/** The version of the format of packs. */
const packFormat = 2;

export type SectionId = keyof typeof entries;
export const sectionIds = Object.keys(entries) as readonly SectionId[];

const section = (shape: object) => ({
  type: "object",
  propertyNames: shared.id,
  additionalProperties: shape,
});
const partial = ({ required: _, ...shape }: { readonly required: readonly string[] }) => shape;

const bySection = <T>(make: (shape: (typeof entries)[SectionId]) => T): Record<SectionId, T> =>
  Object.fromEntries(sectionIds.map((name) => [name, make(entries[name])])) as Record<SectionId, T>;

const radius = (description: string) => ({ type: "number", minimum: 0, maximum: 1, description }) as const;

/**
 * JSON Schema (draft-07, which editors read) of a file of a rule pack. No `anyOf`, so that each problem has one cause.
 */
export const rulesSchema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "api-advisor rule pack",
  description:
    "A file of a rule pack: the files of a folder are merged by section, exactly one has the header `pack`.",
  type: "object",
  additionalProperties: false,
  properties: {
    pack: {
      type: "object",
      additionalProperties: false,
      properties: {
        format: { const: packFormat, description: `version of this format: ${packFormat}` },
        name: { ...textSchema, maxLength: 100 },
        version: { ...textSchema, maxLength: 50 },
        about: { $ref: "#/definitions/text" },
        extends: {
          ...textSchema,
          description: "`default`, a folder or file relative to this pack, or an npm package",
        },
        "drawn-from": {
          ...shared.id,
          description: "The reference whose claims the rules and the criteria are drawn from, by id",
        },
        "not-asked": {
          ...textSchema,
          maxLength: 200,
          description: "What the questions leave out although it may decide, as a sentence",
        },
        "robust-radius": radius(
          "From this stability radius on the weights are called robust; 0.25 if left out",
        ),
        "tight-radius": radius("Below this stability radius the weights are called tight; 0.1 if left out"),
      },
      required: ["format", "name", "version"],
      description: "the pack's header",
    },
    ...bySection(section),
    override: {
      type: "object",
      additionalProperties: false,
      properties: bySection((shape) => section(partial(shape))),
      description: "Keys to replace in entries of the pack that is extended, by section and id",
    },
    "switch-off": {
      type: "object",
      propertyNames: shared.id,
      additionalProperties: { $ref: "#/definitions/text" },
      description: "Entries of the pack that is extended to leave out, each with the reason",
    },
  },
  definitions: {
    ...shared,
    condition: {
      type: "object",
      minProperties: 1,
      properties: {
        all: { type: "array", minItems: 1, items: { $ref: "#/definitions/condition" } },
        any: { type: "array", minItems: 1, items: { $ref: "#/definitions/condition" } },
        not: { $ref: "#/definitions/condition" },
      },
      additionalProperties: {
        type: ["string", "array", "object"],
        minLength: 1,
        minItems: 1,
        uniqueItems: true,
        items: { type: "string" },
        minProperties: 1,
        additionalProperties: false,
        properties: { "at-least": { type: "string" }, "at-most": { type: "string" } },
      },
      description:
        "Question ids with the options that make it hold; all entries must hold. `all`, `any`, `not` combine conditions",
    },
  },
} as const;
