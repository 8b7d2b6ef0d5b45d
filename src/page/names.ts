import { longestName } from "../engine/model/answers.js";
import { listed } from "../engine/report/wording/phrases.js";
import { surfaceTitle, withShortTitles, withTitles } from "../engine/report/wording/titles.js";
import { showTitle } from "./contents.js";
import { element, the } from "./element.js";
import type { LiveSurface } from "./surface.js";

/** Fields for the names of services and surfaces. */
export interface Names {
  /** Fills them, and the places where names stand besides the reports, with the names as they are. */
  readonly show: () => void;
}

/**
 * A field for each service, put into `bar`, and one for each surface with a name of its own, above its answers.
 * @param onChange is told the surfaces that have another name
 */
export function nameFields(
  surfaces: readonly LiveSurface[],
  bar: HTMLElement,
  onChange: (renamed: readonly LiveSurface[]) => void,
): Names {
  const shown: (() => void)[] = [];
  const field = (label: string, get: () => string, set: (name: string) => void): HTMLElement => {
    const input = element("input", { type: "text", maxlength: String(longestName), autocomplete: "off" });
    input.addEventListener("change", () => {
      const name = input.value.trim();
      if (name !== "") set(name);
      input.value = get();
    });
    shown.push(() => {
      input.value = get();
    });
    return element("label", { class: "name" }, `${label} `, input);
  };
  const surfaceField = (surface: LiveSurface): HTMLElement =>
    field(
      "Surface",
      () => surface.name,
      (name) => {
        surface.name = name;
        onChange([surface]);
      },
    );
  const serviceField = (label: string, first: LiveSurface): HTMLElement => {
    const own = surfaces.filter((each) => isOfSameDocument(each, first));
    const isUnnamed = own.length === 1 && first.name === first.service;
    if (!isUnnamed) for (const surface of own) surface.form.head.append(surfaceField(surface));
    return field(
      label,
      () => first.service,
      (name) => {
        for (const surface of own) surface.service = name;
        if (isUnnamed) first.name = name;
        onChange(own);
      },
    );
  };
  const firsts = surfaces.filter(
    (surface) => surfaces.find((each) => isOfSameDocument(each, surface)) === surface,
  );
  const labelled = withTitles(firsts.map(titled), () => "Service");
  bar.prepend(...labelled.map(([label, { live }]) => serviceField(label, live)));
  return {
    show: () => {
      for (const each of shown) each();
      showNames(surfaces);
    },
  };
}

const isOfSameDocument = (one: LiveSurface, other: LiveSurface): boolean =>
  one.given.document === other.given.document;

/** A surface by its present names, as titles are made of it. */
const titled = (live: LiveSurface) => ({
  ...{ service: live.service, surface: live.name, live },
  ...{ source: live.given.source, at: live.given.at },
});

/** What the overview says of surfaces whose answers do not fit each other. */
export function warnOfClashes(surfaces: readonly LiveSurface[]): void {
  const names = withShortTitles(surfaces.map(titled)).flatMap(([title, { live }]) =>
    live.isClashing ? [title] : [],
  );
  // Looked for within the header: it usually is not there, and all of a long page would be searched for it.
  const header = the("header.page");
  const old = header.querySelector(":scope > .entries, :scope > .clashing");
  const text = `Some answers do not fit each other: ${listed(names)}.`;
  if (names.length === 0) old?.remove();
  else if (!old) the(":scope > .overview", header).before(element("p", { class: "clashing" }, text));
  else old.replaceWith(element("p", { class: "clashing" }, text));
}

function showNames(surfaces: readonly LiveSurface[]): void {
  const all = surfaces.map(titled);
  const services = [...new Set(all.map(({ service }) => service))];
  const [only, ...others] = all;
  showTitle(only !== undefined && others.length === 0 ? surfaceTitle(only) : services.join(", "));
  for (const [title, { live }] of withTitles(all, surfaceTitle))
    the(`nav dt a[href="#${live.anchor}"]`).textContent = title;
  if (others.length === 0) return;
  for (const [title, { live }] of withShortTitles(all))
    the(`.overview a[href="#${live.anchor}"]`).textContent = title;
}
