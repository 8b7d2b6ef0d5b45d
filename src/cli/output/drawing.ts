import { Chalk } from "chalk";
import {
  type Detail,
  type Palette,
  plainPalette,
  plainStyle,
  type ReportStyle,
} from "../../engine/report/report-style.js";
import type { Host, Output } from "../host.js";

const maxWidth = 100;
const defaultWidth = 80;

/** Options for how output is drawn. */
export interface DrawingOptions {
  /** False for `--no-color`; if undefined, the stream and the environment decide. */
  readonly color?: boolean | undefined;
  readonly ascii?: boolean | undefined;
  readonly details?: boolean | undefined;
  /** What `details` was called once. */
  readonly verbose?: boolean | undefined;
}

/** Style for a stream: its width, and the colours and characters that it can show. */
export function styleFor(stream: Output, host: Host, options: DrawingOptions): ReportStyle {
  return {
    // A pseudo-terminal without a size reports 0.
    width: stream.isTTY ? Math.min(stream.columns || defaultWidth, maxWidth) : defaultWidth,
    unicode: options.ascii !== true && (!stream.isTTY || showsUnicode(host)),
    palette: hasColour(stream, host, options.color) ? colourPalette() : plainPalette,
    detail: detailOf(options),
  };
}

/** Style for files: 80 columns, no colour, independent of any terminal. */
export function fileStyle(options: DrawingOptions): ReportStyle {
  return { ...plainStyle, unicode: options.ascii !== true, detail: detailOf(options) };
}

const detailOf = ({ details, verbose }: DrawingOptions): Detail => (details || verbose ? "full" : "normal");

/** The first of these that is set decides: the flag, FORCE_COLOR, NO_COLOR, TERM=dumb, then whether it is a terminal. */
function hasColour(stream: Output, { env }: Pick<Host, "env">, flag: boolean | undefined): boolean {
  if (flag !== undefined) return flag;
  const forced = env["FORCE_COLOR"];
  if (forced !== undefined) return forced !== "0" && forced !== "false";
  if (env["NO_COLOR"]) return false;
  return env["TERM"] !== "dumb" && stream.isTTY === true;
}

/** Whether the terminal's locale is UTF-8; on Windows, whether it is a modern terminal. */
function showsUnicode({ env }: Host): boolean {
  if (env["WT_SESSION"] || env["TERM_PROGRAM"]) return true;
  if (env["TERM"] === "linux") return false;
  return /utf-?8/i.test(env["LC_ALL"] || env["LC_CTYPE"] || env["LANG"] || "");
}

/**
 * Sixteen colours: they follow the terminal's own theme. Each means one thing, the same as on the page: green, yellow and red
 * are good, caution and bad; the verdicts have blue, teal and violet.
 */
function colourPalette(): Palette {
  const chalk = new Chalk({ level: 1 });
  return {
    bold: chalk.bold,
    dim: chalk.dim,
    heading: chalk.bold.underline,
    good: chalk.green,
    caution: chalk.yellow,
    bad: chalk.red,
    stateless: chalk.blueBright,
    stateful: chalk.cyan,
    hybrid: chalk.magenta,
    undecided: chalk.dim,
  };
}
