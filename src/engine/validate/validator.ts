import { Ajv, type ErrorObject, type Options } from "ajv";

/** Every way in which a value differs from a schema; empty when it fits. */
export type Validator = (value: unknown) => readonly ErrorObject[];

/**
 * How schemas are compiled, here and when the package is built.
 * @public the build script takes it from this file
 */
export const validatorOptions = {
  allErrors: true,
  verbose: true,
  strict: true,
  allowUnionTypes: true,
  multipleOfPrecision: 9,
} as const satisfies Options;

/**
 * Compiles a schema when it is first needed. The build puts code that was compiled beforehand in the place of the
 * modules that call this, so that neither Ajv nor the time to compile is part of a run.
 */
export function validatorOf(schema: object): Validator {
  let errors: Validator | null = null;
  return (value) => {
    errors ??= compile(schema);
    return errors(value);
  };
}

function compile(schema: object): Validator {
  const validate = new Ajv(validatorOptions).compile(schema);
  return (value) => (validate(value) ? [] : (validate.errors ?? []));
}
