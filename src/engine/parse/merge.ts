import { isMapping } from "./parsed-document.js";

/**
 * A value in which each mapping has what its merge keys take in, below entries of its own, as YAML 1.1 reads it. A text
 * with merge keys is refused, but so the rest of it is judged as it was meant.
 */
export function merged(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(merged);
  if (!isMapping(value)) return value;
  const { "<<": taken, ...own } = value;
  const others = [taken].flat().map(merged).filter(isMapping).toReversed();
  return Object.fromEntries([
    ...others.flatMap((each) => Object.entries(each)),
    ...Object.entries(own).map(([key, each]) => [key, merged(each)]),
  ]);
}
