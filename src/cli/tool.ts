import manifest from "../../package.json" with { type: "json" };

/** Name and version of this tool. */
export const tool = { name: "api-advisor", version: manifest.version } as const;

/** What command lines begin with that start this tool as this run was started: npm says so to what it runs. */
export const startedAs = (env: Readonly<Record<string, string | undefined>>): string =>
  env["npm_lifecycle_event"] === "npx" ? `npx ${tool.name}` : tool.name;

/** The address of the repository; null as long as the package's manifest names none. */
const homepage = "homepage" in manifest ? String(manifest.homepage) : null;

/** Address of the page that explains the findings of `check`. */
export const findingsUrl =
  homepage && `${homepage.replace(/[#?].*$/, "").replace(/\/$/, "")}/blob/main/docs/check.md`;
