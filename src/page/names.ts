import { longestName } from "../engine/model/answers.js";
import { listed } from "../engine/report/wording/phrases.js";
import { surfaceTitle } from "../engine/report/wording/titles.js";
import { showTitle } from "./contents.js";
import { element } from "./element.js";
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
  const services = new Map<string, LiveSurface[]>();
  for (const surface of surfaces)
    services.set(surface.service, [...(services.get(surface.service) ?? []), surface]);
  for (const own of services.values()) {
    const [first] = own;
    if (first === undefined) continue;
    const isOne = own.length === 1 && first.name === first.service;
    const rename = (name: string): void => {
      for (const surface of own) surface.service = name;
      if (isOne) first.name = name;
      onChange(own);
    };
    bar.prepend(field("Service", () => first.service, rename));
    if (isOne) continue;
    for (const surface of own) {
      const renameSurface = (name: string): void => {
        surface.name = name;
        onChange([surface]);
      };
      surface.form.head.append(field("Surface", () => surface.name, renameSurface));
    }
  }
  return {
    show: () => {
      for (const each of shown) each();
      showNames(surfaces);
    },
  };
}

/** What the overview says of surfaces whose answers do not fit each other. */
export function warnOfClashes(surfaces: readonly LiveSurface[]): void {
  const names = surfaces.filter(({ isClashing }) => isClashing).map(({ name }) => name);
  // Looked for within the header: it usually is not there, and all of a long page would be searched for it.
  const header = document.querySelector("header.page");
  const old = header?.querySelector(":scope > .entries, :scope > .clashing");
  const text = `Some answers do not fit each other: ${listed(names)}.`;
  if (names.length === 0) old?.remove();
  else if (!old)
    header?.querySelector(":scope > .overview")?.before(element("p", { class: "clashing" }, text));
  else old.replaceWith(element("p", { class: "clashing" }, text));
}

function showNames(surfaces: readonly LiveSurface[]): void {
  const services = [...new Set(surfaces.map(({ service }) => service))];
  const titled = ({ service, name }: LiveSurface): string => surfaceTitle({ service, surface: name });
  const [only] = surfaces;
  showTitle(only !== undefined && surfaces.length === 1 ? titled(only) : services.join(", "));
  for (const surface of surfaces) {
    const link = document.querySelector(`.overview a[href="#${surface.anchor}"]`);
    if (link !== null) link.textContent = services.length > 1 ? titled(surface) : surface.name;
  }
}
