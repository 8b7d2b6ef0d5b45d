import manifest from "../../package.json" with { type: "json" };
import type { Host } from "./host.js";

/** Name and version of this tool. */
export const tool = { name: "api-advisor", version: manifest.version } as const;

/**
 * What a command that a person copies begins with: as this run was started, which npm says to what it runs. What is not
 * read at a terminal is the same however it was made.
 */
export const startedAs = ({ stdout, env }: Pick<Host, "stdout" | "env">): string =>
  stdout.isTTY && env["npm_lifecycle_event"] === "npx" ? `npx ${tool.name}` : tool.name;

/** The address of the repository; null as long as the package's manifest names none. */
const homepage = "homepage" in manifest ? String(manifest.homepage) : null;

/** Address of the page that explains the findings of `check`. */
export const findingsUrl =
  homepage && `${homepage.replace(/[#?].*$/, "").replace(/\/$/, "")}/blob/main/docs/check.md`;
