import { fieldsOf, type PackLayer } from "./raw-pack.js";
import { sectionIds } from "./rules-schema.js";

/**
 * What layers bring themselves, not counting what they extend: the ids of entries that they add or override, and the keys
 * of their headers.
 */
export function ownIds(layers: readonly PackLayer[]): ReadonlySet<string> {
  const roots = layers.flatMap(({ documents }) => documents.map(({ value }) => fieldsOf(value)));
  return new Set(
    roots.flatMap((root) => {
      const overrides = fieldsOf(root["override"]);
      return [
        ...Object.keys(fieldsOf(root["pack"])),
        ...sectionIds.flatMap((section) => [
          ...Object.keys(fieldsOf(root[section])),
          ...Object.keys(fieldsOf(overrides[section])),
        ]),
      ];
    }),
  );
}
