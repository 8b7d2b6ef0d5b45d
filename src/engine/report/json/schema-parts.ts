/* The parts that the JSON Schemas of reports are built from. */

export const text = { type: "string" };
export const nullable = (schema: { readonly type: string }, description: string) => ({
  ...schema,
  type: [schema.type, "null"],
  description,
});
export const list = (items: object, description: string) => ({ type: "array", items, description });
/** An object of entries by id. */
export const byId = (entry: object, description: string) => ({
  type: "object",
  additionalProperties: entry,
  description,
});
export const ref = (name: string) => ({ $ref: `#/definitions/${name}` });
export const refOrNull = (name: string, description: string) => nullOr(ref(name), description);
export const nullOr = (schema: object, description: string) => ({
  anyOf: [schema, { type: "null" }],
  description,
});
export const options = {
  type: ["array", "null"],
  items: text,
  description: "Options; null: not answered",
};

/** An object whose keys are all required, and that takes no others. */
export const record = (title: string, description: string, properties: Readonly<Record<string, object>>) => ({
  title,
  description,
  type: "object",
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});

export const share = (description: string) => ({ type: "number", minimum: 0, maximum: 1, description });
export const shareOrNull = (description: string) => ({
  type: ["number", "null"],
  minimum: 0,
  maximum: 1,
  description,
});
const whole = (description: string) => ({ type: "integer", minimum: 0, description });
export const pointsShare = (description: string) => ({ type: "number", minimum: 0, description });
export const sums = (title: string, description: string, pro: string, against: string) =>
  record(title, description, { for: whole(pro), against: whole(against) });
