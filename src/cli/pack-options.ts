import type { DrawingOptions } from "./drawing.js";

/** What every command about a rule pack is given. */
export interface PackOptions extends Omit<DrawingOptions, "verbose"> {
  readonly rules: readonly string[];
  readonly format: "text" | "json";
}
