import { basename, dirname, extname, resolve } from "node:path";
import { longestName } from "../../engine/model/answers.js";
import { tool } from "../tool.js";

/** What an answers file is called: `api-advisor.yaml` or, with a name of its own, `NAME.api-advisor.yaml`. */
export function usualName(name: string | null): string {
  return `${name === null ? "" : `${name}.`}${tool.name}.yaml`;
}

/** Why a new answers file cannot have a name; null if it can. */
export const whyNotNew = (file: string): string | null =>
  /\.(?:json|jsonl|ndjson)$/i.test(file)
    ? "a new answers file is YAML, with comments: use a name that ends in `.yaml`"
    : null;

/** Matches every answers file with a usual name, in a folder and below. */
export const usualPattern = `**/{*.,}${tool.name}.{yaml,yml}`;

/**
 * A service is named after its file, or after the folder that this is in if the file's name says nothing. Names of files
 * can be longer than those of services.
 * @param cwd what the file's name is relative to; also its folder if it has none, being empty or `-`
 */
export function serviceNameFor(file: string, cwd: string): string {
  const stem = basename(file, extname(file));
  const name = asName(stem === tool.name ? "" : basename(stem, `.${tool.name}`));
  return ["", "-"].includes(name) ? asName(basename(dirname(resolve(cwd, file || "-")))) || "service" : name;
}

const asName = (text: string): string => [...text.trim()].slice(0, longestName).join("").trim();
