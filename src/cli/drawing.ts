import { Chalk } from "chalk";
import { type Palette, plainPalette, plainStyle, type ReportStyle } from "../engine/report/report-style.js";
import type { Host } from "./host.js";
import type { Output } from "./output.js";

const widest = 100;
const offTerminal = 80;

/** What a person can say about how things are drawn. */
export interface DrawingOptions {
  /** False for `--no-color`; left to the stream and the environment where it is not given. */
  readonly color?: boolean | undefined;
  readonly ascii?: boolean | undefined;
  readonly verbose?: boolean | undefined;
}

/** How a report is drawn on a stream: colour, width and characters that it can show. */
export function styleFor(stream: Output, host: Host, options: DrawingOptions): ReportStyle {
  return {
    // A pseudo-terminal that nobody gave a size says 0.
    width: stream.isTTY ? Math.min(stream.columns || offTerminal, widest) : offTerminal,
    unicode: options.ascii !== true && (!stream.isTTY || showsUnicode(host)),
    palette: hasColour(stream, host, options.color) ? colourPalette() : plainPalette,
    detail: options.verbose ? "full" : "normal",
  };
}

/** How a report is drawn in a file: as nobody's terminal has it. */
export function fileStyle({ ascii, verbose }: DrawingOptions): ReportStyle {
  return { ...plainStyle, unicode: ascii !== true, detail: verbose ? "full" : "normal" };
}

/** One decision, in this order: the flag, FORCE_COLOR, NO_COLOR, TERM=dumb, whether the stream is a terminal. */
function hasColour(stream: Output, { env }: Pick<Host, "env">, flag: boolean | undefined): boolean {
  if (flag !== undefined) return flag;
  const forced = env["FORCE_COLOR"];
  if (forced !== undefined) return forced !== "0" && forced !== "false";
  if (env["NO_COLOR"]) return false;
  return env["TERM"] !== "dumb" && stream.isTTY === true;
}

/** Whether the terminal's locale is a UTF-8 one; on Windows, whether the terminal is a modern one. */
function showsUnicode({ env }: Host): boolean {
  if (env["WT_SESSION"] || env["TERM_PROGRAM"]) return true;
  if (env["TERM"] === "linux") return false;
  return /utf-?8/i.test(env["LC_ALL"] || env["LC_CTYPE"] || env["LANG"] || "");
}

/** Sixteen colours: they follow the terminal's own theme. */
function colourPalette(): Palette {
  const chalk = new Chalk({ level: 1 });
  return {
    bold: chalk.bold,
    dim: chalk.dim,
    heading: chalk.bold.underline,
    good: chalk.green,
    caution: chalk.yellow,
    bad: chalk.red,
    stateless: chalk.cyan,
    stateful: chalk.magenta,
    hybrid: chalk.yellow,
    undecided: chalk.dim,
  };
}
