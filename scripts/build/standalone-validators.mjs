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
  const ajv = new Ajv({ ...options, code: { source: true, esm: true } });
  ajv.addSchema(schema, "schema");
  return `
    ${standaloneCode(ajv, { validate: "schema" })}
    export const ${name} = (value) => (validate(value) ? [] : validate.errors);
  `;
}
