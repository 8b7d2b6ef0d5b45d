import { Ajv } from "ajv";
import standaloneCode from "ajv/dist/standalone/index.js";
import { acceptingCode } from "./accepting-code.mjs";

/** The modules that the plugin replaces, each with what it exports and the schema that it compiles. */
const validators = {
  "answers-validator": ["answersValidator", "answersSchema"],
  "rules-validator": ["rulesValidator", "rulesSchema"],
  "cases-validator": ["casesValidator", "casesSchema"],
  "real-system-validator": ["realSystemValidator", "realSystemSchema"],
};

/** The one that nearly every run of the command line needs, and nearly every time finds nothing with. */
export const commonValidator = "answers-validator";

/** A module of the sources that exports what this plugin needs of them. */
export const validatorSources = `
  export { answersSchema } from "./engine/answers-file/answers-schema.js";
  export { rulesSchema } from "./engine/pack-file/rules-schema.js";
  export { casesSchema, realSystemSchema } from "./engine/pack-tools/cases/cases-schema.js";
  export { validatorOptions } from "./engine/validate/validator.js";
`;

/**
 * esbuild plugin: puts Ajv's standalone code in the place of the modules that compile a schema at run time.
 * @param sources what `validatorSources` exports
 * @param wholeFile where Ajv's code of the common validator will be found, from a bundle that is CommonJS in the end: that
 *   holds code only to tell that nothing is wrong
 */
export function standaloneValidators(sources, wholeFile) {
  return {
    name: "standalone-validators",
    setup(build) {
      for (const [file, [name, schema]] of Object.entries(validators)) {
        const filter = new RegExp(`/${file}\\.ts$`);
        build.onLoad({ filter, namespace: "file" }, ({ path }) => ({
          contents:
            wholeFile === undefined || file !== commonValidator
              ? validatorModule(name, sources[schema], sources.validatorOptions)
              : acceptingModule(name, sources[schema], wholeFile),
          resolveDir: path.slice(0, path.lastIndexOf("/")),
        }));
      }
      build.onResolve({ filter: /^\.\/cli-/ }, ({ path }) => ({ path, external: true }));
    },
  };
}

function validatorModule(name, schema, options) {
  return `
    ${codeOf(schema, options)}
    export const ${name} = (value) => (validate(value) ? [] : validate.errors);
  `;
}

function acceptingModule(name, schema, file) {
  return `
    ${acceptingCode(schema)}
    export const ${name} = (value) => (accepts(value) ? [] : require("${file}").${name}(value));
  `;
}

function codeOf(schema, options) {
  const ajv = new Ajv({ ...options, inlineRefs: false, code: { source: true, esm: true } });
  ajv.addSchema(withDefinitions(schema), "schema");
  return standaloneCode(ajv, { validate: "schema" });
}

/** Not the `properties` of one, which may name a property `type`. */
const isSchema = ({ type }) => typeof type === "string" || Array.isArray(type);

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
    if (times.get(value) === 1 || !isSchema(value) || JSON.stringify(value).length < leastShared)
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
