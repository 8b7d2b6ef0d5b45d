import { basename, extname } from "node:path";
import { tool } from "./tool.js";

/** What an answers file is called: `api-advisor.yaml` or, with a name of its own, `NAME.api-advisor.yaml`. */
export function usualName(name: string | null): string {
  return `${name === null ? "" : `${name}.`}${tool.name}.yaml`;
}

/** Matches every answers file with a usual name, in a folder and below. */
export const usualPattern = `**/{*.,}${tool.name}.{yaml,yml}`;

/** A service is named after its file, or after its folder if the file's name says nothing. */
export function serviceNameFor(file: string, folder: string): string {
  const stem = basename(file, extname(file));
  const name = (stem === tool.name ? "" : basename(stem, `.${tool.name}`)).trim();
  return ["", "-"].includes(name) ? basename(folder).trim() || "service" : name;
}
