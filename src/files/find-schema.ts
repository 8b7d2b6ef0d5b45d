import { existsSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { repositoryFolders } from "./repository-folders.js";

/** What a repository calls the schema of its answers files if it keeps one, such as that of a rule pack of its own. */
const ownSchema = "api-advisor.schema.json";
/** That of the default pack, in a project that has this package among its dependencies. */
const packagedSchema = "node_modules/api-advisor/schemas/answers.json";

/**
 * The schema by which editors can complete an answers file, as a path from the file's folder: the nearest one in that
 * folder or above, within the repository. Null: there is none that everybody who has the repository would have, too, and
 * an editor complains of a schema that it cannot find.
 * @param path absolute
 * @param isDefaultPack whether the file is for the default pack, whose questions are those of the package's schema
 */
export function findSchema(path: string, isDefaultPack: boolean): string | null {
  const from = dirname(path);
  const names = isDefaultPack ? [ownSchema, packagedSchema] : [ownSchema];
  for (const folder of repositoryFolders(from)) {
    const found = names.map((name) => join(folder, name)).find((file) => existsSync(file));
    if (found === undefined) continue;
    const name = relative(from, found).replaceAll(sep, "/");
    return name.startsWith(".") ? name : `./${name}`;
  }
  return null;
}
