import { readFileSync } from "node:fs";

/** Name and version of this tool, from its package. */
export const tool: { readonly name: string; readonly version: string } = (() => {
  const manifest: unknown = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  const version =
    typeof manifest === "object" && manifest !== null && "version" in manifest
      ? String(manifest.version)
      : "";
  return { name: "api-advisor", version };
})();
