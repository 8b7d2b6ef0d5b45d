/**
 * Code of a function `accepts` that tells whether a value of JSON fits a schema (draft-07), and no more: a tenth of what
 * Ajv writes to say why one does not. It knows the keywords that the schemas of this project use.
 * @throws Error with a keyword that it does not know, or a use of one
 */
export function acceptingCode(schema) {
  const patterns = new Map();
  const functions = new Map();

  /** An expression that is true where `value`, an expression too, fits a part of the schema. */
  const fits = (part, value) => {
    const key = JSON.stringify(part, (name, each) =>
      words.has(name) && typeof each === "string" ? undefined : each,
    );
    if (!functions.has(key)) {
      const condition = conditionOf(part);
      functions.set(key, { name: `fits${functions.size}`, condition });
    }
    return `${functions.get(key).name}(${value})`;
  };

  function namedPattern(pattern) {
    if (!patterns.has(pattern)) patterns.set(pattern, `pattern${patterns.size}`);
    return patterns.get(pattern);
  }

  /** An expression that is true where `v` fits the part. */
  function conditionOf(part) {
    for (const keyword of Object.keys(part))
      if (!keywords.has(keyword) && !words.has(keyword))
        throw new Error(`no code for the keyword ${keyword}`);
    const values = ["const", "enum"].find((keyword) => keyword in part);
    if (
      values !== undefined &&
      Object.keys(part).some((keyword) => keyword !== values && !words.has(keyword))
    )
      throw new Error(`no code for other keywords beside ${values}`);
    if ("const" in part) return `v === ${literal(part.const)}`;
    if ("enum" in part) return part.enum.map((each) => `v === ${literal(each)}`).join(" || ");
    const types = [part.type ?? []].flat();
    if (types.length === 0) throw new Error(`no code for a schema without a type: ${JSON.stringify(part)}`);
    return types
      .map((type) => {
        if (!(type in conditions)) throw new Error(`no code for the type ${type}`);
        return `(${conditions[type](part).join(" && ")})`;
      })
      .join(" || ");
  }

  const conditions = {
    null: () => ["v === null"],
    string: (part) => ['typeof v === "string"', ...stringConditions(part)],
    array: ({ minItems, items }) => [
      "Array.isArray(v)",
      ...(minItems === undefined ? [] : [`v.length >= ${minItems}`]),
      ...(items === undefined ? [] : [`all(v, (item) => ${fits(items, "item")})`]),
    ],
    object: ({
      minProperties,
      required = [],
      properties = {},
      additionalProperties = true,
      propertyNames,
    }) => {
      const other =
        typeof additionalProperties === "boolean"
          ? String(additionalProperties)
          : fits(additionalProperties, "item");
      const known = Object.entries(properties).map(
        ([name, part]) => `key === ${literal(name)} ? ${fits(part, "item")} : `,
      );
      const named =
        propertyNames === undefined ? "" : `${fits({ type: "string", ...propertyNames }, "key")} && `;
      return [
        "isMapping(v)",
        ...(minProperties === undefined ? [] : [`Object.keys(v).length >= ${minProperties}`]),
        ...required.map((name) => `Object.hasOwn(v, ${literal(name)})`),
        `Object.keys(v).every((key) => { const item = v[key]; return ${named}(${known.join("")}${other}); })`,
      ];
    },
  };

  const stringConditions = ({ minLength, maxLength, pattern }) => {
    if (minLength !== undefined && minLength !== 1) throw new Error("no code for a minLength other than 1");
    return [
      ...(minLength === undefined ? [] : ['v !== ""']),
      // Counted in characters, of which there are no more than units.
      ...(maxLength === undefined ? [] : [`(v.length <= ${maxLength} || [...v].length <= ${maxLength})`]),
      ...(pattern === undefined ? [] : [`${namedPattern(pattern)}.test(v)`]),
    ];
  };

  const whole = fits(schema, "v");
  return [
    'const isMapping = (v) => typeof v === "object" && v !== null && !Array.isArray(v);',
    "const all = (list, fits) => { for (let at = 0; at < list.length; at += 1) if (!fits(list[at])) return false; return true; };",
    ...[...patterns].map(([pattern, name]) => `const ${name} = ${new RegExp(pattern, "u")};`),
    ...[...functions.values()].map(({ name, condition }) => `const ${name} = (v) => ${condition};`),
    `const accepts = (v) => ${whole};`,
  ].join("\n");
}

const literal = (value) => JSON.stringify(value);

/** Keywords that say something to people. */
const words = new Set(["$schema", "title", "description"]);

const keywords = new Set([
  ...["type", "const", "enum", "minLength", "maxLength", "pattern", "minItems", "items"],
  ...["minProperties", "required", "properties", "additionalProperties", "propertyNames"],
]);
