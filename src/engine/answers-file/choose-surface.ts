import { errorIn, failed, type Outcome, ok } from "../diagnostics/problem.js";
import type { Surface } from "../model/answers.js";
import type { FileService } from "./read-answers.js";

/** One surface of an answers file. */
export interface ChosenSurface extends FileService {
  readonly surface: Surface;
}

/**
 * The surface of a file with the given names; a name may be left out if there is only one candidate: a service also if it
 * is the only one with a surface of the given name.
 */
export function chooseSurface(
  services: readonly FileService[],
  names: { readonly service: string | undefined; readonly surface: string | undefined },
  file: string,
): Outcome<ChosenSurface> {
  const { service: wanted, surface: name } = names;
  const known = [...new Set(services.flatMap((each) => surfaceNames(each)))];
  if (wanted === undefined && name !== undefined && !known.includes(name))
    return failed([errorIn(file, { code: "unknown-id", kind: "surface", id: name, known })]);
  const candidates =
    wanted === undefined && name !== undefined
      ? services.filter((each) => surfaceNames(each).includes(name))
      : services;
  const found = choose("service", wanted, candidates, ({ service }) => service.service, file);
  if (found.kind === "failed") return found;
  const { surfaces } = found.value.service;
  const surface = choose("surface", name, surfaces, (each) => each.name, file);
  return surface.kind === "failed" ? surface : ok({ ...found.value, surface: surface.value });
}

const surfaceNames = ({ service }: FileService): readonly string[] =>
  service.surfaces.map(({ name }) => name);

function choose<Item>(
  kind: "service" | "surface",
  id: string | undefined,
  items: readonly Item[],
  nameOf: (item: Item) => string,
  file: string,
): Outcome<Item> {
  const matching = items.filter((item) => id === undefined || nameOf(item) === id);
  const [first, ...others] = matching;
  if (first !== undefined && others.length === 0) return ok(first);
  const known = [...new Set(items.map(nameOf))];
  const [name, another] = new Set(matching.map(nameOf));
  if (name !== undefined && another === undefined)
    return failed([errorIn(file, { code: "same-name", kind, id: name })]);
  return failed([
    id === undefined
      ? errorIn(file, { code: "choice-needed", option: `--${kind}`, known })
      : errorIn(file, { code: "unknown-id", kind, id, known }),
  ]);
}
