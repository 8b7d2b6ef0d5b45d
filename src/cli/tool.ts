import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageFolder } from "../read/package-folder.js";

const manifest: unknown = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8"));

/** Name and version of this tool, from its package. */
export const tool: { readonly name: string; readonly version: string } = {
  name: "api-advisor",
  version: field("version") ?? "",
};

/** Address of the page that explains the findings of `check`; null while the package names no home page. */
export const findingsUrl: string | null = (() => {
  const home = field("homepage");
  return home === null ? null : `${home.replace(/[#?].*$/, "").replace(/\/$/, "")}/blob/main/docs/check.md`;
})();

function field(key: string): string | null {
  const fields: Readonly<Record<string, unknown>> =
    typeof manifest === "object" && manifest !== null ? { ...manifest } : {};
  const value = fields[key];
  return typeof value === "string" ? value : null;
}
