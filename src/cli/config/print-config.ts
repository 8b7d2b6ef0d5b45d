import { jsonText, printable } from "../../engine/diagnostics/plain-text.js";
import type { Context } from "../command-line/define-command.js";
import { soonPreset } from "../command-line/options.js";
import { exitCodes, type Host } from "../host.js";
import { fileStyle } from "../output/drawing.js";
import type { LoadedConfig } from "./load-config.js";
import { settings } from "./settings.js";

/** A key of the config, its value in force (null: nothing is set), and where that comes from. */
interface InForce {
  readonly key: string;
  readonly value: unknown;
  readonly from: string;
}

/** What a key is without any setting; null for the others. */
const presets: Readonly<Record<string, unknown>> = {
  rules: ["default"],
  "require-decision": false,
  "require-confirmed": false,
  "no-clashes": false,
  "no-deviations": false,
  "no-overdue-reviews": false,
  soon: soonPreset,
};

/** Prints what is in force, as a config that says where each value comes from, or as JSON. */
export function printConfig(
  names: readonly string[],
  options: Readonly<Record<string, unknown>>,
  { config, origin }: Pick<Context, "config" | "origin">,
  { stdout }: Pick<Host, "stdout">,
): number {
  const [rules, ...terms] = settings.map(({ key, option, negated }): InForce => {
    const value = options[option];
    switch (origin(option)) {
      case "preset":
        return { key, value: presets[key] ?? null, from: "preset" };
      case "config":
        return { key, value: negated ? !value : value, from: placeOf(key, config) };
      default:
        return { key, value: negated ? !value : value, from: "command line" };
    }
  });
  const all = [rules, filesInForce(names, config), ...terms].filter((each) => each !== undefined);
  const asJson = options["format"] === "json";
  stdout.write(asJson ? json(all, options) : all.map(line).join(""));
  return exitCodes.done;
}

function filesInForce(names: readonly string[], config: LoadedConfig | null): InForce {
  const key = "files";
  if (names.length > 0) return { key, value: names, from: "command line" };
  const value = config?.values.files;
  return value === undefined
    ? { key, value: null, from: "preset" }
    : { key, value, from: placeOf(key, config) };
}

function placeOf(key: string, config: LoadedConfig | null): string {
  return config === null ? "" : `${config.file}:${config.locate([key], "key").line}`;
}

/** A line of YAML; what is not set is only a comment. */
function line({ key, value, from }: InForce): string {
  const text = value === null ? `# ${key}: not set` : `${key}: ${flow(value)}`;
  return `${text.padEnd(32)} # ${printable(from)}\n`;
}

/** A value as YAML on one line; JSON is YAML, too. */
function flow(value: unknown): string {
  if (typeof value === "string" && /^[a-z]+$/.test(value)) return value;
  return jsonText(value, { unicode: true }).trim().replaceAll(/\n\s*/g, " ");
}

function json(all: readonly InForce[], options: Readonly<Record<string, unknown>>): string {
  const entries = all.map(({ key, value, from }) => [key, { value, from }]);
  return jsonText(Object.fromEntries(entries), fileStyle({ ascii: options["ascii"] === true }));
}
