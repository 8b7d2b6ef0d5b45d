import { recommend } from "../../engine/advise/recommend.js";
import { readSettings, setAnswers } from "../../engine/answers-file/set-answers.js";
import { movementOf } from "../../engine/compare/compare.js";
import {
  areSameAnswers,
  type OwnedSurface,
  pairSurfaces,
  type SurfacePair,
} from "../../engine/compare/pair-surfaces.js";
import { failed, type Outcome, ok } from "../../engine/diagnostics/problem.js";
import type { Service } from "../../engine/model/answers.js";
import type { LoadedPack } from "../../engine/model/compiled-pack.js";
import type { Movement, Moves } from "../../engine/model/movement.js";
import type { Recommendation } from "../../engine/model/recommendation.js";
import { readPacks } from "../../packs/load-pack.js";
import type { Host } from "../host.js";
import { withProgress } from "../output/progress.js";
import { warn } from "../warn.js";
import type { FilesOfChange } from "./base-files.js";
import { type InputOptions, readAll, reportLimit } from "./read-inputs.js";

/** The services before and after a change. */
export interface Sides {
  readonly pack: LoadedPack;
  readonly before: readonly Service[];
  readonly after: readonly Service[];
}

/** Both sides, read against the same pack. */
export async function readSides(
  { before, after }: FilesOfChange,
  options: InputOptions,
  host: Host,
): Promise<Outcome<Sides>> {
  const pack = await readPacks(options.rules, host.cwd);
  if (pack.kind === "failed") return pack;
  const settings = readSettings(options.set, pack.value.compiled.source.questions);
  if (settings.kind === "failed") return settings;
  warn(settings.warnings, host);
  const limit = { surfaces: reportLimit, lines: false };
  const names = before.map(({ name }) => name);
  const was = await readAll(names, pack.value, options, limit, host);
  const is = await readAll(after, pack.value, options, limit, host);
  const problems = [...was.problems, ...is.problems];
  if (problems.length > 0) return failed(problems);
  const nowOf = new Map(before.map(({ name, now }) => [name, now]));
  const renamed = was.services.map((each) => ({ ...each, source: nowOf.get(each.source) ?? each.source }));
  return ok({
    pack: pack.value,
    before: setAnswers(renamed, settings.value),
    after: setAnswers(is.services, settings.value),
  });
}

/** Recommends for the surfaces with other answers or another name, before and after, and for those added and removed. */
export async function movesOf({ pack, before, after }: Sides, host: Host): Promise<Moves> {
  const { pairs, added, removed } = pairSurfaces(before, after);
  const recommended = ({ service, surface }: OwnedSurface): Recommendation =>
    recommend(pack.compiled, service, surface, { analysis: true });
  const differing = pairs.filter(differs);
  const changed: Movement[] = [];
  await withProgress(host, differing, "surfaces", (pair) => {
    changed.push(movementOf(recommended(pair.before), recommended(pair.after)));
  });
  return {
    changed,
    added: added.map(recommended),
    removed: removed.map(recommended),
    unchanged: pairs.length - differing.length,
  };
}

const differs = ({ before, after }: SurfacePair): boolean =>
  before.service.service !== after.service.service ||
  before.surface.name !== after.surface.name ||
  !areSameAnswers(before.surface.answers, after.surface.answers);
