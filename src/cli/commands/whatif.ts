import { recommendService } from "../../engine/advise/recommend.js";
import { readSettings, setAnswers } from "../../engine/answers-file/set-answers.js";
import { movementOf } from "../../engine/compare/movement-of.js";
import type { Movement } from "../../engine/model/movement.js";
import { whatifJson } from "../../engine/report/comparison/whatif-json.js";
import { whatifText } from "../../engine/report/comparison/whatif-text.js";
import { type DrawingOptions, styleFor } from "../drawing.js";
import { exitCodes } from "../exit-codes.js";
import type { Host } from "../host.js";
import { type InputOptions, readInputs } from "../read-inputs.js";
import { refuse } from "../refuse.js";
import { reportHead } from "../report-on.js";

export interface WhatifOptions extends InputOptions, DrawingOptions {
  readonly format: "text" | "json";
}

/** Recommends for each surface as it is and with other answers, and shows what moves. */
export async function whatif(file: string, options: WhatifOptions, host: Host): Promise<number> {
  if (options.set.length === 0) return nothingToChange(host);
  const inputs = await readInputs([file], { ...options, set: [] }, host);
  if (inputs.kind === "failed") return refuse(inputs.problems, host);
  const { pack, services } = inputs.value;
  const settings = readSettings(options.set, pack.compiled.source.questions);
  if (settings.kind === "failed") return refuse(settings.problems, host);
  const recommended = (from: typeof services) =>
    from.flatMap((service) => recommendService(pack.compiled, service, { analysis: true }).surfaces);
  const after = recommended(setAnswers(services, settings.value));
  const movements = recommended(services).flatMap((before, at): readonly Movement[] => {
    const changed = after[at];
    return changed === undefined ? [] : [movementOf(before, changed)];
  });
  const style = styleFor(host.stdout, host, options);
  host.stdout.write(
    options.format === "json" ? whatifJson(reportHead(pack), movements, style) : whatifText(movements, style),
  );
  return exitCodes.done;
}

function nothingToChange(host: Host): number {
  host.stderr.write("error: nothing to change: give at least one --set question=option\n");
  return exitCodes.invalid;
}
