import { manifest } from "./manifest.js";

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

function field(key: "version" | "homepage"): string | null {
  const value = manifest[key];
  return typeof value === "string" ? value : null;
}
