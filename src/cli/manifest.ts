import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageFolder } from "../packs/find-pack.js";

/** The package's own package.json. The build puts what is used of it in the place of this module. */
export const manifest: Readonly<Record<string, unknown>> = JSON.parse(
  readFileSync(join(packageFolder(), "package.json"), "utf8"),
);
