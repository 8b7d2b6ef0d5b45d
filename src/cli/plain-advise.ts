import { type FormatId, formatIds } from "../engine/report/formats.js";
import type { AdviseOptions } from "./commands/advise.js";
import { linesFormat } from "./lines-format.js";

/** A command line that only names files, and perhaps a format. */
interface PlainAdvise {
  readonly files: readonly string[];
  readonly options: AdviseOptions;
}

const formats: readonly (FormatId | typeof linesFormat)[] = [...formatIds, linesFormat];

/**
 * Reads `advise FILE...`, with `--format` and `--no-analysis`: what hooks and pipelines run over and over. It finds what
 * the declared command line finds, for which commander has to be loaded; null for every other command line.
 */
export function plainAdvise([command, ...words]: readonly string[]): PlainAdvise | null {
  if (command !== "advise") return null;
  const files: string[] = [];
  let format: AdviseOptions["format"] = "text";
  let analysis = true;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? "";
    if (word === "-f" || word === "--format") {
      at += 1;
      const named = formats.find((id) => id === words[at]);
      if (named === undefined) return null;
      format = named;
    } else if (word === "--no-analysis") analysis = false;
    else if (word.startsWith("-") && word !== "-") return null;
    else files.push(word);
  }
  return {
    files: files.length === 0 ? ["-"] : files,
    options: { rules: [], set: [], format, output: [], analysis },
  };
}
