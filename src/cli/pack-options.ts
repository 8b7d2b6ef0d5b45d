import type { ReportStyle } from "../engine/report/report-style.js";
import { styleFor } from "./drawing.js";
import type { Host } from "./host.js";

/** What every command about a rule pack is given. */
export interface PackOptions {
  readonly rules: readonly string[];
  readonly format: "text" | "json";
  readonly color?: boolean | undefined;
  readonly ascii?: boolean | undefined;
}

/** How such a command draws on standard output. */
export function packStyle(options: Pick<PackOptions, "color" | "ascii">, host: Host): ReportStyle {
  const style = styleFor(host.stdout, host, options);
  return { ...style, unicode: style.unicode && options.ascii !== true };
}
