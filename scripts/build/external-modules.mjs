import { builtinModules } from "node:module";

/** Node's own modules, under both of their names. */
export const externalModules = ["node:*", ...builtinModules];
