import { Ajv } from "ajv";
import standaloneCode from "ajv/dist/standalone/index.js";

/** The modules that the plugin replaces, each with the schema that it compiles. */
const validators = {
  answersValidator: ["answers-validator.ts", "answersSchema"],
  rulesValidator: ["rules-validator.ts", "rulesSchema"],
  casesValidator: ["cases-validator.ts", "casesSchema"],
  realSystemValidator: ["real-system-validator.ts", "realSystemSchema"],
};

/** A module of the sources that exports what this plugin needs of them. */
export const validatorSources = `
  export { answersSchema } from "./engine/validate/answers-schema.js";
  export { rulesSchema } from "./engine/validate/rules-schema.js";
  export { casesSchema, realSystemSchema } from "./engine/validate/cases-schema.js";
  export { validatorOptions } from "./engine/validate/validator.js";
`;

/**
 * esbuild plugin: puts Ajv's standalone code in the place of the modules that compile a schema at run time.
 * @param sources what `validatorSources` exports
 */
export function standaloneValidators(sources) {
  return {
    name: "standalone-validators",
    setup(build) {
      for (const [name, [file, schema]] of Object.entries(validators)) {
        const filter = new RegExp(`/validate/${file.replace(".", "\\.")}$`);
        build.onLoad({ filter, namespace: "file" }, ({ path }) => ({
          contents: moduleOf(name, sources[schema], sources.validatorOptions),
          resolveDir: path.slice(0, path.lastIndexOf("/")),
        }));
      }
    },
  };
}

function moduleOf(name, schema, options) {
  const ajv = new Ajv({ ...options, inlineRefs: false, code: { source: true, esm: true } });
  ajv.addSchema(withDefinitions(schema), "schema");
  return `
    ${standaloneCode(ajv, { validate: "schema" })}
    export const ${name} = (value) => (validate(value) ? [] : validate.errors);
  `;
}

/** A part of a schema that is worth a function of its own where it stands in several places. */
const leastShared = 100;

/**
 * The same schema with the objects that stand in it more than once as definitions: Ajv writes code for each of those
 * once, and else wherever it stands.
 */
function withDefinitions(schema) {
  const times = new Map();
  const count = (value) => {
    if (typeof value !== "object" || value === null) return;
    times.set(value, (times.get(value) ?? 0) + 1);
    if (times.get(value) === 1) Object.values(value).forEach(count);
  };
  count(schema);
  const definitions = {};
  const names = new Map();
  const shared = (value) => {
    if (typeof value !== "object" || value === null) return value;
    const own = () =>
      Array.isArray(value)
        ? value.map(shared)
        : Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shared(part)]));
    if (times.get(value) === 1 || !("type" in value) || JSON.stringify(value).length < leastShared)
      return own();
    if (!names.has(value)) {
      names.set(value, `shared${names.size}`);
      definitions[names.get(value)] = own();
    }
    return { $ref: `#/definitions/${names.get(value)}` };
  };
  const rest = shared(schema);
  return { ...rest, definitions: { ...rest.definitions, ...definitions } };
}
