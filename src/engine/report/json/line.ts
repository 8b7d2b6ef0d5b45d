import { asciiJson } from "../../diagnostics/plain-text.js";
import type { Problem } from "../../diagnostics/problem.js";
import type { CheckedSurface } from "../../model/check.js";
import type { UncitedRecommendation } from "../../model/recommendation.js";
import { surfaceJson } from "../check/json.js";
import { definitionsJson } from "./definitions.js";
import { jsonSurface } from "./document.js";
import { problemJson } from "./problem.js";

/** The place of the record that a result line belongs to. `line` counts from 1; null: the file could not be read. */
export interface RecordPlace {
  readonly source: string;
  readonly line: number | null;
}

/**
 * One service as a line of JSON Lines: its entry in the JSON report, with the line that it was read from and the
 * definitions that it needs, so that it can be read without the others. Pure ASCII, as such lines pass through many tools.
 */
export const serviceLine = (
  service: string,
  { source, line }: RecordPlace,
  surfaces: readonly UncitedRecommendation[],
): string =>
  jsonLine({
    service,
    source,
    line,
    definitions: definitionsJson(surfaces),
    surfaces: surfaces.map(jsonSurface),
  });

/** One checked surface as such a line: its entry in the JSON of `check`. */
export const checkedLine = (checked: CheckedSurface): string => jsonLine(surfaceJson(checked));

/** The line that replaces the result of an invalid record. */
export const problemLine = ({ source, line }: RecordPlace, problems: readonly Problem[]): string =>
  jsonLine({ source, line, problems: problems.map(problemJson) });

const jsonLine = (value: object): string => `${asciiJson(JSON.stringify(value))}\n`;
